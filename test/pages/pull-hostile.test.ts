// `pandapon pages pull` with a site that gives odd ids or keeps a pull waiting.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pull } from "../../scripts/dist/pages/pull/index.js";
import { failing, silence, text, type Handler } from "../support/server.js";
import { markdown, page, startSite } from "../support/pages/site.js";
import { smallSpec, temporaryFolder } from "../support/workspace.js";

const DIGITS = "7".repeat(250);

test.each([`/api-${DIGITS}.md`, `/get-a-parcel-${DIGITS}e0.md`, `/api-${"1".repeat(21)}`, `/API-${DIGITS}.MD`])(
  "a link whose id cannot be the name of a file is named, and the rest is taken: %s",
  async (link) => {
    const site = await startSite({ "/api-11.md": page(), "/api-12.md": page() });
    site.routes["/llms.txt"] = text(`- [One](/api-11.md)\n- [Odd](${link})\n- [Two](/api-12.md)\n`, "text/plain");
    const spec = smallSpec();
    const result = await pull({ spec, sites: [site.url] });
    expect(result).toMatchObject({ written: ["api-11", "api-12"], gone: [] });
    expect(result.problems).toEqual([
      expect.objectContaining({
        file: `${site.url}/llms.txt`,
        line: 2,
        message: expect.stringMatching(/^api-\d+ is not the id of a page\.$/) as string,
      }),
    ]);
    expect(readdirSync(path.join(spec, "pages")).sort()).toEqual(["api-11.json", "api-12.json", "sites.json"]);
    expect(site.requests.some(({ url }) => url.toLowerCase() === link.toLowerCase())).toBe(false);
  },
);

test.each(["api-11", "API-11", "a-11e0"])(
  "an id that is there twice, in another form or case, is one page: %s",
  async (again) => {
    const site = await startSite({ "/api-11.md": page(), [`/${again}.md`]: page() });
    site.routes["/llms.txt"] = text(`- [One](/api-11.md)\n- [One](/${again}.md)\n`, "text/plain");
    const spec = smallSpec();
    expect(await pull({ spec, sites: [site.url] })).toMatchObject({ written: ["api-11"], problems: [] });
  },
);

test.each(["con", "a:b", "aux.", "..", "x".repeat(300), "\u202E"])(
  "titles and folders are never file names: %s",
  async (name) => {
    const site = await startSite({ "/api-11.md": page(markdown({ title: name })) });
    site.routes["/llms.txt"] = text(`- ${name} > ${name} [${name}](/api-11.md)\n`, "text/plain");
    const spec = smallSpec();
    expect(await pull({ spec, sites: [site.url] })).toMatchObject({ written: ["api-11"], problems: [] });
    expect(readdirSync(path.join(spec, "pages")).sort()).toEqual(["api-11.json", "sites.json"]);
  },
);

test("a page that is named with such an id, by its address or by its file, is a problem of that page", async () => {
  const site = await startSite({ [`/api-${DIGITS}.md`]: page(), "/api-11.md": page() });
  const dir = temporaryFolder();
  writeFileSync(path.join(dir, `api-${"7".repeat(200)}.md`), markdown());
  const spec = smallSpec();
  const sites = [`${site.url}/api-${DIGITS}.md`, `${site.url}/api-11.md`];
  const { written, problems } = await pull({ spec, sites, from: [dir] });
  expect(written).toEqual(["api-11"]);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/has the id "api-7+", which is not one of a page\.$/),
    expect.stringMatching(/has the id "api-7+", which is not one of a page\.$/),
  ]);
});

test.each(["", "..", "a:b", "con", "page", "api-1/../../x"])(
  "the contract's page with another id is not written: %s",
  async (id) => {
    const spec = smallSpec([
      "paths/shop/order/{orderId}.yaml",
      "https://doc.example.org/api-2",
      `https://doc.example.org/${id}`,
    ]);
    const dir = temporaryFolder();
    writeFileSync(path.join(dir, "saved.md"), markdown({ title: "Cancel", path: "/shop/order/{orderId}" }));
    const { written, problems } = await pull({ spec, from: [dir] });
    expect(written).toEqual([]);
    expect(problems).toHaveLength(1);
  },
);

const many = (count: number, handler: Handler): Record<string, Handler> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`/api-${n + 1_000}.md`, handler]));
const busy: Handler = failing(429, { "retry-after": "60" });

test.each<[string, Handler]>([
  ["429 with Retry-After", busy],
  ["503", failing(503)],
  ["silence", silence],
])("if a site stops answering, the rest of it is not fetched: %s", async (_, handler) => {
  const site = await startSite({ "/api-11.md": page(), "/api-12.md": page(), ...many(199, handler) });
  const spec = smallSpec();
  const { written, problems } = await pull({ spec, sites: [site.url], firstWait: 1, longestWait: 2, timeout: 1_000 });
  expect(written).toEqual(["api-11", "api-12"]);
  expect(problems.length).toBeLessThan(20);
  expect(problems.at(-1)?.message).toMatch(
    /^1\d\d more pages of the site not fetched, because too many pages in a row failed\.$/,
  );
  expect(site.requests.length).toBeLessThan(60);
});

test("failures that are not in a row do not end a pull, nor do pages that are missing", async () => {
  const routes: Record<string, Handler> = {};
  for (let n = 100; n < 160; n += 1) routes[`/api-${n}.md`] = n % 4 === 0 ? failing(500) : page();
  const site = await startSite({ ...routes, ...many(30, failing(404)), "/api-2000.md": page() });
  const { written, problems } = await pull({ spec: smallSpec(), sites: [site.url], firstWait: 1 });
  expect(written).toHaveLength(46);
  expect(problems).toHaveLength(45);
});

test("the limit of a whole pull ends it, with what was read", async () => {
  const site = await startSite({ "/api-11.md": page(), ...many(5, busy) });
  const started = performance.now();
  const { written, problems } = await pull({ spec: smallSpec(), sites: [site.url], longestPull: 300 });
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(written).toEqual(["api-11"]);
  expect(problems.map(({ message }) => message)).toContain(
    "The page is not fetched, because the pull takes longer than 0.3 s.",
  );
  expect(problems.map(({ message }) => message)).toContain(
    "1 more page of the site not fetched, because the pull takes too long.",
  );
});

test("it ends requests and the list of pages too, and pages that come one chunk at a time", async () => {
  const drop: Handler = (response) => {
    response.writeHead(200, { "content-type": "text/markdown" });
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  };
  const check = async (routes: Record<string, Handler>): Promise<void> => {
    const site = await startSite(routes);
    const started = performance.now();
    const { problems } = await pull({ spec: smallSpec(), sites: [site.url], longestPull: 200 });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain("the pull takes longer than 0.2 s");
  };
  await Promise.all([{ "/llms.txt": busy }, { "/llms.txt": silence }, many(3, silence), many(3, drop)].map(check));
});

test("a folder in the place of a page ends a pull with its name", async () => {
  const spec = smallSpec();
  mkdirSync(path.join(spec, "pages/api-11.json"), { recursive: true });
  const site = await startSite({ "/api-11.md": page() });
  await expect(pull({ spec, sites: [site.url] })).rejects.toThrow(/api-11\.json is .*not a (?:regular )?file/);
});
