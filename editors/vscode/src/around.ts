/** What the editor's window knows of the machine: folders, trust, interpreters, settings. */

import * as path from "node:path";

import * as vscode from "vscode";

import { expanded, type Surroundings } from "./linter.ts";
import { madeFor } from "./own.ts";
import { serverSettings } from "./settings.ts";

/** What of the extension for Python is asked: its environment for the workspace. */
interface PythonExtension {
  environments?: { getActiveEnvironmentPath(resource?: vscode.Uri): { path?: string } };
}

/** Where the extension makes an environment of its own. */
export function ownFolder(context: vscode.ExtensionContext): string {
  return path.join(context.globalStorageUri.fsPath, "environment");
}

/** What the search for the linter has to know. */
export async function surroundings(context: vscode.ExtensionContext): Promise<Surroundings> {
  const own = ownFolder(context);
  return {
    setting: settings().get("path", "").trim(),
    folders: folders(),
    isTrusted: vscode.workspace.isTrusted,
    interpreters: await interpreters(),
    own: (await madeFor(own)) ? own : "",
    searched: process.env.PATH ?? "",
    platform: process.platform,
  };
}

/** The settings for the server, as they are now. */
export function currentSettings(): Record<string, unknown> {
  const section = settings();
  return serverSettings((key) => section.get(key), (file) => expanded(file, folders()[0]));
}

/** The settings of the section `factlint`. */
export function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("factlint");
}

/** The folders of the workspace that are on this machine. */
export function folders(): string[] {
  const all = vscode.workspace.workspaceFolders ?? [];
  return all.filter((each) => each.uri.scheme === "file").map((each) => each.uri.fsPath);
}

async function interpreters(): Promise<string[]> {
  const python = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  if (!python) {
    return [];
  }
  const { environments } = await python.activate();
  const resource = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = environments?.getActiveEnvironmentPath(resource).path;
  return chosen && path.isAbsolute(chosen) ? [chosen] : [];
}
