// Reads a request as PandaPon's gateway would: which operation, who calls, with which inputs. Everything else is refused.
import type { OperationInfo } from "pandapon-openapi";
import { isUserId } from "../accounts/ids.js";
import { OPERATIONS, type Validate } from "../contract/compiled.js";
import type { Inputs } from "../exchange/flow.js";
import { Refusal } from "../exchange/refusal.js";
import { jsonOf, textOf, type Body } from "./body.js";
import { decoded, routeOf, type Route } from "./route.js";
import type { GatewayRules } from "./rules.js";
import { checkHeaders, checkWarehouse } from "./signature.js";
import { inWords, shown } from "./words.js";

/** A request that passed every check. */
export interface ReadRequest {
  operation: string;
  info: OperationInfo;
  userId: string;
  inputs: Inputs;
  /** What was not checked. It is sent as `x-sandbox-warning`. */
  warning: string | undefined;
}

/** What is known of a request while it is read, for the log. It is there even if the request is refused. */
export interface Arrived {
  /** Undefined if the request reached no operation. */
  operation?: string;
  /** Undefined if the request was refused before. */
  userId?: string;
  /** The begin of the body, at most 10 000 characters. */
  body?: string;
}

/**
 * @param arrived is filled in
 * @throws Refusal that says what is wrong and how to correct it
 */
export async function readRequest(request: Request, rules: GatewayRules, arrived: Arrived): Promise<ReadRequest> {
  const url = new URL(request.url);
  const route = routeOf(request.method, url.pathname);
  const { operation, info } = route;
  arrived.operation = operation;
  let userId = info.security === undefined ? checkHeaders(request.headers, rules) : rules.userId;
  const text = await textOf(request);
  arrived.body = rules.shorten(text);
  let warning: string | undefined;
  if (info.security !== undefined) {
    const parts = { method: request.method, path: url.pathname, body: text };
    warning = await checkWarehouse(url.searchParams, parts, rules);
    // No page says how the freight group names its user.
    const named = request.headers.get("user-id");
    if (named !== null && isUserId(named)) userId = named;
  }
  arrived.userId = userId;
  const type = request.headers.get("content-type");
  return { operation, info, userId, inputs: inputsOf({ route, url, text, type }, rules.lenient), warning };
}

interface Sent {
  route: Route;
  url: URL;
  text: string;
  type: string | null;
}

function inputsOf({ route, url, text, type }: Sent, lenient: boolean): Inputs {
  const compiled = OPERATIONS[route.operation];
  if (compiled === undefined) throw new Error(`${route.operation} is not compiled`);
  const parameters = { ...route.values, ...queryOf(url, compiled.query) };
  const check = (validate: Validate | undefined, value: unknown, whole: string): void => {
    if (lenient || validate === undefined || validate(value)) return;
    throw new Refusal("invalid", `The request does not fit the contract: ${inWords(validate.errors ?? [], whole)}`);
  };
  check(compiled.parameters, parameters, "the query");
  let body: Body = { rounded: {}, exact: {} };
  // `fetch` sends no body with a GET, and only those take none.
  if (compiled.body !== undefined && text !== "") {
    body = jsonOf(text, type);
    check(compiled.body, body.rounded, "the body");
    if (!lenient) checkDigits(body.exact, "");
  } else if (compiled.needsBody === true && !lenient) {
    throw new Refusal("invalid", "The request has no body. It must be a JSON object.");
  }
  for (const [name, value] of Object.entries(parameters)) {
    const other = Object.hasOwn(body.exact, name) ? body.exact[name] : value;
    if (other !== value)
      throw new Refusal("invalid", `${name} is another one in the query than in the body. Send it once.`);
  }
  return { ...parameters, ...body.exact };
}

/** The query parameters that the contract has. Others are ignored, as servers do. @throws Refusal */
function queryOf({ search, searchParams }: URL, names: readonly string[]): Record<string, string> {
  if (search === "") return {};
  decoded(search.replaceAll("+", " "), "the query");
  const given = names.map((name) => [name, searchParams.getAll(name)] as const);
  const twice = given.find(([, values]) => values.length > 1);
  if (twice !== undefined) throw new Refusal("unreadable", `The query has ${twice[0]} more than once.`);
  return Object.fromEntries(given.flatMap(([name, values]) => values.map((value) => [name, value])));
}

/** JSON.parse rounds long integers, so the validators cannot see that one is too long. @throws Refusal */
function checkDigits(value: unknown, at: string): void {
  if (typeof value === "bigint" && BigInt.asIntN(64, value) !== value) {
    throw new Refusal("invalid", `The request does not fit the contract: ${at} must be a whole number of 64 bits.`);
  }
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [name, one] of Object.entries(value))
    checkDigits(one, isList ? `${at}[${name}]` : at ? `${at}.${shown(name)}` : shown(name));
}
