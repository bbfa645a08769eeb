/** An environment of the extension's own, with the linter of its own version in it. Knows no editor. */

import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import * as path from "node:path";

import { exists, onPath, programsOf, type Surroundings } from "./linter.ts";

/** The oldest Python that the linter runs on. */
export const OLDEST = [3, 11, 5] as const;
const NEWEST = 16;
const STAMP = "factlint-requirement.txt";
const VERSION = "import sys; print('.'.join(map(str, sys.version_info[:3])))";

/** An interpreter that is new enough; `before` are the arguments that select it. */
export interface Python {
  command: string;
  before: readonly string[];
  version: string;
}

/** Runs a program to its end, hands over what it prints, and gives all of that; `Failed` if it fails. */
export type Run = (command: string, args: readonly string[], told?: (text: string) => void) => Promise<string>;

/** A program that failed, with the end of what it said. */
export class Failed extends Error {}

/** What pip is asked for: the linter of the extension's own version, with what serves editors. */
export function requirement(version: string): string {
  return `factlint[lsp]==${version}`;
}

/** What an environment was made for; empty if it was never finished. */
export async function madeFor(folder: string): Promise<string> {
  return readFile(path.join(folder, STAMP), "utf8").then((text) => text.trim(), () => "");
}

/** The first interpreter that is new enough: that of the workspace, then those on the PATH. */
export async function findPython(around: Surroundings, run: Run, isFile = exists): Promise<Python | undefined> {
  const minors = Array.from({ length: NEWEST - OLDEST[1] }, (_, at) => `python3.${String(NEWEST - 1 - at)}`);
  const ofWorkspace = around.isTrusted
    ? around.interpreters.flatMap((each) => [each, ...programsOf(each, "python", around.platform)])
    : [];
  const found = [...ofWorkspace, ...onPath(around, ["python3", "python", ...minors])].map((command) => ({
    command,
    before: [] as string[],
  }));
  const launchers = around.platform === "win32" ? onPath(around, ["py"]) : [];
  const candidates = [...found, ...launchers.map((command) => ({ command, before: ["-3"] }))];
  for (const { command, before } of candidates.filter((each) => isFile(each.command))) {
    const version = await run(command, [...before, "-I", "-c", VERSION]).then((text) => text.trim(), () => "");
    if (isNewEnough(version)) {
      return { command, before, version };
    }
  }
  return undefined;
}

/**
 * Make the environment anew and install the linter in it. Nothing counts as installed before the end; a
 * program runs isolated (`-I`), so that neither variables nor the folder it runs in lead it elsewhere.
 */
export async function install(
  folder: string,
  python: Python,
  wanted: string,
  platform: NodeJS.Platform,
  run: Run,
  told: (text: string) => void,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  await run(python.command, [...python.before, "-I", "-m", "venv", folder], told);
  const own = programsOf(folder, "python", platform)[0] ?? "";
  const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", wanted];
  await run(own, ["-I", ...pip], told);
  await writeFile(path.join(folder, STAMP), `${wanted}\n`);
}

/** Whether a version, as `3.12.1`, is one that the linter runs on. */
export function isNewEnough(version: string): boolean {
  const parts = version.split(".").map(Number);
  const differs = OLDEST.findIndex((part, at) => parts[at] !== part);
  return parts.length === OLDEST.length && (differs < 0 || (parts[differs] ?? 0) > (OLDEST[differs] ?? 0));
}

/** A `Run` in a folder, without a shell; the signal ends what runs. */
export function runner(cwd: string, signal?: AbortSignal): Run {
  return (command, args, told = () => undefined) =>
    new Promise((resolve, reject) => {
      let printed = "";
      const child = spawn(command, args, { cwd, signal, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        told(text);
      });
      let complained = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        complained = (complained + text).slice(-2000);
        told(text);
      });
      child.on("error", (error) => {
        reject(new Failed(error.message));
      });
      child.on("close", (code) => {
        if (code === 0) {
          resolve(printed);
        } else {
          reject(new Failed(complained.trim().split("\n").at(-1) ?? String(code)));
        }
      });
    });
}
