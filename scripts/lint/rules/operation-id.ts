// An operationId is the name of a method: two or three lower-camel words. It is unique, none is the beginning of another, and none
// begins as a method that every client has.
import { CLIENT_METHODS } from "../../core/openapi.js";
import { report, type Location, type Rule } from "../shared/rule.js";

/** Names that every object has, and the one that `await` calls. A method of this name would be taken for it. */
const TAKEN = new Set(["then", "toJSON", ...Object.getOwnPropertyNames(Object.prototype)]);

/** Whether an operationId can begin with a word. */
export const isFirstWord = (word: string): boolean => isMethodName(word) && !CLIENT_METHODS.has(word);

/** Whether a word can be the name of a method or a group of methods. */
export const isMethodName = (word: string): boolean => /^[a-z][A-Za-z0-9]*$/.test(word) && !TAKEN.has(word);

export const operationId: Rule = () => {
  const seen: { id: string; location: Location }[] = [];
  return {
    Operation(operation, ctx) {
      const id = operation.operationId;
      if (typeof id !== "string") return; // operation-operationId reports it
      const location = ctx.location.child("operationId");
      const words = id.split(".");
      const taken = words.find((word) => TAKEN.has(word));
      if (taken !== undefined) {
        const message = `operationId "${id}" has the word ${taken}, which JavaScript uses itself.`;
        report(ctx, location, message, "Use another word.");
      } else if (CLIENT_METHODS.has(words[0] ?? "")) {
        const message = `operationId "${id}" begins with ${words[0]}, which is a method of every client.`;
        report(ctx, location, message, "Begin it with another word.");
      } else if (words.length < 2 || words.length > 3 || !words.every(isMethodName)) {
        const fix = "Name it as the method is called, such as alibaba.refunds.create.";
        report(ctx, location, `operationId "${id}" is not two or three lower-camel words joined by dots.`, fix);
      }
      for (const other of seen) {
        if (other.id.toLowerCase() === id.toLowerCase()) {
          report(ctx, location, `operationId "${id}" is taken by another operation.`, "Rename one of the two.");
        } else if (id.startsWith(`${other.id}.`) || other.id.startsWith(`${id}.`)) {
          const message = `operationId "${id}" and "${other.id}" cannot both be called: one is the beginning of the other.`;
          report(ctx, location, message, "Rename one of the two.");
        }
      }
      seen.push({ id, location });
    },
  };
};
