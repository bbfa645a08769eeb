/** The item in the status bar: how the linter is, and a way to its commands. */

import * as vscode from "vscode";

const LOOKS = {
  starting: "$(loading~spin) factlint",
  running: "$(checklist) factlint",
  stopped: "$(circle-slash) factlint",
  missing: "$(warning) factlint",
  failed: "$(error) factlint",
} as const;

export type State = keyof typeof LOOKS;

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("factlint.status", vscode.StatusBarAlignment.Right, 50);
  private isShown = false;

  constructor() {
    this.item.name = "factlint";
    this.item.command = "factlint.showMenu";
    this.set("stopped");
  }

  /** Whether the document in front is one that the linter checks. */
  show(isArticle: boolean): void {
    this.isShown = isArticle;
    if (isArticle) {
      this.item.show();
    } else {
      this.item.hide();
    }
  }

  /** How the linter is from now on. */
  set(state: State, version = ""): void {
    const { t } = vscode.l10n;
    const told = {
      starting: t("The linter starts."),
      running: t("factlint {0} checks what you write.", version),
      stopped: t("The linter is not running."),
      missing: t("The linter was not found."),
      failed: t("The linter could not be started."),
    };
    this.item.text = LOOKS[state];
    this.item.tooltip = told[state];
    this.item.accessibilityInformation = { label: told[state] };
    const isBad = state === "missing" || state === "failed";
    this.item.backgroundColor = isBad ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.show(this.isShown);
  }

  dispose(): void {
    this.item.dispose();
  }
}
