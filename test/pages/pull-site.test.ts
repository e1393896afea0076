// `pandapon pages pull --site`, with a real site on loopback.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { diff } from "../../scripts/dist/pages/diff/index.js";
import { pull, type PullOptions, type PullResult } from "../../scripts/dist/pages/pull/index.js";
import { drip, failing, reset, silence, text, type Handler } from "../support/server.js";
import { html, markdown, page, startSite, tagged } from "../support/pages/site.js";
import { smallSpec } from "../support/workspace.js";

/** Pulls with the shortest waits before retries. */
const pullNow = (options: PullOptions): Promise<PullResult> => pull({ firstWait: 1, ...options });

/** A spec folder beside a `node_modules`, which gets the cache. */
function spec(): string {
  const dir = smallSpec();
  mkdirSync(path.join(path.dirname(dir), "node_modules"));
  return dir;
}

const names = (dir: string): string[] => readdirSync(path.join(dir, "pages")).sort();
const contents = (dir: string): Record<string, string> =>
  Object.fromEntries(names(dir).map((name) => [name, readFileSync(path.join(dir, "pages", name), "utf8")]));
const written = (dir: string): number[] => names(dir).map((name) => statSync(path.join(dir, "pages", name)).mtimeMs);
const snapshotPage = (dir: string, id: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(dir, "pages", `${id}.json`), "utf8")) as Record<string, unknown>;

/** Each handler answers one request; the last one answers all further requests. */
function inTurn(...handlers: Handler[]): Handler {
  let turn = 0;
  return (response, request) => handlers[Math.min(turn++, handlers.length - 1)]?.(response, request);
}

test("every endpoint of llms.txt becomes a file; documents, schemas and other sites do not", async () => {
  const site = await startSite({
    "/get-a-parcel-11e0.md": page(),
    "/api-12.md": page(markdown({ title: "Send", path: "/shop/send" })),
    "/api-13.md": page(markdown({ title: "Track", path: "/shop/track" })),
  });
  site.routes["/llms.txt"] = text(
    `# Shop

## Docs
- Guide > First steps [Begin](${site.url}/begin-1m0.md): how to begin
- [Manual](/doc-2.md)

## API Docs
- 1688 > After-sales [Get a parcel [new]](${site.url}/get-a-parcel-11e0.md): what (more) it is for
* Shop/Parcels [Send](api-12)
/api-13
- Shop [Elsewhere](https://shop.example.org/api-14.md):

## Schemas
- [Parcel[]](${site.url}/parcel-3d0.md):
`,
    "text/plain",
  );
  const dir = spec();
  const result = await pullNow({ spec: dir, sites: [site.url] });
  expect(result).toMatchObject({ written: ["api-11", "api-12", "api-13"], unchanged: 0, gone: [] });
  expect(result.problems).toEqual([
    {
      file: `${site.url}/llms.txt`,
      line: 11,
      column: 1,
      rule: "page",
      message: `https://shop.example.org/api-14.md is not on ${site.url} and is not fetched.`,
      fix: "If it is PandaPon's, add that site with --site.",
    },
  ]);
  expect(names(dir)).toEqual(["api-11.json", "api-12.json", "api-13.json", "sites.json"]);
  expect(snapshotPage(dir, "api-11")).toMatchObject({
    id: "api-11",
    url: `${site.url}/api-11`,
    method: "GET",
    path: "/shop/parcel",
    folder: ["Shop", "Parcels"],
    fields: { "response/id": { types: ["string"] } },
  });
  expect(JSON.parse(contents(dir)["sites.json"] ?? "")).toEqual({
    [site.url]: {
      "api-11": { title: "Get a parcel [new]", folder: ["1688", "After-sales"], path: "/get-a-parcel-11e0" },
      "api-12": { title: "Send", folder: ["Shop", "Parcels"], path: "/api-12" },
      "api-13": { title: "", folder: [], path: "/api-13" },
    },
  });
  expect(site.requests.map(({ url }) => url).sort()).toEqual([
    "/api-12.md",
    "/api-13.md",
    "/get-a-parcel-11e0.md",
    "/llms.txt",
  ]);
  expect(site.requests[0]?.headers["user-agent"]).toMatch(/^pandapon-codegen\/\d+\.\d+\.\d+$/);
});

test("a second pull of an unchanged site writes nothing, with validators and without", async () => {
  const site = await startSite({
    "/api-11.md": tagged('"a"'),
    "/api-12.md": page(),
    "/api-13.md": (response, request) => {
      const modified = "Wed, 01 Jan 2025 00:00:00 GMT";
      if (request.headers["if-modified-since"] === modified) response.writeHead(304).end();
      else page(markdown(), { "last-modified": modified })(response, request);
    },
  });
  const dir = spec();
  const given = { spec: dir, sites: [site.url] };
  expect(await pullNow(given)).toMatchObject({ written: ["api-11", "api-12", "api-13"], problems: [] });
  const [before, times] = [contents(dir), written(dir)];
  expect(await pullNow(given)).toMatchObject({ written: [], unchanged: 3, gone: [], problems: [] });
  expect(contents(dir)).toEqual(before);
  expect(written(dir)).toEqual(times);
  const tags = site.requests.filter(({ url }) => url === "/api-11.md").map(({ headers }) => headers["if-none-match"]);
  expect(tags).toEqual([undefined, '"a"']);
});

test("the file of a page keeps what is not visible on the page, also if its title says so", async () => {
  const hidden = markdown({ title: "not visible" }).replace("x-apifox-status: released", "x-apifox-status: other");
  const site = await startSite({ "/api-11.md": page(hidden) });
  site.routes["/llms.txt"] = text("[not visible](/api-11)", "text/plain");
  const dir = spec();
  await pullNow({ spec: dir, sites: [site.url] });
  expect(snapshotPage(dir, "api-11")).toMatchObject({ title: "not visible", status: "not visible" });
  expect(snapshotPage(dir, "sites")).toMatchObject({ [site.url]: { "api-11": { title: "not visible" } } });
});

test("validators are sent only if the page's file is what they belong to", async () => {
  const site = await startSite({ "/api-11.md": tagged('"a"'), "/api-12.md": tagged('"b"') });
  const dir = spec();
  await pullNow({ spec: dir, sites: [site.url] });
  const before = contents(dir);
  rmSync(path.join(dir, "pages/api-11.json"));
  writeFileSync(path.join(dir, "pages/api-12.json"), "{}\n");
  expect(await pullNow({ spec: dir, sites: [site.url] })).toMatchObject({ written: ["api-11", "api-12"] });
  expect(contents(dir)).toEqual(before);
});

test("a page that changed is written, and the files of the others keep their times", async () => {
  const site = await startSite({ "/api-11.md": page(), "/api-12.md": page() });
  const dir = spec();
  await pullNow({ spec: dir, sites: [site.url] });
  const longAgo = new Date("2020-01-01");
  utimesSync(path.join(dir, "pages/api-11.json"), longAgo, longAgo);
  site.routes["/api-12.md"] = page(markdown({ fields: ["id", "weight"] }));
  expect(await pullNow({ spec: dir, sites: [site.url] })).toMatchObject({ written: ["api-12"], unchanged: 1 });
  expect(snapshotPage(dir, "api-12")["fields"]).toHaveProperty(["response/weight"]);
  expect(written(dir)[0]).toBe(longAgo.getTime());
});

test("the file of a page that its site no longer lists is removed; other files stay", async () => {
  const site = await startSite({ "/api-11.md": page(), "/api-12.md": page() });
  const other = await startSite({ "/api-21.md": page() });
  const dir = spec();
  await pullNow({ spec: dir, sites: [site.url, other.url] });
  writeFileSync(
    path.join(dir, "pages/api-31.json"),
    contents(dir)["api-21.json"]?.replaceAll("api-21", "api-31") ?? "",
  );
  writeFileSync(path.join(dir, "pages/README.md"), "Ours.\n");
  delete site.routes["/api-12.md"];
  expect(await pullNow({ spec: dir, sites: [site.url] })).toMatchObject({
    written: [],
    unchanged: 1,
    gone: ["api-12"],
  });
  expect(names(dir)).toEqual(["README.md", "api-11.json", "api-21.json", "api-31.json", "sites.json"]);
  const sites = JSON.parse(contents(dir)["sites.json"] ?? "") as Record<string, Record<string, unknown>>;
  expect(Object.keys(sites[site.url] ?? {})).toEqual(["api-11"]);
  expect(Object.keys(sites[other.url] ?? {})).toEqual(["api-21"]);
});

test("a site below a path: its pages have addresses there, and diff reports those that it no longer lists", async () => {
  const site = await startSite({ "/docs/get-a-parcel-1e0.md": page(), "/docs/api-2.md": page() });
  const list = (...pages: string[]): Handler => text(pages.join("\n"), "text/plain");
  site.routes["/docs/llms.txt"] = list(`${site.url}/docs/get-a-parcel-1e0`, "/docs/api-2");
  const evidence = (id: number): [string, string] => [
    `https://doc.example.org/api-${id}`,
    `${site.url}/docs/api-${id}`,
  ];
  const dir = smallSpec(["paths/shop/order.yaml", ...evidence(1)], ["paths/shop/order/{orderId}.yaml", ...evidence(2)]);
  const gone = (): string[] =>
    diff({ spec: dir }).findings.flatMap(({ kind, url }) => (kind === "page gone" ? [url ?? ""] : []));
  await pullNow({ spec: dir, sites: [`${site.url}/docs/`] });
  expect(snapshotPage(dir, "api-1")["url"]).toBe(`${site.url}/docs/api-1`);
  expect(gone()).toEqual([]);
  site.routes["/docs/llms.txt"] = list("/docs/api-2");
  expect(await pullNow({ spec: dir, sites: [`${site.url}/docs`] })).toMatchObject({ gone: ["api-1"] });
  expect(gone()).toEqual([`${site.url}/docs/api-1`]);
});

test.each<[string, Handler, string]>([
  ["404", failing(404), "The page answers 404."],
  ["HTML by its type", html("Nothing here."), "The page answers with HTML instead of Markdown."],
  ["HTML by its text", text("\n <!DOCTYPE html>", "text/plain"), "The page answers with HTML instead of Markdown."],
  ["a login page", html('<form><input type="password"></form>'), "The page answers with a login page."],
  ["401", failing(401), "The page asks for a login (401)."],
  ["a redirect to a login", failing(302, { location: "/user/login?to=x" }), "The page redirects to a login page"],
  ["a redirect elsewhere", failing(301, { location: "https://shop.example.org/" }), "redirects to another site"],
  ["a redirect to nowhere", failing(302), "The page answers 302 without a target."],
  ["a redirect to itself", failing(302, { location: "" }), "The page redirects more than 5 times."],
  ["an unexpected 304", failing(304), "The page answers 304"],
  ["500 every time", failing(500), "The page answers 500."],
  ["a page too large", page("x".repeat(6 * 1024 * 1024)), "The page is larger than 5242880 bytes."],
  ["a bomb", page(gzipSync("x".repeat(9_000_000)).toString("latin1")), "binary data, not text"],
  ["a page that ends too early", page(markdown().slice(0, 300)), "The page ends inside its OpenAPI document."],
  ["an empty page", page(""), "The page is empty."],
  ["no answer", silence, "The page does not answer within 0.2 s."],
  ["an endless answer", drip(), "The page does not answer within 0.2 s."],
  ["a reset connection", reset, "The page cannot be reached ("],
])("one page fails (%s): it is named, its file stays, and the others are pulled", async (_, failure, words) => {
  const site = await startSite({ "/api-11.md": page(), "/api-12.md": page() });
  const dir = spec();
  await pullNow({ spec: dir, sites: [site.url] });
  const before = contents(dir);
  site.routes["/api-11.md"] = failure;
  site.routes["/api-12.md"] = page(markdown({ fields: ["weight"] }));
  const result = await pullNow({ spec: dir, sites: [site.url], timeout: 200 });
  expect(result).toMatchObject({ written: ["api-12"], gone: [] });
  expect(result.problems).toHaveLength(1);
  expect(result.problems[0]?.message).toContain(words);
  expect(result.problems[0]?.file).toBe(`${site.url}/api-11.md`);
  expect(result.problems[0]?.fix).not.toBe("");
  expect(contents(dir)["api-11.json"]).toBe(before["api-11.json"]);
});

test("a compressed page is read", async () => {
  const site = await startSite({
    "/api-11.md": (response) => {
      response.writeHead(200, { "content-type": "text/markdown", "content-encoding": "gzip" });
      response.end(gzipSync(markdown()));
    },
  });
  expect(await pullNow({ spec: spec(), sites: [site.url] })).toMatchObject({ written: ["api-11"], problems: [] });
});

test("a compressed page that is too large is not read to its end", async () => {
  const site = await startSite({
    "/api-11.md": (response) => {
      response.writeHead(200, { "content-type": "text/markdown", "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(100_000_000)));
    },
  });
  const { problems } = await pullNow({ spec: spec(), sites: [site.url] });
  expect(problems[0]?.message).toBe("The page is larger than 5242880 bytes.");
});

test("a redirect on the same site is followed", async () => {
  const site = await startSite({
    "/api-11.md": failing(302, { location: "/get-an-auth-token-11e0.md" }),
    "/get-an-auth-token-11e0.md": page(),
  });
  site.routes["/llms.txt"] = text("/api-11", "text/plain");
  expect(await pullNow({ spec: spec(), sites: [site.url] })).toMatchObject({ written: ["api-11"], problems: [] });
});

test.each<[string, Handler]>([
  ["500", failing(500)],
  ["520", failing(520)],
  ["408", failing(408)],
  ["429", failing(429)],
  ["a reset connection", reset],
  [
    "a body cut short",
    (response, { socket }) => {
      response.writeHead(200, { "content-length": "100000" });
      response.write("# Get", () => socket.destroy());
    },
  ],
])("a temporary failure is retried three times: %s", async (_, failure) => {
  const site = await startSite({
    "/api-11.md": inTurn(failure, failure, failure, page()),
    "/api-12.md": inTurn(failure, failure, failure, failure, page()),
  });
  const result = await pullNow({ spec: spec(), sites: [site.url] });
  expect(result).toMatchObject({ written: ["api-11"], problems: [{ file: `${site.url}/api-12.md` }] });
  expect(site.asked("/api-11.md")).toBe(4);
  expect(site.asked("/api-12.md")).toBe(4);
});

/** The times at which a site is asked for a page, with this handler for its first request, in milliseconds. */
async function timesAsked(first: Handler, options: Partial<PullOptions>): Promise<number[]> {
  const times: number[] = [];
  const answer = inTurn(first, first, first, page());
  const noted: Handler = (response, request) => (times.push(performance.now()), answer(response, request));
  const site = await startSite({ "/api-11.md": noted });
  expect(await pull({ spec: spec(), sites: [site.url], ...options })).toMatchObject({ problems: [] });
  return times;
}
/** Each wait between two requests. A timer of Node may end a millisecond early. */
const waitsIn = (times: number[]): number[] => times.slice(1).map((time, n) => time - (times[n] ?? 0) + 1);

test("each wait before a retry is twice as long as the one before, up to the longest", async () => {
  const [first = 0, second = 0, third = 0] = waitsIn(
    await timesAsked(failing(500), { firstWait: 20, longestWait: 60 }),
  );
  expect(first).toBeGreaterThanOrEqual(20);
  expect(second).toBeGreaterThanOrEqual(40);
  expect(third).toBeGreaterThanOrEqual(60);
});

test.each<[string, () => string, number]>([
  ["seconds", () => "0.05", 50],
  ["more than the longest wait", () => "86400", 100],
  ["a date", () => new Date(Date.now() + 60_000).toUTCString(), 100],
  ["a date in the past", () => "Wed, 01 Jan 2020 00:00:00 GMT", 1],
])("429 with Retry-After: %s", async (_, value, least) => {
  const busy: Handler = (response, request) => failing(429, { "retry-after": value() })(response, request);
  const waits = waitsIn(await timesAsked(busy, { firstWait: 1, longestWait: 100 }));
  expect(waits).toHaveLength(3);
  for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(least);
});

test("a page that waits for its retry is one of the four", async () => {
  const asked = new Set<string>();
  let askedBeforeRetry = 0;
  const busy: Handler = (response, request) => {
    asked.add(request.url);
    failing(429, { "retry-after": "0.1" })(response, request);
  };
  const again: Handler = (response, request) => {
    askedBeforeRetry ||= asked.size;
    page()(response, request);
  };
  const pages = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`/api-${n + 10}.md`, inTurn(busy, again)]));
  const site = await startSite(pages);
  const result = await pullNow({ spec: spec(), sites: [site.url] });
  expect(result).toMatchObject({ problems: [] });
  expect(result.written).toHaveLength(10);
  expect(askedBeforeRetry).toBe(4);
});

test("never more than four requests at once", async () => {
  const slow: Handler = (response, request) => void setTimeout(() => page()(response, request), 20);
  const pages = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/api-${n + 10}.md`, slow]));
  const site = await startSite(pages);
  const progress: [number, number][] = [];
  await pull({ spec: spec(), sites: [site.url], onProgress: (done, total) => progress.push([done, total]) });
  expect(site.mostAtOnce()).toBe(4);
  expect(progress.slice(1)).toEqual(Array.from({ length: 30 }, (_, n) => [n + 1, 30]));
});

test.each<[string, Record<string, Handler>, RegExp]>([
  ["HTML", { "/llms.txt": html() }, /^The site's list of pages answers with HTML instead of Markdown\.$/],
  [
    "a login page",
    { "/llms.txt": html("<input type=password>") },
    /^The site's list of pages answers with a login page\.$/,
  ],
  [
    "a redirect to a login",
    { "/llms.txt": failing(302, { location: "/login" }) },
    /^The site's list of pages redirects to a login page/,
  ],
  ["500", { "/llms.txt": failing(500) }, /^The site's list of pages answers 500\.$/],
  ["an empty list", { "/llms.txt": text("# Shop\n", "text/plain") }, /^The list has no pages of endpoints\.$/],
  ["no list", { "/llms.txt": failing(404) }, /^The site's list of pages answers 404\.$/],
  [
    "HTML for every page",
    { "/api-11.md": html(), "/api-12.md": html() },
    /^None of the 2 pages could be read\. Nothing is changed\. The page answers with HTML instead of Markdown\.$/,
  ],
])(
  "a site that answers with %s: one message names the address, and nothing is overwritten",
  async (_, routes, words) => {
    const site = await startSite({ "/api-11.md": page(), "/api-12.md": page() });
    const dir = spec();
    await pullNow({ spec: dir, sites: [site.url] });
    const [before, times] = [contents(dir), written(dir)];
    Object.assign(site.routes, routes);
    const result = await pullNow({ spec: dir, sites: [site.url] });
    expect(result).toMatchObject({ written: [], gone: [] });
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]?.message).toMatch(words);
    expect(result.problems[0]?.file).toContain(site.url);
    expect(contents(dir)).toEqual(before);
    expect(written(dir)).toEqual(times);
  },
);

test("if all pages of a site fail, not all of them are requested", async () => {
  const pages = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`/api-${n + 100}.md`, failing(404)]));
  const site = await startSite(pages);
  const { problems } = await pullNow({ spec: spec(), sites: [site.url] });
  expect(problems.map(({ message }) => message)).toEqual([
    "None of the 100 pages could be read. Nothing is changed. The page answers 404.",
  ]);
  expect(site.requests.length).toBeLessThan(20);
});

test("without llms.txt: pages by their addresses, and a file of addresses", async () => {
  const site = await startSite({ "/api-11.md": page(), "/send-12e0.md?from=list": page(), "/api-13.md": page() });
  site.routes["/llms.txt"] = failing(404);
  const dir = spec();
  const list = path.join(path.dirname(dir), "pages.txt");
  writeFileSync(list, `\uFEFF# Pages\r\n- ${site.url}/api-13\r\n\r\n/api-14\r\n`);
  const sites = [`${site.url}/api-11`, `${site.url}/send-12e0.md?from=list#top`, list];
  const result = await pullNow({ spec: dir, sites });
  expect(result).toMatchObject({ written: ["api-11", "api-12", "api-13"] });
  expect(result.problems).toMatchObject([{ file: list, line: 4, message: "/api-14 is not a full address." }]);
  // It is not known which other pages the site has, so none is gone.
  expect(names(dir)).toEqual(["api-11.json", "api-12.json", "api-13.json"]);
  expect(site.asked("/llms.txt")).toBe(0);
});

test("if one site fails, the others are pulled", async () => {
  const [down, up] = [await startSite({ "/llms.txt": html() }), await startSite({ "/api-11.md": page() })];
  const result = await pullNow({ spec: spec(), sites: [down.url, `${up.url}/llms.txt`] });
  expect(result).toMatchObject({ written: ["api-11"], problems: [{ file: `${down.url}/llms.txt` }] });
});

test.each<[string, Partial<PullOptions>, RegExp]>([
  ["nothing", {}, /Name a site with --site, or saved pages with --from\./],
  ["a name without https", { sites: ["doc.example.org"] }, /doc\.example\.org is neither an address nor a file\./],
  ["a broken address", { sites: ["https://"] }, /https:\/\/ is not a valid address\./],
])("bad usage: %s", async (_, options, words) => {
  const dir = spec();
  await expect(pull({ spec: dir, ...options })).rejects.toThrow(words);
  await expect(pull({ spec: dir, ...options })).rejects.toMatchObject({ name: "Failure", code: 2 });
  expect(existsSync(path.join(dir, "pages"))).toBe(false);
});

test.each<[string, string, string]>([
  [
    "by its server",
    markdown().replace("servers: []", "servers: [{ url: 'https://pets.example.com' }]"),
    "pets.example.com",
  ],
  ["by its path and headers", markdown({ path: "/pets/all" }), "/pets"],
])("a page of another API is not pulled: %s", async (_, content, words) => {
  const site = await startSite({ "/api-11.md": page(), "/api-12.md": page(content) });
  const dir = spec();
  const result = await pullNow({ spec: dir, sites: [site.url] });
  expect(result).toMatchObject({ written: ["api-11"], problems: [{ file: `${site.url}/api-12.md` }] });
  expect(result.problems[0]?.message).toMatch(/^GET \/.* belongs to another API: /);
  expect(result.problems[0]?.message).toContain(words);
  expect(names(dir)).toEqual(["api-11.json", "sites.json"]);
});

test("a site of another API changes nothing", async () => {
  const other = page(markdown({ path: "/pets/all" }));
  const site = await startSite({ "/api-11.md": other, "/api-12.md": other });
  const dir = spec();
  const { written: none, problems } = await pullNow({ spec: dir, sites: [site.url] });
  expect(none).toEqual([]);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^None of the 2 pages could be read\. Nothing is changed\. GET \/pets\/all belongs to another API/,
    ),
  ]);
  expect(existsSync(path.join(dir, "pages"))).toBe(false);
});

test("a notice of the snapshot is not reported by the next pull; a new one is", async () => {
  const cyclic = markdown({
    extra: "                  parent:\n                    $ref: '#/components/schemas/Parcel'\n",
  }).replace(
    "servers: []",
    "components:\n  schemas:\n    Parcel:\n      type: object\n      properties:\n        parent:\n          $ref: '#/components/schemas/Parcel'\nservers: []",
  );
  const site = await startSite({ "/api-11.md": page(cyclic) });
  const dir = spec();
  const first = await pullNow({ spec: dir, sites: [site.url] });
  expect(first.problems).toMatchObject([{ file: `${site.url}/api-11.md`, rule: "page" }]);
  expect(first.problems[0]?.message).toMatch(/holds itself/);
  expect(first.written).toEqual(["api-11"]);
  const again = await pullNow({ spec: dir, sites: [site.url] });
  expect(again).toMatchObject({ written: [], unchanged: 1, problems: [] });
  site.routes["/api-11.md"] = page(cyclic.replaceAll("parent", "outer"));
  expect((await pullNow({ spec: dir, sites: [site.url] })).problems).toHaveLength(1);
});

const nested = (depth: number): string =>
  depth === 0 ? "{ type: string }" : `{ type: object, properties: { a: ${nested(depth - 1)} } }`;
const property = (schema: string): string =>
  markdown({ extra: `                  sender: ${schema}\n                  weight: { type: number }\n` });

test.each<[string, string, string, Record<string, object>]>([
  [
    "a $ref that leads nowhere",
    property("{ $ref: '#/components/schemas/Sender' }"),
    "#/components/schemas/Sender leads nowhere at response/sender",
    { "response/sender": { from: "example", types: [], required: "no" }, "response/weight": { types: ["number"] } },
  ],
  [
    "a $ref that leads back to itself",
    property("{ $ref: '#/components/schemas/A' }").replace(
      "servers: []",
      "components: { schemas: { A: { $ref: '#/components/schemas/A' } } }\nservers: []",
    ),
    "#/components/schemas/A leads back to itself at response/sender",
    { "response/sender": { from: "example", types: [] }, "response/weight": { types: ["number"] } },
  ],
  [
    "fields that nest too deep",
    property(nested(41)),
    "the fields nest deeper than 40 at response/sender/a/a",
    { "response/sender": { types: ["object"] }, "response/weight": { types: ["number"] } },
  ],
  [
    "an answer that leads nowhere",
    markdown().replace(/schema:\n[\s\S]*?(?= {6}x-apifox-folder)/, "schema: { $ref: '#/components/schemas/Answer' }\n"),
    "#/components/schemas/Answer leads nowhere at response",
    {},
  ],
])("%s on the site's page is reported once, and what the page shows is kept", async (_, content, words, fields) => {
  const site = await startSite({ "/api-11.md": page(content), "/api-12.md": page() });
  const dir = spec();
  const first = await pullNow({ spec: dir, sites: [site.url] });
  expect(first).toMatchObject({ written: ["api-11", "api-12"], problems: [{ file: `${site.url}/api-11.md` }] });
  expect(first.problems[0]?.message).toContain(words);
  expect(snapshotPage(dir, "api-11")["fields"]).toMatchObject(fields);
  expect(await pullNow({ spec: dir, sites: [site.url] })).toMatchObject({ written: [], unchanged: 2, problems: [] });
});
