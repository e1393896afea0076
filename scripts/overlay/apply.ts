// Applies an overlay to a document, with every digit.
import { exec } from "jsonpath-rfc9535";
import { isObject, type Node } from "../core/node.js";
import type { Failure } from "../core/problem.js";
import { compareText } from "../core/text.js";
import type { OverlayAction, OverlayFile } from "./read.js";

/** The keys that lead to a node. */
type NodePath = (string | number)[];
type Fail = (reason: string) => Failure;

/**
 * @param document stays as it is
 * @returns the changed document
 * @throws Failure with code 2 that names the file and the line of the action, if its target is not JSONPath or matches nothing, or if
 *   its change does not fit the target
 */
export function applyOverlay<T extends object>(document: T, { actions }: OverlayFile): T {
  const holder: { root: unknown } = { root: structuredClone(document) };
  for (const action of actions) apply(holder, action);
  // A root that is an object stays one: its target is never removed, and only an object is merged into it.
  return holder.root as T;
}

function apply(holder: { root: unknown }, { target, change, failure }: OverlayAction): void {
  const locations = found(holder.root, target, "target", failure);
  if (locations.length === 0) {
    throw failure(
      `the target ${target} matches nothing. Correct it, or remove the action if the contract has changed.`,
    );
  }
  if ("remove" in change) return removeAll(holder.root, locations, failure);
  const value = "copy" in change ? copied(holder.root, change.copy, failure) : change.update;
  if (sizeOf(value) * locations.length > MOST_VALUES) {
    throw failure(
      `the action adds more than ${MOST_VALUES} values, or nests deeper than ${DEEPEST} levels. Correct the target, or what it adds.`,
    );
  }
  for (const location of locations) {
    const own: unknown = structuredClone(value);
    replace(holder, location, (old) => merged(old, own, `the target ${target}`, failure));
  }
  if (sizeOf(holder.root) > MOST_VALUES) {
    throw failure(
      `with this action the contract has more than ${MOST_VALUES} values, or nests deeper than ${DEEPEST} levels. Correct it.`,
    );
  }
}

/** How many values a contract may have: actions that copy could double it each time. The published one has 11 000. */
const MOST_VALUES = 200_000;
/** Every walk through a contract is recursive. */
const DEEPEST = 500;

/** How many values there are; endless if they nest too deeply. */
function sizeOf(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null) return 1;
  if (depth > DEEPEST) return Infinity;
  return Object.values(value).reduce((size: number, one: unknown) => size + sizeOf(one, depth + 1), 1);
}

/** The nodes that a JSONPath matches, each once. */
function found(root: unknown, query: string, kind: "target" | "copy", failure: Fail): NodePath[] {
  const locations = new Map<string, NodePath>();
  try {
    // The library refuses to compare a bigint, so a filter sees numbers. Only places are taken from its answer.
    const searched = query.includes("?") ? withNumbers(root) : root;
    exec(searched as Parameters<typeof exec>[0], query, (_value, at) => {
      const location = at.map(unquoted);
      locations.set(JSON.stringify(location), location);
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw failure(`the ${kind} ${query} is not a valid JSONPath (RFC 9535): ${error.message} Correct it.`);
  }
  return [...locations.values()];
}

function copied(root: unknown, query: string, failure: Fail): unknown {
  const sources = found(root, query, "copy", failure);
  const [source] = sources;
  if (source === undefined || sources.length > 1) {
    throw failure(`copy must match one node, but ${query} matches ${sources.length}. Correct it.`);
  }
  return source.reduce((node, key) => member(node, key), root);
}

function removeAll(root: unknown, locations: NodePath[], failure: Fail): void {
  // The last first: items behind a removed one move, and a node may be inside another.
  for (const location of locations.toSorted(lastFirst)) {
    const key = location.at(-1);
    if (key === undefined) throw failure("the whole document cannot be removed. Correct the target.");
    const parent = location.slice(0, -1).reduce((node, one) => member(node, one), root);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (isObject(parent)) delete parent[key];
  }
}

function replace(holder: { root: unknown }, location: NodePath, change: (old: unknown) => unknown): void {
  const key = location.at(-1);
  if (key === undefined) {
    holder.root = change(holder.root);
    return;
  }
  // The library has found the node, so all around it are objects and lists. Lists are written by index like objects by name.
  const parent = location.slice(0, -1).reduce((node, one) => member(node, one), holder.root) as Node;
  parent[key] = change(parent[key]);
}

/** An object takes the members of an object, a list takes items at its end, and any other value is replaced. */
function merged(old: unknown, update: unknown, what: string, failure: Fail): unknown {
  if (Array.isArray(old)) return [...(old as unknown[]), ...(Array.isArray(update) ? (update as unknown[]) : [update])];
  if (kindOf(old) !== kindOf(update)) {
    throw failure(
      `${what} is ${kindOf(old)}, but the update is ${kindOf(update)}. To replace it, remove it in an action before.`,
    );
  }
  if (!isObject(old) || !isObject(update)) return update;
  for (const [name, value] of Object.entries(update)) {
    if (!Object.hasOwn(old, name)) old[name] = value;
    else if (Array.isArray(old[name]) && !Array.isArray(value))
      throw failure(
        `${what}: ${name} is a list, but the update has ${kindOf(value)} there. To replace it, remove it in an action before.`,
      );
    else old[name] = merged(old[name], value, `${what}: ${name}`, failure);
  }
  return old;
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? "a list" : isObject(value) ? "an object" : "a single value";

const member = (node: unknown, key: string | number): unknown =>
  typeof node === "object" && node !== null ? (node as Node)[key] : undefined;

/** An inner node comes before the one around it, and an item before those in front of it. */
function lastFirst(one: NodePath, other: NodePath): number {
  const at = one.findIndex((key, index) => key !== other[index]);
  const [a, b] = [one[at], other[at]];
  if (a === undefined) return other.length - one.length;
  if (b === undefined) return -1;
  return typeof a === "number" && typeof b === "number" ? b - a : compareText(String(a), String(b));
}

/** A name as it is. The library escapes it as in a normalized path: https://www.rfc-editor.org/rfc/rfc9535#section-2.7 */
function unquoted(key: string | number): string | number {
  if (typeof key === "number") return key;
  const text = key.replaceAll(/\\(.)|"/g, (found, escaped) => (found === '"' ? '\\"' : escaped === "'" ? "'" : found));
  return String(JSON.parse(`"${text}"`));
}

/** A copy in which each integer is a number. */
const withNumbers = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? Number(one) : one)));
