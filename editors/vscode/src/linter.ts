/** Where the linter is: the program `factlint`, looked for where a person would expect it. Knows no editor. */

import { statSync } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** A program that was found, and why it is the one. */
export interface Linter {
  command: string;
  origin: "setting" | "environment" | "path" | "own";
}

/** What is known of the machine and of the window. */
export interface Surroundings {
  /** The setting `factlint.path`; empty if it is not set. */
  setting: string;
  /** The folders of the workspace, the first one first. */
  folders: readonly string[];
  /** Whether what lies in these folders may be run. */
  isTrusted: boolean;
  /** Interpreters, or folders of environments, that were chosen for the workspace. */
  interpreters: readonly string[];
  /** The environment that the extension made; empty if there is none. */
  own: string;
  /** The value of PATH. */
  searched: string;
  platform: NodeJS.Platform;
}

/** A setting that leads nowhere: nothing else is run in its place. */
export class NotThere extends Error {}

const NAME = "factlint";

/** The linter, or nothing; `NotThere` if the setting names a file that is missing. */
export function findLinter(around: Surroundings, isFile: (file: string) => boolean = exists): Linter | undefined {
  if (around.setting) {
    const command = expanded(around.setting, around.folders[0]);
    if (!isFile(command)) {
      throw new NotThere(command);
    }
    return { command, origin: "setting" };
  }
  const environments = around.isTrusted
    ? [...around.interpreters, ...around.folders.flatMap((folder) => [".venv", "venv"].map((name) => path.join(folder, name)))]
    : [];
  const places: [Linter["origin"], string[]][] = [
    ["environment", environments.flatMap((each) => programsOf(each, NAME, around.platform))],
    ["path", onPath(around, [NAME])],
    ["own", around.own ? programsOf(around.own, NAME, around.platform) : []],
  ];
  for (const [origin, commands] of places) {
    const command = commands.find(isFile);
    if (command) {
      return { command, origin };
    }
  }
  return undefined;
}

/** Where programs of these names can be on the PATH: never relative to a folder, never in one that is not trusted. */
export function onPath(around: Surroundings, names: readonly string[]): string[] {
  const untrusted = around.isTrusted ? [] : around.folders;
  const folders = around.searched
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder) && !untrusted.some((each) => isWithin(folder, each)));
  return names.flatMap((name) => folders.map((folder) => path.join(folder, program(name, around.platform))));
}

/** Where a program of an environment can be; the environment is told by its folder or by its interpreter. */
export function programsOf(environment: string, name: string, platform: NodeJS.Platform): string[] {
  const file = program(name, platform);
  const folders = [environment, path.dirname(environment)];
  return folders.flatMap((folder) =>
    (platform === "win32" ? ["Scripts", ""] : ["bin", ""]).map((part) => path.join(folder, part, file)),
  );
}

/** A path as people write it in settings, made absolute. */
export function expanded(written: string, folder: string | undefined): string {
  const home = written.replace(/^~(?=$|[\\/])/, os.homedir());
  const full = home.replaceAll("${workspaceFolder}", folder ?? "").replaceAll("${userHome}", os.homedir());
  return path.resolve(folder ?? os.homedir(), full);
}

/** Whether there is a file. */
export function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function program(name: string, platform: NodeJS.Platform): string {
  return platform === "win32" ? `${name}.exe` : name;
}

function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return !way.startsWith("..") && !path.isAbsolute(way);
}
