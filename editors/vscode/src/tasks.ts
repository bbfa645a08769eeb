/** Runs of `factlint` in a terminal, as tasks; what they find stands in the list of problems. */

import * as vscode from "vscode";

import { currentSettings } from "./around.ts";
import type { Session } from "./session.ts";
import { checkOptions } from "./settings.ts";

const TYPE = "factlint";

/** Check files and folders, none of them for all; the list of problems opens at the end. */
export async function check(session: Session, folder: vscode.WorkspaceFolder | undefined, paths: readonly string[]): Promise<void> {
  const linter = await session.linter();
  if (linter) {
    await ended(checkTask(linter.command, folder, { type: TYPE, paths: [...paths] }));
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

/** Let the linter look at a folder and write a configuration, and show it. */
export async function createConfiguration(session: Session, folder: vscode.WorkspaceFolder): Promise<void> {
  const linter = await session.linter();
  if (!linter) {
    return;
  }
  const name = vscode.l10n.t("create configuration");
  const execution = new vscode.ProcessExecution(linter.command, ["init"], { cwd: folder.uri.fsPath });
  const task = new vscode.Task({ type: TYPE }, folder, name, TYPE, execution, []);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  if ((await ended(task)) === 0) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, ".factlint.yaml"));
  }
}

/** The tasks that can be run, and those that a `tasks.json` describes. */
export class Tasks implements vscode.TaskProvider {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  async provideTasks(): Promise<vscode.Task[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const tasks = await Promise.all(folders.map((folder) => this.task(folder, { type: TYPE })));
    return tasks.filter((task) => task !== undefined);
  }

  async resolveTask(task: vscode.Task): Promise<vscode.Task | undefined> {
    const folder = typeof task.scope === "object" ? task.scope : undefined;
    return this.task(folder, task.definition);
  }

  private async task(folder: vscode.WorkspaceFolder | undefined, definition: vscode.TaskDefinition): Promise<vscode.Task | undefined> {
    const linter = await this.session.find().catch(() => undefined);
    return linter && checkTask(linter.command, folder, definition);
  }
}

function checkTask(command: string, folder: vscode.WorkspaceFolder | undefined, definition: vscode.TaskDefinition): vscode.Task {
  const paths = Array.isArray(definition.paths) ? definition.paths.map(String) : [];
  const options = ["--output-format=concise", "--exit-zero", ...checkOptions(currentSettings())];
  const execution = new vscode.ProcessExecution(command, ["check", ...options, "--", ...(paths.length ? paths : ["."])], {
    cwd: folder?.uri.fsPath,
    env: { LANGUAGE: vscode.env.language },
  });
  const scope = folder ?? vscode.TaskScope.Workspace;
  const task = new vscode.Task(definition, scope, vscode.l10n.t("check"), TYPE, execution, "$factlint");
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
  return task;
}

/** Run a task to its end, and give its exit code. */
async function ended(task: vscode.Task): Promise<number | undefined> {
  const run = await vscode.tasks.executeTask(task);
  return new Promise((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution === run) {
        listener.dispose();
        resolve(exitCode);
      }
    });
  });
}
