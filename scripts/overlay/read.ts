// Reads files of the OpenAPI Overlay Specification, versions 1.0 and 1.1: https://spec.openapis.org/overlay/
import { isObject } from "../core/node.js";
import type { Pointer } from "../core/pointer.js";
import { Failure } from "../core/problem.js";
import { readText, shownPath } from "../core/spec-folder.js";
import { MOST_IN_CONTRACT, readYaml, Unreadable, type YamlText } from "../core/yaml.js";

/** One change of a document. */
export interface OverlayAction {
  /** A JSONPath (RFC 9535). */
  target: string;
  change: { remove: true } | { update: unknown } | { copy: string };
  /** A failure that names the file and the line of the action. */
  failure: (reason: string) => Failure;
}

export interface OverlayFile {
  /** Absolute. */
  file: string;
  actions: OverlayAction[];
}

const FIELDS = ["target", "description", "update", "copy", "remove"];

/** @throws Failure with code 2 if the file cannot be read, is not an overlay, or has an action that is malformed */
export function readOverlay(file: string, text = readText(file)): OverlayFile {
  let read: YamlText;
  try {
    read = readYaml(text.replace(/^\uFEFF/, ""), MOST_IN_CONTRACT);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Failure(2, `${shownPath(file)}:${error.line}: ${error.message}. ${error.fix}`);
  }
  const { value, line } = read;
  const failureAt = (at: Pointer, reason: string): Failure =>
    new Failure(2, `${shownPath(file)}:${line(at)}: ${reason}`);
  if (!isObject(value) || value["overlay"] === undefined) {
    throw failureAt(
      [],
      "this is not an overlay. Begin it with `overlay: 1.1.0`; see https://spec.openapis.org/overlay/",
    );
  }
  const { overlay: version, info, actions } = value;
  if (typeof version !== "string" || !/^1\.[01]\.\d+$/.test(version)) {
    throw failureAt(
      ["overlay"],
      `the overlay version ${shown(version)} is not supported. Write \`overlay: 1.1.0\` or 1.0.0.`,
    );
  }
  const unknown = Object.keys(value).find(
    (key) => !["overlay", "info", "extends", "actions"].includes(key) && !key.startsWith("x-"),
  );
  if (unknown !== undefined) throw failureAt([unknown], `an overlay has no field ${unknown}. Remove it.`);
  if (!isObject(info) || info["title"] === undefined || info["version"] === undefined) {
    throw failureAt(["info"], "info must have a title and a version. Add them.");
  }
  if (!Array.isArray(actions) || actions.length === 0) {
    throw failureAt(
      ["actions"],
      "actions must be a list of at least one action. Add one, or remove the overlay from the configuration.",
    );
  }
  return {
    file,
    actions: actions.map((action: unknown, index) => {
      const failure = (reason: string, ...keys: Pointer): Failure => failureAt(["actions", index, ...keys], reason);
      return { ...checkedAction(action, version, failure), failure };
    }),
  };
}

function checkedAction(
  action: unknown,
  version: string,
  failure: (reason: string, ...keys: Pointer) => Failure,
): Pick<OverlayAction, "target" | "change"> {
  if (!isObject(action)) throw failure("an action must be an object with a target. Correct it.");
  const unknown = Object.keys(action).find((key) => !FIELDS.includes(key) && !key.startsWith("x-"));
  if (unknown !== undefined)
    throw failure(`an action has no field ${unknown}. Its fields are ${FIELDS.join(", ")}.`, unknown);
  const { target, remove = false, copy } = action;
  if (typeof target !== "string")
    throw failure("the action has no target. Add a JSONPath, such as `target: $.info`.", "target");
  if (typeof remove !== "boolean") throw failure(`remove must be true or false, not ${shown(remove)}.`, "remove");
  if (remove) return { target, change: { remove } };
  const updates = Object.hasOwn(action, "update");
  if (updates === (copy !== undefined)) {
    throw failure(
      updates
        ? "the action has update and copy. Make two actions of it."
        : "the action changes nothing. Add update, copy or `remove: true`.",
    );
  }
  if (updates) {
    if (holdsProto(action["update"]))
      throw failure("update has the name __proto__, which no field can have. Rename it.", "update");
    if (holdsEndless(action["update"]))
      throw failure("update has a number that JSON cannot write: .inf, .nan or beyond 1e308. Write another.", "update");
    return { target, change: { update: action["update"] } };
  }
  if (typeof copy !== "string") throw failure(`copy must be a JSONPath, not ${shown(copy)}.`, "copy");
  if (version.startsWith("1.0.")) throw failure("copy is new in overlay 1.1. Write `overlay: 1.1.0`.", "copy");
  return { target, change: { copy } };
}

/** As a member, this name could change what other objects have. */
const holdsProto = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(holdsProto)
    : isObject(value) && (Object.hasOwn(value, "__proto__") || Object.values(value).some(holdsProto));

/** They would be compiled into types as names that TypeScript does not know. */
const holdsEndless = (value: unknown): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some(holdsEndless)
    : typeof value === "number" && !Number.isFinite(value);

const shown = (value: unknown): string =>
  typeof value === "object" && value !== null ? (Array.isArray(value) ? "a list" : "an object") : String(value);
