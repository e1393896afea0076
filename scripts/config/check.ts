// Checks a configuration by hand, so that each message says what to change.
import path from "node:path";
import { inspect } from "node:util";
import leven from "leven";
import { isObject } from "../core/node.js";
import { Failure } from "../core/problem.js";
import { isInside, shownPath } from "../core/spec-folder.js";
import { STYLES, type Config, type Style } from "./define.js";

/** A configuration with its defaults and with absolute paths. */
export interface CheckedConfig {
  /** The file that holds it. */
  file: string;
  /** Undefined for everything. */
  include: readonly string[] | undefined;
  exclude: readonly string[];
  overlays: readonly string[];
  out: string;
  style: Style;
  request: boolean;
}

const KEYS: Record<keyof Config, true> = {
  include: true,
  exclude: true,
  overlays: true,
  out: true,
  style: true,
  request: true,
};

/**
 * @param value what the file exports
 * @param file absolute
 * @throws Failure with code 2 that names the key and the fix
 */
export function checkConfig(value: unknown, file: string): CheckedConfig {
  const fail = (reason: string): Failure => new Failure(2, `${shownPath(file)}: ${reason}`);
  if (!isObject(value)) {
    throw fail(`the configuration must be an object, not ${shown(value)}. Export defineConfig({ … }) as the default.`);
  }
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(KEYS, key));
  if (unknown !== undefined) {
    throw fail(`there is no option "${unknown}". ${suggestion(unknown, Object.keys(KEYS))}`);
  }
  const listOf = (key: "include" | "exclude" | "overlays", kind: string): string[] | undefined => {
    const list = value[key];
    if (list === undefined) return undefined;
    if (!Array.isArray(list)) throw fail(`${key} must be a list of ${kind}, not ${shown(list)}. Write [ … ].`);
    const wrong: unknown = list.find((one) => typeof one !== "string" || one.trim() === "");
    if (wrong !== undefined || list.includes(undefined)) {
      throw fail(`${key} must be a list of ${kind}, but holds ${shown(wrong)}. Correct or remove it.`);
    }
    // Checked above.
    return list as string[];
  };
  const include = listOf("include", "operationIds or globs");
  if (include?.length === 0) {
    throw fail("include is empty, so nothing would be compiled. Name operations, or remove include for all of them.");
  }
  const exclude = listOf("exclude", "operationIds or globs") ?? [];
  const negated = [...(include ?? []), ...exclude].find((glob) => glob.startsWith("!"));
  if (negated !== undefined) {
    throw fail(`the glob ${negated} begins with "!". Write ${negated.slice(1)} in exclude instead.`);
  }
  const overlays = listOf("overlays", "files") ?? [];
  const { out, style = "methods", request = false } = value;
  if (out === undefined) throw fail('out is missing. Name the folder for the result: out: "src/pandapon".');
  if (typeof out !== "string" || out.trim() === "") {
    throw fail(`out must be the path of a folder, not ${shown(out)}. Write out: "src/pandapon".`);
  }
  const known = STYLES.find((one) => one === style);
  if (known === undefined) throw fail(`style must be ${STYLES.join(", ")}, not ${shown(style)}.`);
  if (typeof request !== "boolean") throw fail(`request must be true or false, not ${shown(request)}.`);
  if (request && known === "types") throw fail('request does nothing with style: "types". Remove one of the two.');
  const dir = path.dirname(file);
  // A backslash parts names on every system, so that a file written on Windows means the same elsewhere.
  const absolute = (name: string): string => path.resolve(dir, name.replaceAll("\\", "/"));
  const target = absolute(out);
  if (isInside(file, target)) {
    throw fail(`out is ${shownPath(target)}, which holds this file. Name a folder of its own: out: "src/pandapon".`);
  }
  return {
    file,
    include,
    exclude,
    overlays: overlays.map(absolute),
    out: target,
    style: known,
    request,
  };
}

/** The nearest known name, or all of them. */
function suggestion(name: string, known: readonly string[]): string {
  const [nearest] = known.toSorted((a, b) => leven(a, name) - leven(b, name));
  return nearest !== undefined && leven(nearest, name) <= Math.max(2, name.length / 2)
    ? `Did you mean ${nearest}?`
    : `The options are ${known.join(", ")}.`;
}

/** A value in a message, on one line and short. */
function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (value === null || ["undefined", "boolean", "number", "bigint", "symbol"].includes(typeof value)) {
    return String(value);
  }
  const text = asJson(value) ?? inspect(value, { breakLength: Infinity, compact: true, customInspect: false });
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Undefined for a module's value that JSON cannot hold: one that holds itself, or that says so by `toJSON`. */
function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? String(one) : one));
  } catch {
    return undefined;
  }
}
