// Makes names for operations and components from a path or from a page's words. They are to be checked by a person.

/** The steps of a path, or of a message type. */
export const stepsOf = (key: string): string[] => key.split(/[/_]/).filter((step) => step !== "");

/** OrderItem for orderItem, order-item and ORDER_ITEM; without the names in braces. */
export const pascal = (text: string): string =>
  text
    .replaceAll(/\{[^}]*\}/g, "")
    .split(/[^A-Za-z0-9]+/)
    .map((word) => (/[a-z]/.test(word) ? word : word.toLowerCase()))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** A name in lower camel case that begins with a letter. */
function camel(text: string): string {
  const name = pascal(text);
  return /^[A-Z]/.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : `call${name}`;
}

/**
 * A free operationId: the beginning of similar ids, and the steps of the path after its first one.
 * @param key the path, or the message type of a callback
 * @param prefix without it, the first step of the path is used
 */
export function operationIdOf(key: string, prefix: string | undefined, taken: readonly string[]): string {
  const [first = "", ...rest] = stepsOf(key);
  return freeName(`${prefix ?? camel(first)}.${camel(rest.join(" "))}`, (id) =>
    taken.some((other) => other.toLowerCase() === id.toLowerCase() || other.startsWith(`${id}.`)),
  );
}

/** Names that say nothing, such as type names of the server's language. */
const NO_NAME = /^(?:object|map|json|string|integer|long|array|list|data|result|schema|\d.*)?$/i;

/** A free name for a component, such as AlibabaPaper for PaperVO; undefined if the page's name for it says nothing. */
export function shapeNameOf(named: string, prefix: string, taken: Iterable<string>): string | undefined {
  const word = pascal(named).replace(/(?:List|VO|DTO|Vo|Dto)$/, "");
  if (NO_NAME.test(word)) return undefined;
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  return freeName(word.startsWith(prefix) ? word : prefix + word, (name) => names.has(name.toLowerCase()));
}

/** The wanted name, or the first one with a number that is free. */
function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number += 1) name = `${wanted}${number}`;
  return name;
}
