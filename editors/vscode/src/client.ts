/** The conversation with `factlint lsp`. */

import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient/node";

import { currentSettings, folders } from "./around.ts";

const MOST_RESTARTS = 4;

/** A client that starts this program. A program that ends before it has said hello is not started again. */
export function clientOf(command: string, languages: readonly string[], output: vscode.LogOutputChannel): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: languages.flatMap((language) =>
      ["file", "untitled"].map((scheme) => ({ scheme, language })),
    ),
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationOptions: currentSettings,
    initializationFailedHandler: () => false,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: { workspace: { configuration: ({ items }) => items.map(currentSettings) } },
    errorHandler: {
      error: (error, message, count) =>
        isRunning() ? usual.error(error, message, count) : { action: ErrorAction.Shutdown, handled: true },
      closed: () => (isRunning() ? usual.closed() : { action: CloseAction.DoNotRestart, handled: true }),
    },
  };
  const server = { command, args: ["lsp"], options: { cwd: folders()[0] } };
  const client = new LanguageClient("factlint", "factlint", server, options);
  const usual: ErrorHandler = client.createDefaultErrorHandler(MOST_RESTARTS);
  const isRunning = (): boolean => client.initializeResult !== undefined;
  return client;
}
