// What is an instance of PandaPonError, and of a class that extends it.
import { expect, test } from "vitest";
import { PandaPonError } from "../../dist/src/index.js";

class OwnError extends PandaPonError {}
class OtherError extends PandaPonError {}
class ChildError extends OwnError {}
const error = new PandaPonError("api", "no");
const own = new OwnError("api", "no");
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const throwing = (): never => {
  throw new Error("trap");
};

test.each<[what: string, value: unknown, is: boolean, isOwn: boolean]>([
  ["an error", error, true, false],
  ["an error of a class that extends it", own, true, true],
  ["an error of a class that extends that class", new ChildError("api", "no"), true, true],
  ["an error of another class that extends it", new OtherError("api", "no"), true, false],
  ["a frozen error", Object.freeze(new OwnError("api", "no")), true, true],
  ["a proxy of an error", new Proxy(own, {}), true, true],
  ["another error", new Error("no"), false, false],
  ["a clone of an error, which has lost its class", structuredClone(error), false, false],
  ["a copy of what an error shows", { ...error, name: error.name, message: error.message }, false, false],
  ["the JSON of an error", JSON.parse(JSON.stringify(error)), false, false],
  ["the mark alone", { [Symbol.for("PandaPonError")]: true }, false, false],
  ["the class", PandaPonError, false, false],
  ["its prototype", PandaPonError.prototype, false, false],
  ["an object", {}, false, false],
  ["an object without a prototype", Object.create(null), false, false],
  ["a function", () => error, false, false],
  ["a proxy that throws", new Proxy(own, { get: throwing, has: throwing, getPrototypeOf: throwing }), false, false],
  ["a revoked proxy", revoked.proxy, false, false],
  ["null", null, false, false],
  ["undefined", undefined, false, false],
  ["a text", "PandaPonError", false, false],
  ["a number", 1, false, false],
  ["a bigint", 1n, false, false],
  ["a symbol", Symbol.for("PandaPonError"), false, false],
  ["true", true, false, false],
])("%s", (_, value, is, isOwn) => {
  expect([value instanceof PandaPonError, value instanceof OwnError]).toEqual([is, isOwn]);
  // As code calls it that has a class from elsewhere.
  expect([PandaPonError[Symbol.hasInstance](value), OwnError[Symbol.hasInstance](value)]).toEqual([is, isOwn]);
});

test("TypeScript narrows to the class that is named", () => {
  class Coded extends PandaPonError {
    readonly exit = 7;
  }
  const thrown: unknown = new Coded("api", "no");
  expect(thrown instanceof Coded && thrown.exit).toBe(7);
  expect(thrown instanceof PandaPonError && thrown.kind).toBe("api");
});
