/** The server, spoken to by the library that the extension speaks with. FACTLINT names the program. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import {
  CodeActionRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FullDocumentDiagnosticReport,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const TEXT = "---\ndate: 2024-08-20\n---\n# 𝒜 bridge\n\nThey cut the ribbon on Monday, 18 August 2024.\n";

test("the server does what the extension asks of it", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "factlint-"));
  const server = spawn(process.env.FACTLINT ?? "factlint", ["lsp"], { cwd: folder });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  const uri = pathToFileURL(path.join(folder, "a.md")).href;
  const textDocument = { uri };
  const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type wants it
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown"] } } },
    initializationOptions: { messages: "fr", preview: true, profiles: ["data"] },
  });
  assert.equal(serverInfo?.name, "factlint");
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "markdown", version: 1, text: TEXT },
  });
  const report = (await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument })) as FullDocumentDiagnosticReport;
  const [found] = report.items;
  assert.ok(found);
  assert.equal(found.code, "weekday-mismatch");
  assert.match(JSON.stringify(found.message), /dimanche/);
  assert.match(found.codeDescription?.href ?? "", /\/rules\/weekday-mismatch\/$/);
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position: found.range.start });
  assert.match((hover?.contents as MarkupContent).value, /weekday\\-mismatch/);
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: found.range,
    context: { diagnostics: [found] },
  });
  assert.ok(actions?.some((each) => each.title.includes("Sunday, 18 August 2024")));
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  assert.equal(await ended, 0);
  await rm(folder, { recursive: true });
});
