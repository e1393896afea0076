// Pages of each form with random damage: as they are cut off, pasted twice, edited or hostile.
import fc from "fast-check";
import { exportJson, exportYaml, markdownPage } from "./apifox.js";
import { contractPages } from "./contract-pages.js";
import { documents } from "./random-document.js";
import type { GivenPage } from "./reading.js";
import { textPage } from "./rendered.js";
import { CANCEL_PAGE } from "./shop-page.js";
import { jsonOf, yamlOf } from "./shop-document.js";

const TOKENS = (
  "{ } [ ] : , \" ' | > & * ! % @ # - ? ~ $ref allOf: properties: required: type: items: null true 1e999 0x1F __proto__ constructor " +
  "&a *a <<: !!binary ```  --- ... \u0000 \u001B[2J \u202E \uFEFF \r \t string required optional integer array object 必需 可选 POST GET"
).split(" ");

/** Where and how a text is damaged: all numbers are parts of its length. */
const damage = fc.record({
  kind: fc.constantFrom("cut", "drop line", "repeat", "swap", "insert", "indent", "replace", "join"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  token: fc.oneof(
    fc.constantFrom(...TOKENS),
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constant("x".repeat(5_000)),
  ),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(text: string, { kind, at, to, token }: Damage): string {
  const lines = text.split("\n");
  const [first, second] = [Math.floor(at * lines.length), Math.floor(to * lines.length)].sort((a, b) => a - b);
  const [from = 0, until = 0] = [first, second];
  const offset = Math.floor(at * text.length);
  if (kind === "cut") return text.slice(0, offset);
  if (kind === "insert") return text.slice(0, offset) + token + text.slice(offset);
  if (kind === "replace") return text.slice(0, offset) + token + text.slice(offset + token.length);
  if (kind === "drop line") lines.splice(from, 1 + Math.floor((until - from) / 4));
  if (kind === "repeat") lines.splice(until, 0, ...lines.slice(from, from + 40));
  if (kind === "swap") [lines[from], lines[until]] = [lines[until] ?? "", lines[from] ?? ""];
  if (kind === "indent") lines[from] = `  ${lines[from] ?? ""}`;
  if (kind === "join") lines.splice(from, 2, lines.slice(from, from + 2).join(""));
  return lines.join("\n");
}

/** So many random pages, the same ones for the same seed. */
export function* randomPages(count: number, seed: number): Generator<GivenPage> {
  const pages = contractPages();
  const written: [string, string][] = [
    ["shop.md", CANCEL_PAGE],
    ...pages.flatMap((page): [string, string][] => [
      ["page.md", markdownPage(page)],
      ["page.txt", textPage(page)],
      ["page.txt", textPage(page, { language: "en", navigation: "list", lineEnd: "\r\n" })],
      ["page.json", exportJson([page])],
    ]),
    ["all.yaml", exportYaml(pages.slice(0, 3))],
  ];
  const source = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...written) },
    { weight: 1, arbitrary: documents.map((one): [string, string] => ["random.json", jsonOf(one)]) },
    { weight: 1, arbitrary: documents.map((one): [string, string] => ["random.yaml", yamlOf(one)]) },
  );
  const page = fc.tuple(source, fc.array(damage, { minLength: 1, maxLength: 3 }));
  // A batch at a time: all of them together need more memory than the tests have.
  for (let first = 0; first < count; first += 500) {
    const batch = fc.sample(page, { numRuns: Math.min(500, count - first), seed: seed + first });
    for (const [index, [[file, text], damages]] of batch.entries()) {
      yield { what: `${seed}/${first + index} ${file}`, file, content: damages.reduce(damaged, text) };
    }
  }
}
