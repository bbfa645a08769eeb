/** The offer to install the linter: never without a yes. */

import * as path from "node:path";

import * as vscode from "vscode";

import { ownFolder, surroundings } from "./around.ts";
import { Failed, findPython, install, OLDEST, type Python, requirement, runner } from "./own.ts";
import type { Session } from "./session.ts";

const NO_MORE = "factlint.installationDeclined";
const HELP = vscode.Uri.parse("https://factlint.github.io/factlint/editors/#vs-code");

/** Ask whether the linter shall be installed; whoever said never is not asked again in this way. */
export async function offerInstallation(session: Session): Promise<void> {
  if (session.context.globalState.get(NO_MORE)) {
    return;
  }
  const { t } = vscode.l10n;
  const [yes, myself, never] = [t("Install …"), t("I Will Do It"), t("Never Ask")];
  const told = t("factlint, the program in Python that finds what is wrong, was not found.");
  const chosen = await vscode.window.showWarningMessage(told, yes, myself, never);
  if (chosen === yes) {
    await askAndInstall(session);
  } else if (chosen === myself) {
    await vscode.env.openExternal(HELP);
  } else if (chosen === never) {
    await session.context.globalState.update(NO_MORE, true);
  }
}

/** Ask whether the environment of an older version of the extension shall be made anew. */
export async function offerUpdate(session: Session, version: string): Promise<void> {
  const yes = vscode.l10n.t("Update …");
  const told = vscode.l10n.t("The linter that this extension installed is not of its version, {0}.", version);
  if ((await vscode.window.showInformationMessage(told, yes)) === yes) {
    await askAndInstall(session);
  }
}

/** Say what would be done, and do it after a yes. */
export async function askAndInstall(session: Session): Promise<void> {
  const { t } = vscode.l10n;
  const { context } = session;
  const wanted = requirement(String((context.extension.packageJSON as { version: unknown }).version));
  const folder = ownFolder(context);
  await vscode.workspace.fs.createDirectory(context.globalStorageUri);
  const python = await findPython(await surroundings(context), runner(path.dirname(folder)));
  if (!python) {
    const needed = t("factlint needs Python {0} or newer, which was not found.", OLDEST.join("."));
    const download = t("Get Python");
    if ((await vscode.window.showErrorMessage(needed, download)) === download) {
      await vscode.env.openExternal(vscode.Uri.parse("https://www.python.org/downloads/"));
    }
    return;
  }
  const yes = t("Install");
  const detail = [
    t("Python {0} ({1}) makes an environment in {2}.", python.version, python.command, folder),
    t("Then pip installs {0} there, from the package index that it is set up for.", wanted),
  ].join("\n\n");
  const question = t("Install factlint in an environment of its own?");
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, yes)) === yes) {
    await installNow(session, folder, python, wanted);
  }
}

async function installNow(session: Session, folder: string, python: Python, wanted: string): Promise<void> {
  const { t } = vscode.l10n;
  await session.stop();
  const shown = { location: vscode.ProgressLocation.Notification, title: t("Installing factlint"), cancellable: true };
  try {
    await vscode.window.withProgress(shown, async (progress, token) => {
      const ending = new AbortController();
      token.onCancellationRequested(() => {
        ending.abort();
      });
      const run = runner(path.dirname(folder), ending.signal);
      await install(folder, python, wanted, process.platform, run, (text) => {
        session.output.info(text.trimEnd());
        progress.report({ message: text.trim().split("\n").at(-1)?.slice(0, 60) });
      });
    });
  } catch (error) {
    const why = error instanceof Failed ? error.message : String(error);
    session.output.error(why);
    void session.tell(t("factlint could not be installed: {0}", why));
    return;
  }
  await session.restart();
}
