// Reads a request to the test door. What another site's page could send is refused.
import { readJson } from "../../core/exact-json.js";
import { isUserId } from "../accounts/ids.js";
import { textOf } from "../gateway/body.js";
import { invalid } from "../exchange/inputs.js";
import { Refusal } from "../exchange/refusal.js";

/**
 * Browsers name the site of the page in `Origin`, and send JSON to another site only if that site allows it. The sandbox never does.
 * @throws Refusal
 */
export function refuseOtherSites(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== new URL(request.url).origin) {
    throw new Refusal(
      "unsigned",
      "Pages of another origin may not use the test door. Call it from a program, such as curl.",
    );
  }
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if ((request.method === "POST" || request.method === "PUT") && type !== "application/json") {
    throw new Refusal("unsigned", "Send the header `content-type: application/json`, also without a body.");
  }
}

/** @returns the body as JSON with all digits; an object without members if it is empty. @throws Refusal */
export async function bodyOf(request: Request): Promise<unknown> {
  const text = await textOf(request);
  if (text.trim() === "") return {};
  const read = readJson(text);
  if (read !== undefined) return read.value;
  throw new Refusal("unreadable", "The body is not JSON, names a member twice, or nests deeper than 100 levels.");
}

/**
 * @param expected what a body may have, and what each member is, in words
 * @returns its members @throws Refusal that says what is expected
 */
export function membersOf(
  body: unknown,
  expected: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const members = objectOf(body);
  const unknown = Object.keys(members).find((name) => !Object.hasOwn(expected, name));
  if (unknown === undefined) return members;
  const hint = Object.entries(expected).map(([name, what]) => `${name} (${what})`);
  throw invalid(
    `The body has an unknown member ${JSON.stringify(unknown.slice(0, 80))}. It may have: ${hint.join(", ")}.`,
  );
}

/** @returns the members of a body, without a prototype. @throws Refusal */
export function objectOf(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === "object" && body !== null && !Array.isArray(body)) {
    return Object.defineProperties(
      Object.create(null) as Record<string, unknown>,
      Object.getOwnPropertyDescriptors(body),
    );
  }
  throw invalid("The body must be a JSON object, such as {}.");
}

/** @returns the user of the header `user-id`; undefined if there is none. @throws Refusal */
export function userOf({ headers }: Request): string | undefined {
  const userId = headers.get("user-id");
  if (userId === null) return undefined;
  if (isUserId(userId)) return userId;
  throw invalid("The header user-id must be 1 to 20 digits: PandaPon's have 13.");
}
