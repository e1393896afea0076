// The Response of an answer: made from the answer alone, whatever class or realm the fetch's own one is from.
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { fetch as undiciFetch } from "undici";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createClient, createPandaPon, operationTable, type ClientOptions } from "../../dist/src/index.js";
import { readAnswer } from "../../dist/src/transport/answer.js";
import { answeredResponse } from "../../dist/src/transport/answered-response.js";
import { credentials } from "../support/calls.js";
import { json, serve, text } from "../support/server.js";
import { ROOT } from "../support/workspace.js";

afterEach(() => void vi.unstubAllGlobals());

const body = '{"code":200,"data":2542285634920880794, "more":[9007199254740993,"恤"]}';
const whole = { code: 200, data: "2542285634920880794", more: ["9007199254740993", "恤"] };
const operation = "alibaba.orders.get";
const info = operationTable[operation];
const { path } = operationTable[operation];

/** A Response of another class. Fetch implementations differ in which members they have. */
const foreign = (status: number, bodyText: string, type = "application/json", more: object = {}): Response =>
  // Only what the interface Answer says is used of it.
  ({
    status,
    ok: status >= 200 && status < 300,
    headers: { get: (name: string) => (name.toLowerCase() === "content-type" ? type : null) },
    text: () => Promise.resolve(bodyText),
    ...more,
  }) as Response;

/** A Response whose members cannot be redefined, as in edge-runtime 4. */
async function locked(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  for (const name of ["url", "status", "ok", "headers", "text", "json", "clone"] as const) {
    const value: unknown = Reflect.get(response, name);
    const bound: unknown = typeof value === "function" ? value.bind(response) : value;
    Object.defineProperty(response, name, { value: bound });
  }
  return Object.preventExtensions(response);
}

/** A Response that answers only what it is asked for by name, and fails for everything else. */
async function strict(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const known = ["status", "statusText", "headers", "text", "ok", "body", "then"];
  return new Proxy(response, {
    get: (target, name) => {
      if (!known.includes(String(name))) throw new Error(`asked for ${String(name)}`);
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

const FETCHES: [what: string, fetch: ClientOptions["fetch"]][] = [
  ["the platform's fetch", undefined],
  // Its types name classes of its own.
  ["undici's fetch", undiciFetch as unknown as typeof fetch],
  ["a fetch whose Response cannot be changed", locked],
  ["a fetch whose Response has few members", strict],
  [
    "a stub without a body stream",
    async (url, init) => foreign(200, await (await fetch(url, init)).text(), "application/json", { statusText: "OK" }),
  ],
];

/** Everything that can be read of a Response, twice. */
async function readingsOf(response: Response) {
  const bytes = async () => [
    new TextDecoder().decode(await response.bytes()),
    new TextDecoder().decode(await response.arrayBuffer()),
    await (await response.blob()).text(),
    await response.text(),
  ];
  const texts = [...(await bytes()), ...(await bytes()), await new Response(response.clone().body).text()];
  return { texts: [...new Set(texts)], json: [await response.json(), await response.json()] as unknown[] };
}

describe.each(FETCHES)("%s", (_, fetch) => {
  test.each<[string, (options: ClientOptions) => Promise<Response>]>([
    [
      "a path call",
      async (options) =>
        (await createClient(options).POST("/alibaba/order/detail", { body: { webSite: "1688" } })).response,
    ],
    [
      "withResponse()",
      async (options) =>
        (await createPandaPon(options).alibaba.orders.get({ webSite: "1688" }).withResponse()).response,
    ],
  ])("the Response of %s has every reader, and so has every clone", async (_, call) => {
    const { url, requests } = await serve(json(body, 201, { "x-trace": "t-1" }));
    const given = await call({ ...credentials, baseUrl: url, ...(fetch !== undefined && { fetch }) });
    const stub = given.headers.get("x-trace") === null;
    const clone = given.clone();
    for (const response of [given, clone, clone.clone(), given.clone(), clone]) {
      expect(response).toBeInstanceOf(Response);
      expect(response).toMatchObject({ ok: true, status: stub ? 200 : 201, url: url + path, bodyUsed: false });
      expect(response.statusText).toBe(stub ? "OK" : "Created");
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(await readingsOf(response)).toEqual({ texts: [body], json: [whole, whole] });
      expect((await response.blob()).type).toMatch(/^application\/json/);
    }
    expect(await new Response(given.body).text()).toBe(body);
    expect(given.bodyUsed).toBe(true);
    expect(await readingsOf(given)).toEqual({ texts: [body], json: [whole, whole] });
    expect(requests).toHaveLength(1);
  });
});

const STATUSES = [0, 99, 100, 101, 103, 199, 200, 201, 204, 205, 206, 299, 304, 404, 503, 599, 600, 799, 999];

test.each(STATUSES)("a Response has the status %i that was received, with a body and without", async (status) => {
  for (const received of [body, ""]) {
    const fetch = () => Promise.resolve(foreign(status, received, "application/json", { statusText: "As it came" }));
    const client = createClient({ ...credentials, fetch, maxRetries: 0 });
    const { response } = await client.POST("/alibaba/order/detail", { body: { webSite: "1688" } });
    for (const one of [response, response.clone()]) {
      expect(one).toBeInstanceOf(Response);
      expect(one).toMatchObject({ status, statusText: "As it came" });
      expect((await readingsOf(one)).texts).toEqual([received]);
    }
  }
});

test("a program that passes a Response on passes its status, type and body on", async () => {
  const { url } = await serve(json(body, 503));
  const client = createClient({ ...credentials, baseUrl: url, maxRetries: 0 });
  const { response } = await client.POST("/alibaba/order/detail", { body: { webSite: "1688" } });
  // Platforms read what they send from the Response itself, not through its members.
  const inner = (name: string): unknown =>
    Object.getOwnPropertyDescriptor(Response.prototype, name)?.get?.call(response);
  expect([inner("status"), inner("statusText")]).toEqual([503, "Service Unavailable"]);
  expect((inner("headers") as Headers).get("content-type")).toBe("application/json;charset=UTF-8");
  expect(await new Response(inner("body") as ReadableStream).text()).toBe(body);
});

test("a program can change the members of a Response, as instrumentation does", async () => {
  const { url } = await serve(json(body));
  const { response } = await createPandaPon({ ...credentials, baseUrl: url })
    .alibaba.orders.get({ webSite: "1688" })
    .withResponse();
  Object.defineProperty(response, "url", { value: "https://example.com/" });
  response.json = () => Promise.resolve("changed");
  expect([response.url, await response.json()]).toEqual(["https://example.com/", "changed"]);
});

test("a form in an answer can be read", async () => {
  const answer = readAnswer(
    { info, url: "https://example.com/" },
    foreign(200, "a=1&b=%E6%81%A4", "application/x-www-form-urlencoded"),
    { text: "a=1&b=%E6%81%A4" },
    { operation, attempts: 1 },
  );
  const response = answeredResponse(answer);
  for (const one of [response, response, response.clone()]) {
    expect([...(await one.formData())]).toEqual([
      ["a", "1"],
      ["b", "恤"],
    ]);
  }
});

test("a Response of an answer without a content type has none", async () => {
  const { url } = await serve(text(body, undefined));
  const client = createClient({ ...credentials, baseUrl: url });
  const { response } = await client.POST("/alibaba/order/detail", { body: { webSite: "1688" } });
  expect([response.headers.get("content-type"), (await response.blob()).type]).toEqual([null, ""]);
});

test("a Response is of the class that is global at that moment", async () => {
  const { url } = await serve(json(body));
  const pandapon = createPandaPon({ ...credentials, baseUrl: url });
  class Replaced extends Response {}
  vi.stubGlobal("Response", Replaced);
  const { response } = await pandapon.alibaba.orders.get({ webSite: "1688" }).withResponse();
  expect(response).toBeInstanceOf(Replaced);
  expect(response.clone()).toBeInstanceOf(Replaced);
  expect(await readingsOf(response)).toEqual({ texts: [body], json: [whole, whole] });
});

test("a platform without a Response class reads text and JSON", async () => {
  const fetch = () => Promise.resolve(foreign(200, body));
  const pandapon = createPandaPon({ ...credentials, fetch });
  vi.stubGlobal("Response", undefined);
  const { response } = await pandapon.alibaba.orders.get({ webSite: "1688" }).withResponse();
  for (const one of [response, response.clone()]) {
    expect(one).toMatchObject({ status: 200, ok: true });
    expect([await one.json(), await one.text()]).toEqual([whole, body]);
  }
});

test("the package can be imported where the platform has no web API", async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'export * from "pandapon-openapi"; export * from "pandapon-openapi/signing"', resolveDir: ROOT },
    bundle: true,
    format: "iife",
    globalName: "pandapon",
    platform: "neutral",
    write: false,
  });
  // A new context has the language and nothing of a platform.
  const names: unknown = runInNewContext(`${outputFiles[0]?.text ?? ""}; Object.keys(pandapon)`);
  expect(names).toEqual(expect.arrayContaining(["createPandaPon", "createClient", "PandaPonError", "signer"]));
});

test("nothing of a Response shows the signed URL of a warehouse call", async () => {
  const { url, requests } = await serve(json('{"success":true}'));
  const options = { ...credentials, baseUrl: url, signWarehouse: () => ({ timestamp: "17", sign: "CANARY" }) };
  const { response } = await createPandaPon(options).freight.book({ lineItems: [] }).withResponse();
  const byPath = await createClient(options).POST("/open/pp/logistics/orderBookingFreight", {
    body: { lineItems: [] },
  });
  expect(requests.map((one) => one.url.endsWith("&sign=CANARY"))).toEqual([true, true]);
  for (const one of [response, response.clone(), byPath.response, byPath.response.clone()]) {
    expect(one.url).toBe(`${url}/open/pp/logistics/orderBookingFreight`);
    const shown = [inspect(one, { depth: Infinity, showHidden: true, getters: true })];
    for (let of: object = one; of !== Object.prototype; of = Object.getPrototypeOf(of) as object) {
      for (const { get, value } of Object.values(Object.getOwnPropertyDescriptors(of)) as PropertyDescriptor[]) {
        const member: unknown = get === undefined ? value : get.call(one);
        shown.push(inspect(member, { depth: Infinity, showHidden: true }));
      }
    }
    expect(shown.join("\n")).toContain("orderBookingFreight");
    expect(shown.join("\n")).not.toContain("CANARY");
  }
});
