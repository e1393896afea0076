// Long integers survive a tool that reads JSON as JavaScript does.
import { expect, test } from "vitest";
import { readJson } from "../../scripts/dist/core/exact-json.js";
import { withPlaceholders } from "../../scripts/dist/core/placeholders.js";

const LONG = "2542285634920880794";

/** What a tool makes of the document that reads numbers as JavaScript does. */
const through = (text: string): string => {
  const { document, restore } = withPlaceholders(readJson(text)?.value);
  return restore(JSON.stringify(document));
};

test.each([
  [`{"id":${LONG}}`],
  [`[${LONG},-${LONG},9007199254740993,9223372036854775807]`],
  [`{"a":{"b":[{"id":${LONG}},{"id":${LONG}}]},"${LONG}":"${LONG}"}`],
  [`{"small":9007199254740991,"text":"${LONG}","none":null,"half":0.5,"yes":true}`],
  [LONG],
  // More than ten, so that one placeholder could be the beginning of another.
  [`[${Array.from({ length: 25 }, (_, index) => `25422856349208807${index + 10}`).join(",")}]`],
  [`{"long-integer-0-":${LONG},"x-long-integer-0-":"long-integer-0-"}`],
])("%s", (text) => {
  expect(through(text)).toBe(text);
});

test("in the middle of a text, a placeholder becomes its digits", () => {
  const { document, restore } = withPlaceholders({ id: BigInt(LONG) });
  const { id } = document as { id: string };
  expect(restore(`/orders/${id}?again=${id}`)).toBe(`/orders/${LONG}?again=${LONG}`);
  expect(id).toMatch(/^[a-z\d-]+$/);
});

test("a text that only looks like a placeholder stays", () => {
  expect(withPlaceholders({ id: BigInt(LONG) }).restore("long-integer-7-")).toBe("long-integer-7-");
});
