/**
 * The extension in a real window: code-server, and Chromium that looks at it.
 *
 *     npm run package
 *     CODE_SERVER=…/code-server/out/node/entry.js CHROMIUM=/usr/bin/chromium FACTLINT=…/bin/factlint npm run window
 *
 * Screenshots go to dist/window/. With WHEELS, a folder that has a wheel of this version, the linter is installed too.
 */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { chromium } from "playwright-core";

const { CODE_SERVER, CHROMIUM, FACTLINT, WHEELS } = process.env;
assert.ok(CODE_SERVER && CHROMIUM && FACTLINT, "CODE_SERVER, CHROMIUM and FACTLINT are needed");
const SHOTS = resolve("dist/window");
const home = mkdtempSync(join(tmpdir(), "factlint-window-"));
const folder = join(home, "articles");
const [data, extensions] = [join(home, "data"), join(home, "extensions")];
const QUIET = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "chat.disableAIFeatures": true,
  "editor.hover.delay": 100,
};

for (const each of [SHOTS, folder, join(data, "User"), join(data, "Machine"), extensions, join(folder, "more")]) {
  mkdirSync(each, { recursive: true });
}
copyFileSync("../../examples/bridge.md", join(folder, "bridge.md"));
writeFileSync(join(folder, "more", "closed.md"), "# A\n\nThey met in April 20XX.\n");
writeFileSync(join(data, "User", "settings.json"), JSON.stringify(QUIET));
settings({ "factlint.path": resolve(FACTLINT) });

const own = ["--user-data-dir", data, "--extensions-dir", extensions];
const installed = spawnSync(process.execPath, [CODE_SERVER, ...own, "--install-extension", resolve("factlint.vsix")]);
assert.equal(installed.status, 0, String(installed.stderr));
const port = await freePort();
const options = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"];
const env = { ...process.env, XDG_CONFIG_HOME: home, ...(WHEELS && { PIP_FIND_LINKS: resolve(WHEELS) }) };
const server = spawn(process.execPath, [CODE_SERVER, ...own, ...options], { env, stdio: "ignore" });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
page.setDefaultTimeout(120_000);

try {
  await opened();
  await step("findings", async () => {
    await openFile("bridge.md");
    await page.waitForSelector(".squiggly-warning");
    await page.getByRole("button", { name: /factlint 0\.1\.0 checks/ }).waitFor();
  });
  await step("problems", async () => {
    await page.keyboard.press("Control+Shift+M");
    await page.locator(".markers-panel").getByText("weekday-mismatch").waitFor();
  });
  await step("hover", async () => {
    await goTo(8, 46);
    await command("Show or Focus Hover");
    await page.locator(".monaco-hover", { hasText: "Precision" }).first().waitFor();
  });
  await step("quick fix", async () => {
    await goTo(8, 46);
    await page.keyboard.press("Control+.");
    await page.getByText("Silence weekday-mismatch in this file").waitFor();
  });
  await step("corrected", async () => {
    await page.getByText("Replace with “Sunday", { exact: false }).first().click();
    await page.locator(".view-line", { hasText: "Sunday, 18" }).waitFor();
  });
  await step("check workspace", async () => {
    await command("factlint: Check Workspace");
    await page.locator(".markers-panel").getByText("closed.md").waitFor();
  });
  await step("create configuration", async () => {
    await command("factlint: Create Configuration");
    await page.getByRole("tab", { name: /\.factlint\.yaml/ }).waitFor();
    assert.match(readFileSync(join(folder, ".factlint.yaml"), "utf8"), /vocabulary/);
  });
  await step("walkthrough", async () => {
    await command("Welcome: Open Walkthrough...");
    await page.keyboard.type("Get started with factlint");
    await page.keyboard.press("Enter");
    await page.getByText("Findings while you write").first().waitFor();
  });
  await step("not found", async () => {
    settings({ "factlint.path": "" });
    await page.locator(".notification-list-item", { hasText: "was not found" }).waitFor();
  });
  if (WHEELS) {
    await step("asked first", async () => {
      await page.getByRole("button", { name: "Install …" }).click();
      await page.locator(".monaco-dialog-box", { hasText: "factlint[lsp]==0.1.0" }).waitFor();
    });
    await step("installed", async () => {
      await page.locator(".monaco-dialog-box").getByRole("button", { name: "Install", exact: true }).click();
      await openFile("bridge.md");
      await page.getByRole("button", { name: /factlint 0\.1\.0 checks/ }).waitFor({ timeout: 400_000 });
    });
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(home, { recursive: true, force: true, maxRetries: 9 });
}

/** Do something, and take a picture of what has come of it, or of why nothing has. */
async function step(name, action) {
  try {
    await action();
    console.log(`ok ${name}`);
  } finally {
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(SHOTS, `${name.replaceAll(" ", "-")}.png`) });
  }
}

async function opened() {
  for (let tries = 60; ; tries--) {
    try {
      await page.goto(`http://127.0.0.1:${port}/?folder=${folder}`);
      break;
    } catch (error) {
      if (!tries) {
        throw error;
      }
      await page.waitForTimeout(500);
    }
  }
  await page.waitForSelector(".monaco-workbench .explorer-folders-view");
}

async function openFile(name) {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").waitFor();
  await page.keyboard.type(name, { delay: 20 });
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
}

async function command(title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").waitFor();
  await page.keyboard.type(title, { delay: 5 });
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

async function goTo(line, column) {
  await page.keyboard.press("Control+G");
  await page.locator(".quick-input-widget input").waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press("Enter");
}

/** The settings of the machine: paths of programs are not taken from those of the user elsewhere. */
function settings(all) {
  writeFileSync(join(data, "Machine", "settings.json"), JSON.stringify(all));
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
