/** Bundle the extension into one file, with the licences of what is in it beside it. */

import { readdir, readFile, writeFile } from "node:fs/promises";

import { build } from "esbuild";

const { metafile } = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.cjs",
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  external: ["vscode"],
  metafile: true,
  minify: process.argv.includes("--minify"),
});
const folders = Object.keys(metafile.inputs).map((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
const licences = [...new Set(folders)].filter(Boolean).sort().map(licence);
await writeFile("dist/licences.txt", (await Promise.all(licences)).join("\n\n---\n\n"));

async function licence(folder) {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  if (!file) {
    throw new Error(`${folder} has no licence`);
  }
  const text = await readFile(`${folder}/${file}`, "utf8");
  return `${folder.replace("node_modules/", "")}\n\n${text.trim()}`;
}
