import fc from "fast-check";
import { expect, test } from "vitest";
import { HeldFacts } from "../../scripts/dist/pages/read/openapi/held.js";
import { readOperation } from "../../scripts/dist/pages/read/openapi/operation.js";
import { selfCheck, type SelfCheck } from "../../scripts/dist/pages/read/openapi/self-check.js";
import { documents } from "../support/pages/random-document.js";

type Node = Record<string, unknown>;

function checked(document: Node): SelfCheck {
  const origin = { document, source: "shop.md", form: "markdown", title: "", line: () => 1 } as const;
  const { page, noted } = readOperation(origin, "/shop/order", "post");
  const held = new HeldFacts(document);
  const item = (document["paths"] as Record<string, Node>)["/shop/order"] ?? {};
  held.operation(item, "post", ["paths", "/shop/order", "post"], { code: "200", place: "response" });
  return selfCheck(held, page.fields, noted);
}

test("of 500 random documents, every fact is read or noted, and none is invented", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { counts, missed, invented } = checked(document);
      const shown = (list: readonly { kind: string; place: string; what: string }[]): string[] =>
        list.map(({ kind, place, what }) => `${kind} ${what} at ${place}`);
      expect({ missed: shown(missed), invented: shown(invented) }).toEqual({ missed: [], invented: [] });
      expect(counts.read + counts.noted).toBe(counts.held);
    }),
    { numRuns: 500 },
  );
});
