// What the definitions of all clients share.
import { uncapital } from "../../../test/tools/bundle.mjs";

/** @typedef {import("../../../test/tools/bundle.mjs").Operation} Operation */
/** @typedef {Pick<import("../../../test/tools/tool.mjs").Tool, "packages" | "newerNode" | "shown">} Needs */
/** Source text of the inputs of a call: parameters of the path by name, and the body. @typedef {{ path?: Record<string, string>, body?: string }} Input */
/** How a client takes integers of 64 bits, as source text. @typedef {{ id: (digits: string) => string, amount: (digits: string) => string }} Integers */

/**
 * @typedef {object} Mode a way to generate a client
 * @property {string} [name] of a mode for bigints
 * @property {Integers} integers
 * @property {(dir: string) => Promise<string>} generate writes the client into the folder, and returns its version
 */

/**
 * @typedef {object} Client
 * @property {string} name
 * @property {Needs} [needs] what generates it; the first package is run
 * @property {Mode[]} modes the default first
 * @property {{ how: string, hook?: string, added?: number }} [signing] the source that signs, or the lines added to a call
 * @property {string} retryOption
 * @property {{ name?: string, source: string }[]} setups what a program does once; the default first, then those that retry more
 * @property {(called: Operation) => string[]} imports
 * @property {(called: Operation, input: Input) => string} call
 * @property {(result: any) => any} data `data` of the answer, in what a call returns
 */

/** @type {Integers} */
export const NUMBERS = { id: (digits) => digits, amount: (digits) => digits };
/** @type {Integers} */
export const BIGINTS = { id: (digits) => `${digits}n`, amount: (digits) => `${digits}n` };

export const functionOf = (/** @type {Operation} */ { name }) => uncapital(name);

/** @param {Record<string, string | undefined> | undefined} members source text by name @returns {string | undefined} the source of an object */
export function object(members) {
  if (members === undefined) return undefined;
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return `{ ${present.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
}

/** The loop of a hook whose request has Headers. */
export const SET_HEADERS = "for (const [name, value] of Object.entries(sign())) request.headers.set(name, value);";

/** A call by a function that takes parameters of the path one by one, then the body, then options. @type {Client["call"]} */
export function signedCall(called, { path, body }) {
  const values = path === undefined ? body : Object.values(path).join(", ");
  return `${functionOf(called)}(${values}, { headers: sign() })`;
}
