/** What of the settings goes to the linter, as its server and as its command line want it. Knows no editor. */

/** A setting of the section `factlint`, or `undefined`. */
export type Get = (key: string) => unknown;

/** The settings that the server knows, each with the option of `factlint check` that says the same. */
export const SERVER_SETTINGS = {
  config: "--config",
  select: "--select",
  extendSelect: "--extend-select",
  ignore: "--ignore",
  preview: "--preview",
  profiles: "--profile",
  minSeverity: "--min-severity",
  timeLimit: "--time-limit",
  messages: "",
} as const;

/** The settings for the server: what is not set stays away, so that the configuration of the project counts. */
export function serverSettings(get: Get, absolute: (path: string) => string): Record<string, unknown> {
  const all = Object.keys(SERVER_SETTINGS).map((key) => [key, get(key)] as const);
  const set = all.filter(([, value]) => !isUnset(value));
  return Object.fromEntries(
    set.map(([key, value]) => [key, key === "config" && typeof value === "string" ? absolute(value) : value]),
  );
}

/** The same as options of `factlint check`. */
export function checkOptions(settings: Record<string, unknown>): string[] {
  return Object.entries(SERVER_SETTINGS).flatMap(([key, option]) => {
    const value = settings[key];
    if (value === undefined || !option) {
      return [];
    }
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.map((each) => (each === true ? option : `${option}=${String(each)}`));
  });
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "" || value === false || (Array.isArray(value) && !value.length);
}
