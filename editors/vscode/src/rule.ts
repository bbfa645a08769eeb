/** The way from a finding to the page of its rule. */

import * as vscode from "vscode";

const RULES = vscode.Uri.parse("https://factlint.github.io/factlint/rules/");

/** Open the page of the rule at the cursor, else of one of the document; without any, the list of rules. */
export async function openRule(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const all = editor ? vscode.languages.getDiagnostics(editor.document.uri).filter((each) => each.source === "factlint") : [];
  const here = all.filter((each) => editor && each.range.intersection(editor.selection));
  const rules = pages(here.length ? here : all);
  const chosen = rules.size > 1 ? await vscode.window.showQuickPick([...rules.keys()].sort(), { title: "factlint" }) : [...rules.keys()][0];
  if (chosen !== undefined || !rules.size) {
    await vscode.commands.executeCommand("vscode.open", rules.get(chosen ?? "") ?? RULES);
  }
}

function pages(found: readonly vscode.Diagnostic[]): Map<string, vscode.Uri> {
  const codes = found.map((each) => each.code).filter((code) => typeof code === "object");
  return new Map(codes.map((code) => [String(code.value), code.target]));
}
