// Finds what `request` calls: an operation of the table by method and path, or a path that no page shows.
import { inputError } from "../errors/input-error.js";
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
  /** The same, with the method that puts the inputs in their place. */
  readonly placed: OperationInfo;
  /** The path inputs that a filled-in path holds. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * A path of the table, as template or filled in, has the rules of its operation, and not those given.
 * @throws PandaPonError of kind `input` if the path or a rule is wrong, or if the path of an operation has another method, letter
 *   case or end than in the table
 */
export function targetOf(table: OperationTable, method: RequestMethod, path: string, rules?: RequestRules): Target {
  // Plain JavaScript may pass anything. The transport refuses options that are not an object.
  const {
    effect = "write",
    auth = "headers",
    place = method === "GET" ? "query" : "body",
  }: RequestRules = Object(rules);
  checkOneOf(["GET", "POST", "PUT", "PATCH", "DELETE"], method, "method");
  const all = Object.entries(table);
  const named = all.filter(([, info]) => info.path === path);
  const parts = named.length > 0 ? path.split("/") : partsOf(path);
  const given = parts.join("/");
  const similar = (named.length > 0 ? named : all)
    .map(([operation, info]) => {
      const values: Record<string, string> = {};
      const filled = info.path
        .split("/")
        .map((name, index) => {
          const part = parts[index] ?? name;
          return part !== name && /^\{[^{}]+\}$/.test(name) ? (values[name.slice(1, -1)] = part) : name;
        })
        .join("/");
      return { operation, info, placed: info, values, filled };
    })
    .filter(({ filled }) => bare(filled) === bare(given));
  const known = similar.find(({ info, filled }) => filled === given && info.method === method);
  const [other] = similar;
  if (other && !known) {
    throw inputError("path", `must be called as ${other.info.method} ${other.info.path}`, other.operation);
  }

  const operation = known?.operation ?? `${method} ${path}`;
  checkOneOf(["read", "write"], effect, "effect", operation);
  checkOneOf(["headers", "warehouse"], auth, "auth", operation);
  checkOneOf(method === "GET" && !known ? ["query"] : ["query", "body"], place, "place", operation);
  const own = auth === "headers";
  const info: OperationInfo = {
    method,
    path,
    effect,
    ...(!own && { security: auth }),
    request: {},
    response: {},
    envelope: own,
    result: own ? "/data" : "",
  };
  return known ?? { operation, info, placed: place === "query" ? { ...info, method: "GET" } : info, values: {} };
}

function checkOneOf(allowed: readonly string[], value: string, name: string, operation?: string): void {
  if (!allowed.includes(value)) throw inputError(name, `must be ${allowed.join(" or ")}`, operation);
}

/** What two paths have in common if a server may take them for the same. */
const bare = (path: string): string => path.toLowerCase().replace(/\/$/, "");

/** @returns the decoded parts of a path that is filled in */
function partsOf(path: string): string[] {
  try {
    // The parser of URLs changes dot segments, backslashes, control characters, braces, and what does not belong to a path.
    if (new URL(`http://h${path}`).pathname === path) {
      const parts = path.split("/").map(decodeURIComponent);
      // A server may decode first.
      if (!/[\p{Cc}\\]|\/\.{0,2}\/|\/\.\.?$/u.test(parts.join("/"))) return parts;
    }
  } catch {
    // A percent sign encodes nothing, or bytes that are no text; or the path is a symbol.
  }
  throw inputError("path", "must be a URL's path, filled in and percent-encoded");
}
