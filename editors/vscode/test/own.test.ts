import assert from "node:assert/strict";
import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";

import type { Surroundings } from "../src/linter.ts";
import { Failed, findPython, install, isNewEnough, madeFor, requirement, type Run, runner } from "../src/own.ts";

const AROUND: Surroundings = {
  setting: "",
  folders: ["/work"],
  isTrusted: true,
  interpreters: ["/work/.venv/bin/python"],
  own: "",
  searched: ["/usr/bin", "/opt/bin"].join(path.delimiter),
  platform: "linux",
};
const PYTHON = { command: "/usr/bin/python3", before: [], version: "3.12.1" };

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "factlint-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Interpreters by their versions. */
function pythons(versions: Record<string, string>): [Run, (file: string) => boolean] {
  const run: Run = (command) => {
    const version = versions[command] ?? "";
    return version ? Promise.resolve(`${version}\n`) : Promise.reject(new Failed("no"));
  };
  return [run, (file) => file in versions];
}

describe("the interpreter", () => {
  test("is that of the workspace, else the first on the PATH that is new enough", async () => {
    const all = { "/work/.venv/bin/python": "3.13.0", "/usr/bin/python3": "3.9.2", "/opt/bin/python3.12": "3.12.4" };
    assert.equal((await findPython(AROUND, ...pythons(all)))?.command, "/work/.venv/bin/python");
    const untrusted = await findPython({ ...AROUND, isTrusted: false }, ...pythons(all));
    assert.deepEqual(untrusted, { command: "/opt/bin/python3.12", before: [], version: "3.12.4" });
  });

  test("is nothing where all are too old or do not run", async () => {
    assert.equal(await findPython(AROUND, ...pythons({ "/usr/bin/python3": "3.11.4", "/opt/bin/python": "" })), undefined);
  });

  test("is asked of the launcher on Windows", async () => {
    const [run, isFile] = pythons({ "/usr/bin/py.exe": "3.14.0" });
    const found = await findPython({ ...AROUND, platform: "win32" }, run, isFile);
    assert.deepEqual(found?.before, ["-3"]);
  });

  for (const [version, isNew] of [["3.11.5", true], ["3.11.4", false], ["3.12.0", true], ["4.0.0", true], ["2.7.18", false], ["", false], ["3.x.1", false]] as const) {
    test(`of version '${version}' is ${isNew ? "" : "not "}new enough`, () => {
      assert.equal(isNewEnough(version), isNew);
    });
  }
});

describe("the environment", () => {
  test("is made and filled by programs that heed nothing around them", async () => {
    const target = path.join(folder, "storage", "environment");
    const commands: string[][] = [];
    const run: Run = async (command, args) => {
      commands.push([command, ...args]);
      await mkdir(target, { recursive: true });
      return "";
    };
    await install(target, PYTHON, requirement("1.2.3"), "linux", run, () => undefined);
    assert.deepEqual(commands, [
      ["/usr/bin/python3", "-I", "-m", "venv", target],
      [`${target}/bin/python`, "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "factlint[lsp]==1.2.3"],
    ]);
    assert.equal(await madeFor(target), "factlint[lsp]==1.2.3");
  });

  test("does not count before its end, and nothing of an older one stays", async () => {
    await writeFile(path.join(folder, "factlint-requirement.txt"), "factlint[lsp]==1.0.0\n");
    assert.equal(await madeFor(folder), "factlint[lsp]==1.0.0");
    const run: Run = () => Promise.reject(new Failed("no network"));
    await assert.rejects(install(folder, PYTHON, requirement("1.2.3"), "linux", run, () => undefined), /no network/);
    assert.equal(await madeFor(folder), "");
  });

  test("is made by a real interpreter", async () => {
    const run = runner(folder);
    const around = { ...AROUND, interpreters: [], searched: process.env.PATH ?? "", platform: process.platform };
    const python = await findPython(around, run);
    assert.ok(python);
    const target = path.join(folder, "environment");
    // what pip is asked for cannot be had without a network: it stops at a name that is none
    await assert.rejects(install(target, python, "./no such thing", process.platform, run, () => undefined), Failed);
    await access(path.join(target, "pyvenv.cfg"));
    assert.equal(await madeFor(target), "");
  });
});

describe("a program that is run", () => {
  const script = (code: string): [string, string[]] => [process.execPath, ["-e", code]];

  test("tells what it prints, and hands it over", async () => {
    const told: string[] = [];
    const printed = await runner(folder)(...script("console.log('a b'); console.error('c')"), (text) => told.push(text));
    assert.equal(printed.trim(), "a b");
    assert.match(told.join(""), /c/);
  });

  test("that fails says why by its last line", async () => {
    await assert.rejects(runner(folder)(...script("console.error('first\\nlast'); process.exit(3)")), /^Error: last$/);
    await assert.rejects(runner(folder)(path.join(folder, "nothing"), []), Failed);
  });

  test("is ended by its signal", async () => {
    const ending = new AbortController();
    const ended = runner(folder, ending.signal)(...script("setInterval(() => {}, 1000)"));
    ending.abort();
    await assert.rejects(ended, Failed);
  });
});
