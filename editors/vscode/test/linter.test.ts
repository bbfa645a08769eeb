import assert from "node:assert/strict";
import * as os from "node:os";
import * as path from "node:path";
import { describe, test } from "node:test";

import { expanded, findLinter, NotThere, onPath, type Surroundings } from "../src/linter.ts";

const AROUND: Surroundings = {
  setting: "",
  folders: ["/work", "/second"],
  isTrusted: true,
  interpreters: ["/envs/desk/bin/python"],
  own: "/storage/environment",
  searched: ["/usr/local/bin", "bin", "", "/work/tools", "/usr/bin"].join(path.delimiter),
  platform: "linux",
};
const ALL = [
  "/envs/desk/bin/factlint",
  "/work/.venv/bin/factlint",
  "/second/venv/bin/factlint",
  "/usr/local/bin/factlint",
  "/work/tools/factlint",
  "/usr/bin/factlint",
  "/storage/environment/bin/factlint",
];

/** What is found if only these files are there. */
function found(files: readonly string[], more: Partial<Surroundings> = {}): string | undefined {
  return findLinter({ ...AROUND, ...more }, (file) => files.includes(file))?.command;
}

describe("the linter", () => {
  test("is looked for from the nearest place to the farthest", () => {
    for (const at of ALL.keys()) {
      assert.equal(found(ALL.slice(at)), ALL[at]);
    }
    assert.equal(found([]), undefined);
  });

  test("is not that of a workspace that is not trusted, on the PATH or not", () => {
    const untrusted = { isTrusted: false, folders: ["/work", "/second"] };
    assert.equal(found(ALL, untrusted), "/usr/local/bin/factlint");
    assert.equal(found(ALL.slice(4), untrusted), "/usr/bin/factlint");
    assert.equal(found(ALL.slice(0, 3), untrusted), undefined);
    assert.equal(found(["/workshop/factlint"], { ...untrusted, searched: "/workshop" }), "/workshop/factlint");
  });

  test("is nothing else where the setting leads nowhere", () => {
    assert.equal(found(["/opt/factlint"], { setting: "/opt/factlint" }), "/opt/factlint");
    assert.equal(found(["/work/env/factlint"], { setting: "env/factlint" }), "/work/env/factlint");
    assert.throws(() => found(ALL, { setting: "/opt/factlint" }), NotThere);
  });

  test("can be in an environment that is told by its folder", () => {
    assert.equal(found(["/envs/desk/bin/factlint"], { interpreters: ["/envs/desk"] }), "/envs/desk/bin/factlint");
  });

  test("has another name and another place on Windows", () => {
    const windows = { platform: "win32", interpreters: ["/envs/desk"] } as const;
    const file = "/envs/desk/Scripts/factlint.exe";
    assert.equal(found([file], windows), file);
    assert.equal(found(["/envs/desk/Scripts/factlint.exe"], { ...windows, interpreters: ["/envs/desk/python.exe"] }), file);
  });
});

test("no folder of the PATH counts that depends on where one is", () => {
  assert.deepEqual(onPath(AROUND, ["python3"]), [
    "/usr/local/bin/python3",
    "/work/tools/python3",
    "/usr/bin/python3",
  ]);
});

test("paths of settings are understood as people write them", () => {
  assert.equal(expanded("~/env/factlint", "/work"), path.join(os.homedir(), "env", "factlint"));
  assert.equal(expanded("${workspaceFolder}/env/factlint", "/work"), "/work/env/factlint");
  assert.equal(expanded("${userHome}/x", undefined), path.join(os.homedir(), "x"));
  assert.equal(expanded("~user/x", "/work"), "/work/~user/x");
});
