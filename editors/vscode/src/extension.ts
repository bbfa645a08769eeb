/** The extension: what the editor calls. */

import * as vscode from "vscode";

import { askAndInstall } from "./offer.ts";
import { openRule } from "./rule.ts";
import { Session } from "./session.ts";
import { check, createConfiguration, Tasks } from "./tasks.ts";

let running: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("factlint", { log: true });
  const session = new Session(context, output);
  running = session;
  const commands: Record<string, (...args: never[]) => unknown> = {
    checkFile: (file?: vscode.Uri) => checkFile(session, file),
    checkWorkspace: () => checkWorkspace(session),
    createConfiguration: async () => {
      const folder = await chosenFolder();
      return folder && createConfiguration(session, folder);
    },
    install: () => askAndInstall(session),
    newArticle: () => newArticle(context),
    openRule,
    restart: () => session.restart(),
    showMenu,
    showOutput: () => {
      output.show();
    },
  };
  context.subscriptions.push(output, vscode.tasks.registerTaskProvider("factlint", new Tasks(session)));
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(`factlint.${name}`, command));
  }
  await session.startFor(vscode.workspace.textDocuments);
}

export async function deactivate(): Promise<void> {
  await running?.dispose();
}

/** Check a file or folder: that of the explorer, else the one in front. */
async function checkFile(session: Session, file?: vscode.Uri): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const chosen = file ?? document?.uri;
  if (chosen?.scheme !== "file") {
    return;
  }
  if (!file && document?.isDirty) {
    await document.save();
  }
  await check(session, vscode.workspace.getWorkspaceFolder(chosen), [chosen.fsPath]);
}

async function checkWorkspace(session: Session): Promise<void> {
  const folder = await chosenFolder();
  if (folder) {
    await check(session, folder, []);
  }
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0];
}

/** A text with slips in it, to see what is made of them. */
async function newArticle(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, "media", "article.md");
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document);
}

/** The commands, for who clicks on the status bar. */
async function showMenu(): Promise<void> {
  const { t } = vscode.l10n;
  const items = [
    { label: t("Check Workspace"), command: "factlint.checkWorkspace" },
    { label: t("Create Configuration"), command: "factlint.createConfiguration" },
    { label: t("Open the Page of a Rule"), command: "factlint.openRule" },
    { label: t("Install the Linter in an Environment of Its Own"), command: "factlint.install" },
    { label: t("Restart"), command: "factlint.restart" },
    { label: t("Show Output"), command: "factlint.showOutput" },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: "factlint" });
  if (chosen) {
    await vscode.commands.executeCommand(chosen.command);
  }
}
