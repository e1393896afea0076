// Reads the body of a request: as text, as JSON.parse reads it, and with every digit.
import { readJson, tooDeepAt } from "../../core/exact-json.js";
import { isCollection, isObject } from "../../core/node.js";
import { Refusal } from "../exchange/refusal.js";

/** The longest body that is read, in bytes: a picture search carries the picture. */
const LONGEST_BODY = 8 * 2 ** 20;
/** How deep JSON may nest, as everywhere in the tools. */
const DEEPEST = 100;

/** @returns the body as text, without a byte order mark @throws Refusal if it is too long or not UTF-8 */
export async function textOf(request: Request): Promise<string> {
  const tooLong = (): Refusal => new Refusal("tooLarge", `The body is longer than ${LONGEST_BODY / 2 ** 20} MiB.`);
  if (Number(request.headers.get("content-length") ?? 0) > LONGEST_BODY) throw tooLong();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // Some browsers have no stream here.
    if (!request.body) return decoder.decode(await request.arrayBuffer());
    const reader = request.body.getReader();
    let text = "";
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > LONGEST_BODY) {
        await reader.cancel();
        throw tooLong();
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("unreadable", "The body could not be read: it must be complete, and UTF-8.");
  }
}

export interface Body {
  /** As `JSON.parse` reads it: long integers are rounded. */
  rounded: unknown;
  /** With every digit. */
  exact: Readonly<Record<string, unknown>>;
}

/** @throws Refusal if the body is not JSON that everyone reads alike */
export function jsonOf(text: string, contentType: string | null): Body {
  if (!/^\s*application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?(?:;\s*)?$/i.test(contentType ?? "")) {
    throw new Refusal("unreadable", "The body must be JSON in UTF-8: send the header content-type: application/json.");
  }
  if (tooDeepAt(text, DEEPEST) !== undefined) {
    throw new Refusal("unreadable", `The body nests deeper than ${DEEPEST} levels.`);
  }
  let rounded: unknown;
  try {
    rounded = JSON.parse(text);
  } catch {
    throw new Refusal("unreadable", "The body is not JSON.");
  }
  const exact = readJson(text)?.value;
  // Which of the two counts depends on the reader.
  if (exact === undefined) throw new Refusal("unreadable", "An object of the body has two members of the same name.");
  dropOwnNames(exact);
  return { rounded, exact: isObject(exact) ? exact : {} };
}

/** JavaScript looks for these members itself, wherever it needs the text of an object or copies one. No field has such a name. */
const OWN_NAMES = ["__proto__", "toJSON", "toString", "valueOf"];

function dropOwnNames(value: unknown): void {
  if (!isCollection(value)) return;
  for (const name of OWN_NAMES) if (Object.hasOwn(value, name)) Reflect.deleteProperty(value, name);
  for (const one of Object.values(value)) dropOwnNames(one);
}
