// Finds the operation of a request by its path and method, exactly as the contract writes them.
import { operationTable, type OperationInfo, type OperationTable } from "pandapon-openapi";
import { Refusal } from "../exchange/refusal.js";
import { shown } from "./words.js";

export interface Route {
  operation: string;
  info: OperationInfo;
  /** The decoded values that the path holds. */
  values: Readonly<Record<string, string>>;
}

interface KnownPath {
  operation: string;
  info: OperationInfo;
  names: readonly string[];
  pattern: RegExp;
}

const TABLE: OperationTable = operationTable;
const KNOWN: readonly KnownPath[] = Object.entries(TABLE).map(([operation, info]) => ({
  operation,
  info,
  names: [...info.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
  pattern: new RegExp(`^${info.path.replaceAll(/\{\w+\}/g, "([^/]+)")}$`),
}));
const PLAIN = new Map(KNOWN.filter(({ names }) => names.length === 0).map((known) => [known.info.path, known]));
const FILLED = KNOWN.filter(({ names }) => names.length > 0);

/** @param path the path of the URL, percent-encoded @throws Refusal */
export function routeOf(method: string, path: string): Route {
  const known = PLAIN.get(path) ?? FILLED.find(({ pattern }) => pattern.test(path));
  if (known === undefined)
    throw new Refusal("noSuchPath", `No operation has the path ${shown(path)}. ${hintFor(path)}`);
  const { operation, info, names, pattern } = known;
  if (method !== info.method) {
    throw new Refusal("wrongMethod", `${info.path} is called with ${info.method}, not with ${shown(method)}.`, {
      allow: info.method,
    });
  }
  const found = names.length === 0 ? [] : (pattern.exec(path)?.slice(1) ?? []);
  const values = names.map((name, index) => [name, decoded(found[index] ?? "", `the path's ${name}`)] as const);
  return { operation, info, values: Object.fromEntries(values) };
}

/** @throws Refusal if a part of the URL is not percent-encoded UTF-8 */
export function decoded(part: string, name: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refusal("unreadable", `The encoding of ${name} is wrong: it must be percent-encoded UTF-8.`);
  }
}

/** The path that was probably meant. */
function hintFor(path: string): string {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // Then nothing is decoded.
  }
  plain = plain.replaceAll(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const meant = KNOWN.find(
    ({ info, pattern }) => info.path.toLowerCase() === plain.toLowerCase() || pattern.test(plain),
  );
  return meant === undefined
    ? "The sandbox has the paths of the contract: `pandapon operations` lists them."
    : `Call ${meant.info.path}, exactly as it is written here.`;
}
