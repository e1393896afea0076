// Finds what `request` calls: an operation of the table by method and path, or a path that no page shows.
import { check, inputError } from "../errors/input-error.js";
import { fromPath, type Completion } from "./from-path.js";
import type { OperationInfo, OperationTable, RequestMethod } from "./table.js";

/** What a caller knows about an operation that the contract does not describe. */
export interface RequestRules {
  /** A read is retried after a temporary failure. Default: `write`. */
  effect?: "read" | "write" | undefined;
  /** Who signs: five headers, or `signWarehouse`. Default: `headers`. */
  auth?: "headers" | "warehouse" | undefined;
  /** Where the inputs go. Default: the query of a GET, the body of any other method. With `query`, no body is sent. */
  place?: "query" | "body" | undefined;
}

/** What to call, and how. */
export interface Target {
  /** The operationId, or the method and the path: `POST /some/path`. */
  readonly operation: string;
  readonly info: OperationInfo;
  /** Adds the inputs that a filled-in path holds. */
  readonly complete?: Completion;
}

/**
 * The part of a client that makes the method `request`, which calls any path. Pass it to `createPandaPon` or `createClient` as
 * `request`.
 *
 * A path of the table, as template or filled in, has the rules of its operation, and not those given.
 * @throws PandaPonError of kind `input` if the path or a rule is wrong, or if the path of an operation has another method, letter
 *   case, encoding or end than in the table: a server may accept it as that operation, and the call would have other rules
 */
export function anyRequest(table: OperationTable, method: RequestMethod, path: string, rules?: RequestRules): Target {
  // Plain JavaScript may pass anything. The transport refuses options that are not an object.
  const {
    effect = "write",
    auth = "headers",
    place = method === "GET" ? "query" : "body",
  }: RequestRules = Object(rules);
  checkOneOf(["GET", "POST", "PUT", "PATCH", "DELETE"], method, "method");
  checkOneOf(["read", "write"], effect, "effect");
  checkOneOf(["headers", "warehouse"], auth, "auth");
  checkOneOf(["query", "body"], place, "place");
  const all = Object.entries(table);
  let similar = all.filter(([, info]) => info.path === path);
  if (!similar[0]) {
    const decoded = decodedPath(path);
    similar = all.filter(([, info]) => [path, decoded].some((one) => matches(info, one, "/?", "i")));
  }
  for (const [operation, info] of similar) {
    const values = info.path === path ? {} : matches(info, path);
    if (values && info.method === method) return { operation, info, complete: fromPath(values) };
  }
  // The call is none of these: the first one names what it should be.
  for (const [operation, info] of similar) {
    throw inputError("path", `must be called as ${info.method} ${info.path}`, operation);
  }
  if (method === "GET") checkOneOf(["query"], place, "place");
  const own = auth === "headers";
  return {
    operation: `${method} ${path}`,
    info: {
      method,
      path,
      effect,
      security: own ? undefined : auth,
      query: place === "query" || [],
      request: {},
      response: {},
      envelope: own,
      result: own ? "/data" : "",
    },
  };
}

function checkOneOf(allowed: readonly string[], value: string, name: string): void {
  check(allowed.includes(value), name, `must be ${allowed.join(" or ")}`);
}

/** @returns the decoded values that a path has in the places of a template; `undefined` if it is another one */
function matches({ path }: OperationInfo, given: string, end = "", flags?: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = path.replace(/\{(.+?)\}|[^\w/]/g, (other, name?: string) =>
    name ? (names.push(name), "([^/]*)") : `\\${other}`,
  );
  const found = new RegExp(`^${pattern}${end}$`, flags).exec(given);
  return found
    ? Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]))
    : undefined;
}

/** @returns the path, decoded as a server may do first */
function decodedPath(path: string): string {
  try {
    // The parser of URLs changes dot segments, backslashes, control characters, braces, and what does not belong to a path.
    if (new URL(`http://h${path}`).pathname === path) {
      const decoded = decodeURIComponent(path);
      if (!/[\p{Cc}\\]|\/\.{0,2}\/|\/\.\.?$/u.test(decoded)) return decoded;
    }
  } catch {
    // The percent-encoding is wrong, or the path is a symbol.
  }
  throw inputError("path", "must be a URL's path, filled in and percent-encoded");
}
