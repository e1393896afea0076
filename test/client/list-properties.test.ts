// Random lists: whatever the server says and does, a list ends or fails after few requests, and none is silently short.
import { expect, test } from "vitest";
import fc from "fast-check";
import { PandaPonError } from "../../dist/src/index.js";
import { answering, endOf, type Held } from "../support/lists.js";
import { serve, type Handler, type Loopback } from "../support/server.js";

const RUNS = 250;

/** A server whose list can be exchanged. */
async function exchangeable(): Promise<{ server: Loopback; hold: (held: Held) => void }> {
  let handler: Handler = () => undefined;
  const server = await serve((response, request) => handler(response, request));
  return { server, hold: (held) => void (handler = answering(held)) };
}

const beyond = fc.constantFrom<Held["beyond"][]>("empty", "null", "last", "error");
/** A total that says nothing. */
const nothing = fc.constantFrom<unknown[]>(undefined, null, "", "many", "NaN", 0, "0", -1, {}, [5], true);
const asNumberOrText = (total: number): fc.Arbitrary<unknown> => fc.constantFrom(total, `${total}`, `${total}.0`);

/** Pages of these lengths. Each record is another number. */
function pagesOf(lengths: readonly number[]): number[][] {
  let last = 0;
  return lengths.map((length) => Array.from({ length }, () => (last += 1)));
}

const flat = (pages: readonly (readonly unknown[])[]): unknown[] => pages.flat();
/** How many records come before each empty page and before the end. */
const stops = (pages: readonly (readonly unknown[])[]): number[] =>
  [...pages, []].flatMap((page, index) => (page.length === 0 ? [flat(pages.slice(0, index)).length] : []));
const isBeginning = (part: readonly unknown[], whole: readonly unknown[]): void =>
  expect(part).toEqual(whole.slice(0, part.length));

test("from the first page, with pages of any length", async () => {
  const { server, hold } = await exchangeable();
  const lists = fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }).chain((lengths) => {
    const pages = pagesOf(lengths);
    const count = flat(pages).length;
    const wrong = fc
      .integer({ min: 1, max: 2 * count + 3 })
      .chain((told) => fc.tuple(fc.constant(told), asNumberOrText(told)));
    const right = asNumberOrText(count).map((told) => [count, told] as const);
    const total = fc.oneof(
      right,
      wrong,
      nothing.map((told) => [0, told] as const),
    );
    return fc.record({
      pages: fc.constant(pages),
      count: fc.constant(count),
      total,
      beyond,
      size: fc.constantFrom(undefined, 1, 3, "3", 50),
    });
  });
  await fc.assert(
    fc.asyncProperty(lists, async ({ pages, count, total: [total, told], beyond, size }) => {
      hold({ pages, total: told, beyond });
      const { given, asked, error } = await endOf(server, { pageNo: 1, pageSize: size });
      const records = flat(pages);
      isBeginning(given, records);
      expect(asked.length).toBeLessThanOrEqual(pages.length + 12);
      if (error !== undefined) expect(error).toBeInstanceOf(PandaPonError);
      // A total that is too low says nothing, unless just so many records came.
      else if (total < count && given.length !== total) expect(stops(pages)).toContain(given.length);
      else expect(given).toHaveLength(total);
      if (total === count && count > 0 && !pages.slice(0, -1).some(({ length }) => length === 0)) {
        expect({ given, error }).toEqual({ given: records, error: undefined });
      }
    }),
    { numRuns: RUNS },
  );
});

test("from any page, with pages of one length, some of them empty", async () => {
  const { server, hold } = await exchangeable();
  const lists = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 10 })).chain(([most, count]) => {
    const lengths = Array.from({ length: Math.ceil(count / most) }, (_, index) => Math.min(most, count - most * index));
    const full = pagesOf(lengths);
    const empty = fc.oneof(fc.constant<number[]>([]), fc.subarray([...lengths.keys()]));
    return fc.record({
      pages: empty.map((indices) => full.map((page, index) => (indices.includes(index) ? [] : page))),
      total: fc.oneof(asNumberOrText(count), nothing),
      beyond,
      start: fc.integer({ min: 1, max: lengths.length }),
      size: fc.constantFrom(most, `${most}`, most + 7, undefined),
      exact: fc.constant(most),
      count: fc.constant(count),
    });
  });
  await fc.assert(
    fc.asyncProperty(lists, async ({ pages, total, beyond, start, size, exact, count }) => {
      const held = { pages, total, beyond };
      hold(held);
      const { given, asked, error } = await endOf(server, { pageNo: start, pageSize: size });
      const rest = pages.slice(start - 1);
      const records = flat(rest);
      isBeginning(given, records);
      expect(asked.length).toBeLessThanOrEqual(rest.length + 12);
      const known = ["number", "string"].includes(typeof total) && Number(total) === count;
      const lost = rest.some(({ length }) => length === 0);
      if (error !== undefined) expect(error).toBeInstanceOf(PandaPonError);
      else if (!lost) expect(given).toEqual(records);
      else {
        // It is not known how many records came before, or how many there are.
        expect(known && (start === 1 || Number(size) === exact)).toBe(false);
        expect(stops(rest)).toContain(given.length);
      }
      if (known && !lost && beyond !== "error") expect(error).toBeUndefined();
      // All that the server has are given before the list fails.
      if (known && lost && beyond !== "error" && Number(size) === exact) expect(given).toEqual(records);
    }),
    { numRuns: RUNS },
  );
});
