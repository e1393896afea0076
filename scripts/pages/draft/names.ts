// Makes the operationId of a path or a message type. A person has to check it.
import { isFirstWord, isMethodName } from "../../lint/rules/operation-id.js";

/** The steps of a path, or of a message type. */
export const stepsOf = (key: string): string[] => key.split(/[/_]/).filter((step) => step !== "");

/**
 * `orderItem` for order-item, ORDER_ITEM and order/{id}/item. It begins with a letter.
 * @param isName whether a word can be a name in its place
 */
function camel(text: string, isName = isMethodName): string {
  const words = text.replaceAll(/\{[^}]*\}/g, "").split(/[^A-Za-z0-9]+/);
  const name = words
    .map((word) => (/[a-z]/.test(word) ? word : word.toLowerCase()))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
  const lower = name.slice(0, 1).toLowerCase() + name.slice(1);
  return isName(lower) ? lower : `call${name}`;
}

/**
 * A free operationId: the beginning of similar ids, and the steps of the path after its first one.
 * @param key the path, or the message type of a callback
 * @param prefix without it, the first step of the path is used
 */
export function operationIdOf(key: string, prefix: string | undefined, taken: readonly string[]): string {
  const [first = "", ...rest] = stepsOf(key);
  const words = prefix?.split(".") ?? [];
  // A prefix is one or two words. Another one is of a contract that is not linted yet.
  const isUsable = words.length < 3 && words.every(isMethodName) && isFirstWord(words[0] ?? "");
  const wanted = `${isUsable ? words.join(".") : camel(first, isFirstWord)}.${camel(rest.join(" "))}`;
  const isTaken = (id: string): boolean =>
    taken.some((other) => other.toLowerCase() === id.toLowerCase() || other.startsWith(`${id}.`));
  let id = wanted;
  for (let number = 2; isTaken(id); number += 1) id = `${wanted}${number}`;
  return id;
}
