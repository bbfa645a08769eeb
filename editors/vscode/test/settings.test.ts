import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { checkOptions, SERVER_SETTINGS, serverSettings } from "../src/settings.ts";

interface Manifest {
  contributes: {
    configuration: { properties: Record<string, { default: unknown }> };
    commands: { command: string }[];
    problemMatchers: { pattern: { regexp: string } }[];
    walkthroughs: { steps: { media: { markdown: string } }[] }[];
  };
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
}

const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as Manifest;
const { properties } = manifest.contributes.configuration;

test("what is not set stays away from the server", () => {
  assert.deepEqual(serverSettings((key) => properties[`factlint.${key}`]?.default, String), { messages: "auto" });
  const set: Record<string, unknown> = { config: "a.yaml", preview: true, profiles: ["data"], timeLimit: 0, ignore: [], path: "x" };
  assert.deepEqual(serverSettings((key) => set[key], (file) => `/work/${file}`), {
    config: "/work/a.yaml",
    preview: true,
    profiles: ["data"],
    timeLimit: 0,
  });
});

test("the same settings are options of the command line", () => {
  const set = { config: "/a b.yaml", select: ["dates", "names"], preview: true, timeLimit: 0, messages: "fr" };
  assert.deepEqual(checkOptions(set), ["--config=/a b.yaml", "--select=dates", "--select=names", "--preview", "--time-limit=0"]);
  assert.deepEqual(checkOptions({}), []);
});

test("each setting for the server can be set", () => {
  const missing = Object.keys(SERVER_SETTINGS).filter((key) => !(`factlint.${key}` in properties));
  assert.deepEqual(missing, []);
});

test("paths are not taken from a workspace that is not trusted", () => {
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, ["factlint.path", "factlint.config"]);
});

test("each command is there", async () => {
  const source = await readFile(new URL("../src/extension.ts", import.meta.url), "utf8");
  for (const { command } of manifest.contributes.commands) {
    assert.match(source, new RegExp(`^ {4}${command.replace("factlint.", "")}[:,]`, "m"));
  }
});

test("each step of the walkthrough has its text", async () => {
  for (const step of manifest.contributes.walkthroughs.flatMap((each) => each.steps)) {
    assert.ok(await readFile(new URL(`../${step.media.markdown}`, import.meta.url)));
  }
});

test("the lines of a run are understood", () => {
  const [matcher] = manifest.contributes.problemMatchers;
  const read = new RegExp(matcher?.pattern.regexp ?? "$^");
  const line = "C:\\news\\a b.md:8:44: warning: 18 August 2024 is a Sunday, [sic] not a Monday. [weekday-mismatch]";
  assert.deepEqual(read.exec(line)?.slice(1), [
    "C:\\news\\a b.md", "8", "44", "warning", "18 August 2024 is a Sunday, [sic] not a Monday.", "weekday-mismatch",
  ]);
  assert.equal(read.exec("2 findings (1 error, 1 warning) in 1 file."), null);
});
