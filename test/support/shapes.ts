// Random shapes of JSON with int64s and JSON texts: their positions, answers and inputs of such a shape, and the expected
// results. Values and results are generated together, so that no expectation comes from the code under test.
import fc, { type Arbitrary } from "fast-check";
import { parseExact } from "../../dist/src/codec/parse.js";
import type { Int64Wire, Positions } from "./positions.js";
import { jsonTexts } from "./json-text.js";
import { plainData } from "./plain-data.js";

export type Shape =
  | { kind: "plain" }
  | { kind: "int64"; wire: Int64Wire }
  | { kind: "jsonText"; held: Shape }
  | { kind: "list"; item: Shape }
  | { kind: "object"; members: [name: string, shape: Shape][]; others: Shape | undefined };

/** JSON of an answer, and its expected decoded value. */
interface Read {
  text: string;
  value: unknown;
}

/** An input, the expected JSON, and the value that this JSON decodes to. */
interface Written {
  input: unknown;
  text: string;
  value: unknown;
}

/** Names that a pointer has to escape, and names that every object inherits. */
const NAMES = [
  "id",
  "orderId",
  "a/b",
  "m~n",
  "~1",
  "~0~1",
  "",
  "__proto__",
  "constructor",
  "toString",
  "toJSON",
  "length",
];
const OTHER_NAMES = ["other", "*", "hasOwnProperty", "valueOf", "1234567890123456789"];

const plain: Arbitrary<Shape> = fc.constant({ kind: "plain" });
const int64: Arbitrary<Shape> = fc
  .constantFrom<Int64Wire>("integer", "string", "either")
  .map((wire) => ({ kind: "int64", wire }));

export const shapes: Arbitrary<Shape> = fc.letrec<{ shape: Shape; container: Shape; list: Shape; object: Shape }>(
  (tie) => ({
    list: tie("shape").map((item): Shape => ({ kind: "list", item })),
    object: fc
      .record({
        members: fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), tie("shape")), {
          maxLength: 4,
          selector: ([name]) => name,
        }),
        others: fc.option(tie("shape"), { nil: undefined }),
      })
      .map(({ members, others }): Shape => {
        // Positions cannot exclude a member from a rule for all the others, so named members need positions of their own.
        const named = others === undefined ? members : members.filter(([, member]) => hasPositions(member));
        return { kind: "object", members: named, others };
      }),
    container: fc.oneof(tie("list"), tie("object")),
    shape: fc.oneof(
      { depthIdentifier: "shape", maxDepth: 3 },
      { arbitrary: int64, weight: 3 },
      { arbitrary: plain, weight: 1 },
      { arbitrary: fc.oneof(tie("container"), int64).map((held): Shape => ({ kind: "jsonText", held })), weight: 2 },
      { arbitrary: tie("container"), weight: 3 },
    ),
  }),
).container;

/** @returns the positions of the int64s and JSON texts of a shape */
export function positionsOf(shape: Shape): Positions {
  const found: Record<Int64Wire | "jsonText", string[]> = { integer: [], string: [], either: [], jsonText: [] };
  const visit = (one: Shape, at: string): void => {
    if (one.kind === "int64") found[one.wire].push(at);
    if (one.kind === "list") visit(one.item, `${at}/*`);
    if (one.kind === "jsonText") {
      found.jsonText.push(at);
      visit(one.held, at);
    }
    if (one.kind === "object") {
      for (const [name, member] of one.members) visit(member, `${at}/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`);
      if (one.others !== undefined) visit(one.others, `${at}/*`);
    }
  };
  visit(shape, "");
  return found;
}

function hasPositions(shape: Shape): boolean {
  return Object.values(positionsOf(shape)).some((pointers) => pointers.length > 0);
}

const digits: Arbitrary<string> = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
    fc.bigInt({ min: -10n, max: 10n }),
  )
  .map(String);

/** Values that an answer may hold instead of a value of any shape. They stay unchanged. */
const NOT_THAT_SHAPE = ["null", "true", "1.5", "-0.25", "1e300"];
const NO_JSON = ["", "text", "{", "[1234567890123456789", "{'a':1}", "01", "1 2", "undefined", "\u0000"];

/** @returns answers of a shape, sometimes of another shape */
export function answersOf(shape: Shape): Arbitrary<Read> {
  const strange = fc
    .constantFrom(...NOT_THAT_SHAPE)
    .map((text): Read => ({ text, value: JSON.parse(text) as unknown }));
  switch (shape.kind) {
    case "plain":
      return jsonTexts().map((text) => ({ text, value: parseExact(text) }));
    case "int64":
      return fc.oneof(
        { arbitrary: digits.map((id) => ({ text: id, value: id })), weight: 4 },
        { arbitrary: digits.map((id) => ({ text: `"${id}"`, value: id })), weight: 3 },
        strange,
        fc.constantFrom("", "N/A", "12a").map((value) => ({ text: JSON.stringify(value), value })),
        fc.constant({ text: '{"id":1,"list":[1]}', value: { id: 1, list: [1] } }),
      );
    case "jsonText":
      return fc.oneof(
        {
          arbitrary: answersOf(shape.held).map(({ text, value }) => ({ text: JSON.stringify(text), value })),
          weight: 6,
        },
        // Some answers hold the value itself. A text alone would be read as JSON.
        { arbitrary: answersOf(shape.held).filter(({ text }) => !text.startsWith('"')), weight: 2 },
        fc.constantFrom(...NO_JSON).map((value) => ({ text: JSON.stringify(value), value })),
      );
    case "list":
      return fc.oneof(
        {
          arbitrary: fc.array(answersOf(shape.item), { maxLength: 3 }).map((items) => ({
            text: `[${items.map(({ text }) => text).join(" , ")}]`,
            value: items.map(({ value }) => value),
          })),
          weight: 8,
        },
        strange,
      );
    case "object":
      return fc.oneof({ arbitrary: membersOf(shape, answersOf).map(joined), weight: 8 }, strange);
  }
}

const joined = (members: [name: string, made: Read][]): Read => ({
  text: `{${members.map(([name, { text }]) => `${JSON.stringify(name)}:${text}`).join(",")}}`,
  value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
});

/** Some of the members that an object declares, and some that it does not. */
function membersOf<T>(
  shape: Shape & { kind: "object" },
  made: (shape: Shape) => Arbitrary<T>,
): Arbitrary<[name: string, made: T][]> {
  const others = OTHER_NAMES.map((name): [string, Shape] => [name, shape.others ?? { kind: "plain" }]);
  const all = [...shape.members, ...others];
  return fc
    .tuple(...all.map(([name, member]) => fc.option(fc.tuple(fc.constant(name), made(member)), { nil: undefined })))
    .map((members) => members.filter((member) => member !== undefined));
}

/** @returns inputs of a shape */
export function inputsOf(shape: Shape): Arbitrary<Written> {
  const nothing = fc.constant<Written>({ input: null, text: "null", value: null });
  switch (shape.kind) {
    case "plain":
      return plainData.map((input) => {
        const text = JSON.stringify(input);
        return { input, text, value: parseExact(text) };
      });
    case "int64": {
      const bare = shape.wire === "integer";
      const ids = digits.chain((id) =>
        fc
          .constantFrom(id, BigInt(id), ...(Number.isSafeInteger(Number(id)) ? [Number(id)] : []))
          .map((input) => ({ input, text: bare ? id : `"${id}"`, value: id })),
      );
      return fc.oneof(
        { arbitrary: ids, weight: 8 },
        nothing,
        ...(bare ? [] : [fc.constant<Written>({ input: "", text: '""', value: "" })]),
      );
    }
    case "jsonText":
      return fc.oneof(
        {
          arbitrary: inputsOf(shape.held)
            .filter(({ input }) => input !== null)
            .chain(({ input, text, value }) =>
              // A text is treated as JSON.
              fc
                .constantFrom(text, typeof input === "string" ? text : input)
                .map((given) => ({ input: given, text: JSON.stringify(text), value })),
            ),
          weight: 6,
        },
        nothing,
        fc.constantFrom(...NO_JSON).map((input) => ({ input, text: JSON.stringify(input), value: input })),
      );
    case "list":
      return fc
        .array(fc.oneof({ arbitrary: inputsOf(shape.item), weight: 8 }, nothing), { maxLength: 3 })
        .map((items) => ({
          input: items.map(({ input }) => input),
          text: `[${items.map(({ text }) => text).join(",")}]`,
          value: items.map(({ value }) => value),
        }));
    case "object":
      return membersOf(shape, inputsOf).map((members) => ({
        input: Object.fromEntries([...members.map(([name, { input }]) => [name, input]), ["left out", undefined]]),
        ...joined(members),
      }));
  }
}
