// Commands in messages, so that they work as they are printed.
import { shownPath } from "./spec-folder.js";

/**
 * A command of ours as one types it in the working directory.
 * @param spec the contract's folder; the command names it if it is not the default
 */
export function commandFor(spec: string, ...words: readonly string[]): string {
  const folder = shownPath(spec);
  return ["pandapon", ...words, ...(folder === "spec" ? [] : ["--spec", folder])].map(quoted).join(" ");
}

/** In quotes if a shell would read it otherwise. */
const quoted = (word: string): string =>
  /^[\w./:@%+=,-]+$/.test(word) ? word : /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
