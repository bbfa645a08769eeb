/** The linter of a window: found, started when the first article is opened, begun anew when its settings change. */

import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";

import { ownFolder, settings, surroundings } from "./around.ts";
import { clientOf } from "./client.ts";
import { findLinter, type Linter, NotThere } from "./linter.ts";
import { madeFor, requirement } from "./own.ts";
import { offerInstallation, offerUpdate } from "./offer.ts";
import { Status } from "./status.ts";

/** Settings that only a new start heeds; the server asks for the others itself. */
const AT_THE_START = ["factlint.path", "factlint.languages"];

export class Session {
  readonly status = new Status();
  private readonly disposables: { dispose(): unknown }[] = [this.status];
  private client: LanguageClient | undefined;
  private starting: Promise<void> | undefined;
  readonly context: vscode.ExtensionContext;
  readonly output: vscode.LogOutputChannel;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.context = context;
    this.output = output;
    this.disposables.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.startFor([document])),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.restart()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (AT_THE_START.some((each) => event.affectsConfiguration(each))) {
          return this.restart();
        }
        return undefined;
      }),
    );
    this.status.show(isChecked(vscode.window.activeTextEditor?.document));
    this.disposables.push(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.status.show(isChecked(editor?.document));
      }),
    );
  }

  /** Start as soon as one of the documents is an article. */
  async startFor(documents: readonly vscode.TextDocument[]): Promise<void> {
    if (documents.some(isChecked)) {
      this.starting ??= this.start();
      await this.starting;
    }
  }

  /** Look for the linter again, and start it where an article is open. */
  async restart(): Promise<void> {
    await this.starting;
    await this.stop();
    await this.startFor(vscode.workspace.textDocuments);
  }

  /** The linter, or nothing. */
  async find(): Promise<Linter | undefined> {
    return findLinter(await surroundings(this.context));
  }

  /** The linter, or nothing after the reader was told that there is none. */
  async linter(): Promise<Linter | undefined> {
    try {
      const linter = await this.find();
      if (!linter) {
        this.status.set("missing");
        void offerInstallation(this);
      }
      return linter;
    } catch (error) {
      if (!(error instanceof NotThere)) {
        throw error;
      }
      this.status.set("missing");
      void this.tell(vscode.l10n.t("{0} is not there; the setting factlint.path names it.", error.message));
      return undefined;
    }
  }

  async dispose(): Promise<void> {
    vscode.Disposable.from(...this.disposables).dispose();
    await this.stop();
  }

  private async start(): Promise<void> {
    this.status.set("starting");
    const linter = await this.linter();
    if (!linter) {
      return;
    }
    this.output.info(`${linter.command} lsp (${linter.origin})`);
    const client = clientOf(linter.command, settings().get("languages", []), this.output);
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        this.status.set("running", client.initializeResult?.serverInfo?.version);
      } else if (newState === State.Stopped) {
        this.status.set("stopped");
      }
    });
    try {
      await client.start();
      await vscode.commands.executeCommand("setContext", "factlint.isRunning", true);
    } catch (error) {
      this.output.error(String(error));
      await this.failed(linter);
      return;
    }
    await this.checkAge(linter);
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = this.starting = undefined;
    if (client?.state === State.Running) {
      await client.dispose();
    }
    this.status.set("stopped");
  }

  private async failed(linter: Linter): Promise<void> {
    this.status.set("failed");
    const told = vscode.l10n.t("{0} does not serve editors; the output says why.", linter.command);
    const install = vscode.l10n.t("Install Another");
    if ((await this.tell(told, install)) === install) {
      await vscode.commands.executeCommand("factlint.install");
    }
  }

  private async checkAge(linter: Linter): Promise<void> {
    const version = String((this.context.extension.packageJSON as { version: unknown }).version);
    if (linter.origin === "own" && (await madeFor(ownFolder(this.context))) !== requirement(version)) {
      void offerUpdate(this, version);
    }
  }

  async tell(text: string, ...buttons: string[]): Promise<string | undefined> {
    const output = vscode.l10n.t("Show Output");
    const chosen = await vscode.window.showErrorMessage(text, ...buttons, output);
    if (chosen === output) {
      this.output.show();
    }
    return chosen;
  }
}

/** Whether a document is one that is checked while it is written. */
export function isChecked(document: vscode.TextDocument | undefined): boolean {
  if (!document || !["file", "untitled"].includes(document.uri.scheme)) {
    return false;
  }
  return settings().get<string[]>("languages", []).includes(document.languageId);
}
