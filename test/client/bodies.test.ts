// How bodies become text: by the charset that the header names, without a byte order mark, up to a limit.
import { setTimeout as later } from "node:timers/promises";
import { createGzip, gzipSync } from "node:zlib";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createPandaPon, type ClientOptions } from "../../dist/src/index.js";
import { readBody } from "../../dist/src/transport/body.js";
import { credentials, faces, failureOf } from "../support/calls.js";
import { inChild } from "../support/child.js";
import { connectionClosed, cutChunked, json, serve, text } from "../support/server.js";

const MIB = 2 ** 20;
/** A signal of its own for each call, as in the client: Node warns of many listeners. */
const never = (): AbortSignal => new AbortController().signal;
const typed = (type: string | undefined): { headers: Headers } => ({
  headers: new Headers(type === undefined ? {} : { "content-type": type }),
});
/** A body that comes in these parts. */
const inParts = (parts: Iterable<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(" ", ""), "hex");
const utf16be = (value: string): Buffer => Buffer.from(value, "utf16le").swap16();

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Bytes of the charsets that their standards define, and what they mean. */
const CHARSETS: [type: string | undefined, bytes: Buffer, meaning: string][] = [
  ["application/json;charset=GBK", hex("22 C4D0D0AC 22"), '"男鞋"'],
  ["application/json; charset=gb2312", hex("22 C4D0D0AC 22"), '"男鞋"'],
  ['application/json; CharSet = "GB18030"', hex("22 C4D0D0AC 8130 8130 22"), '"男鞋\u0080"'],
  ["application/json;q=1; charset='gbk' ;x=y", hex("C4D0"), "男"],
  ["text/plain;charset=Big5", hex("A86B BE63"), "男鞋"],
  ["text/plain;charset=Shift_JIS", hex("926A 8C43"), "男靴"],
  ["text/plain;charset=EUC-KR", hex("B3B2"), "남"],
  ["text/plain;charset=ISO-8859-1", hex("E9 FF"), "éÿ"],
  ["text/plain;charset=windows-1251", hex("FEFF"), "юя"],
  ["text/plain;charset=us-ascii", hex("61"), "a"],
  ["text/plain;charset=UTF-16LE", Buffer.from("男a", "utf16le"), "男a"],
  ["text/plain;charset=UTF-16LE", Buffer.from("\ufeff男a", "utf16le"), "男a"],
  ["text/plain;charset=utf-16", Buffer.from("\ufeff男a", "utf16le"), "男a"],
  ["text/plain;charset=UTF-16BE", utf16be("男a"), "男a"],
  ["text/plain;charset=UTF-16BE", utf16be("\ufeff男a"), "男a"],
  ["application/json;charset=UTF-8", Buffer.from("男鞋"), "男鞋"],
  ["application/json;charset=utf8", Buffer.from("男鞋"), "男鞋"],
  ['application/json;charset="Utf-8"', Buffer.from("男鞋"), "男鞋"],
  ["application/json;charset=", Buffer.from("男鞋"), "男鞋"],
  ['application/json;charset=""', Buffer.from("男鞋"), "男鞋"],
  ["application/json;charset=utf-8, application/json;charset=utf-8", Buffer.from("男鞋"), "男鞋"],
  ["application/json;charset=utf-8;charset=gbk", Buffer.from("男鞋"), "男鞋"],
  ["application/json", Buffer.from("男鞋"), "男鞋"],
  ["application/charset=gbk", Buffer.from("男鞋"), "男鞋"],
  [undefined, Buffer.from("男鞋"), "男鞋"],
  ["application/json", Buffer.from("\ufeff男鞋"), "男鞋"],
  ["application/json", Buffer.from("\ufeff\ufeff男鞋"), "\ufeff男鞋"],
  ["application/json", Buffer.from("男\ufeff鞋"), "男\ufeff鞋"],
  ["application/json", Buffer.from("\ufeff"), ""],
  ["application/json", Buffer.alloc(0), ""],
];

describe("the charset of the header", () => {
  test.each(CHARSETS)("%s: %o means %j, however the bytes come", async (type, bytes, meaning) => {
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    for (const body of [bytes, inParts([bytes]), inParts(single), inParts([bytes, new Uint8Array()])]) {
      const response = new Response(body as BodyInit); // bytes are one of its types
      const read = await readBody({ ...typed(type), body: response.body, text: () => response.text() }, MIB, never());
      expect(read).toEqual({ text: meaning });
    }
  });

  test("splits no character, wherever the bytes are cut", async () => {
    const cases = fc.tuple(fc.string({ unit: "binary" }), fc.array(fc.nat(9), { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(cases, async ([value, sizes]) => {
        const bytes = Buffer.from(value);
        const parts: Uint8Array[] = [];
        for (let at = 0, part = 0; at < bytes.length; part += 1) {
          const size = (sizes[part % sizes.length] ?? 0) + 1;
          parts.push(bytes.subarray(at, at + size));
          at += size;
        }
        const { text: read } = await readBody(
          { ...typed("text/plain"), body: inParts(parts), text: () => Promise.reject(new Error()) },
          MIB,
          never(),
        );
        expect(read).toBe(new TextDecoder().decode(bytes));
      }),
      { numRuns: 1_000 },
    );
  });

  describe.each(faces)("in %s", (_, face) => {
    test("tells how to decode an answer", async () => {
      const bytes = Buffer.concat([Buffer.from('{"code":200,"data":{"title":"'), hex("C4D0D0AC"), Buffer.from('"}}')]);
      const { url } = await serve(text(bytes, "application/json;charset=GBK"));
      expect((await face({ baseUrl: url }, "alibaba.orders.get")).value).toMatchObject({ data: { title: "男鞋" } });
    });

    test.each(["x-unknown", "GBK2", "utf-9", "binary", "utf-8\u009b2J"])(
      "is named in the error if it is unknown: %j",
      async (name) => {
        const { url, requests } = await serve(
          json({ code: 200 }, 200, { "content-type": `text/plain; charset=${name}` }),
        );
        const { error } = await face({ baseUrl: url }, "taobao.orders.getChatLink");
        expect(error).toMatchObject({ kind: "decode", outcome: "unknown", status: 200, answer: undefined });
        const shown = name.replace("\u009b", "\\u{9b}");
        expect(error?.message).toContain(`the charset "${shown}" is unknown`);
        expect(requests).toHaveLength(1);
      },
    );

    test("does not matter for a byte order mark", async () => {
      const { url } = await serve(text('\ufeff{"code":200}', "application/json"));
      expect((await face({ baseUrl: url }, "taobao.orders.getChatLink")).value).toEqual({ code: 200 });
      const twice = await serve(text('\ufeff\ufeff{"code":200}', "application/json"));
      expect((await face({ baseUrl: twice.url }, "taobao.orders.getChatLink")).error).toMatchObject({ kind: "decode" });
    });
  });
});

describe("the limit", () => {
  /** An answer of this many bytes. */
  const answerOf = (bytes: number): string => `{"code":200,"data":"${"x".repeat(bytes - 22)}"}`;

  test.each<[what: string, answer: string, maxResponseBytes: number, allowed: boolean]>([
    ["as many bytes", answerOf(1_000), 1_000, true],
    ["one byte more", answerOf(1_001), 1_000, false],
    ["many more", answerOf(5_000_000), 1_000, false],
    ["as many bytes in several parts", answerOf(1_000_000), 1_000_000, true],
    ["one byte more in several parts", answerOf(1_000_001), 1_000_000, false],
    ["as many characters, but more bytes", '{"code":200,"data":"男"}', 22, false],
  ])("of `maxResponseBytes` allows or refuses an answer of %s", async (_, answer, maxResponseBytes, allowed) => {
    for (const headers of [{}, { "content-length": String(Buffer.byteLength(answer)) }]) {
      for (const [, face] of faces) {
        const { url, requests } = await serve(json(answer, 200, headers));
        const { error, value } = await face({ baseUrl: url, maxResponseBytes }, "taobao.orders.getChatLink");
        if (allowed) expect(value).toEqual(JSON.parse(answer));
        else {
          expect(error).toMatchObject({ kind: "decode", outcome: "unknown", status: 200, answer: undefined });
          expect(error?.message).toContain(`the answer is longer than \`maxResponseBytes\`: ${maxResponseBytes}`);
        }
        expect(requests).toHaveLength(1);
      }
    }
  });

  test("counts what a compressed answer becomes", async () => {
    const { url } = await serve(
      text(gzipSync(answerOf(100_000)), "application/json", 200, { "content-encoding": "gzip" }),
    );
    const client = (maxResponseBytes: number) => createPandaPon({ ...credentials, baseUrl: url, maxResponseBytes });
    expect(await client(100_000).taobao.orders.getChatLink({})).toHaveLength(100_000 - 22);
    expect(await failureOf(client(99_999).taobao.orders.getChatLink({}))).toMatchObject({ kind: "decode" });
  });

  test("is 64 MiB unless it is set", async () => {
    const answer = (bytes: number): Promise<unknown> => {
      const body = inParts(Array.from({ length: bytes / MIB }, () => Buffer.alloc(MIB, " ")));
      const fetch = async (): Promise<Response> => new Response(body);
      return failureOf(createPandaPon({ ...credentials, fetch }).taobao.orders.getChatLink({}));
    };
    expect(await answer(64 * MIB)).toMatchObject({
      message: expect.stringContaining("the answer is not JSON") as string,
    });
    expect(await answer(65 * MIB)).toMatchObject({
      message: expect.stringContaining("longer than `maxResponseBytes`: 67108864") as string,
    });
  });

  test("ends the connection", async () => {
    const { url, requests } = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const more = (): void => void response.write(" ".repeat(100_000), (error) => error ?? more());
      more();
    });
    const error = await failureOf(
      createPandaPon({ ...credentials, baseUrl: url, maxResponseBytes: 1_000_000 }).taobao.orders.getChatLink({}),
    );
    expect(error).toMatchObject({ kind: "decode" });
    const [request] = requests;
    if (request) await connectionClosed(request);
    expect(requests).toHaveLength(1);
  });

  test("holds for 200 MB in 200 kB: the memory stays far below", async () => {
    const blank = Buffer.alloc(MIB, " ");
    const bomb = await buffer(Readable.from(Array.from({ length: 200 }, () => blank)).pipe(createGzip({ level: 9 })));
    expect(bomb.length).toBeLessThan(300_000);
    const { url } = await serve(
      json({ code: 200 }),
      text(bomb, "application/json", 200, { "content-encoding": "gzip" }),
    );
    const [kind, grown] = await inChild(
      `
      const client = pandapon.createPandaPon({ accessKey: "k", accessSecret: "s", userId: "1", baseUrl: process.env.SERVER });
      await client.taobao.orders.getChatLink({});
      const before = process.resourceUsage().maxRSS;
      const error = await client.taobao.orders.getChatLink({}).catch((error) => error);
      print(error.kind);
      print((process.resourceUsage().maxRSS - before) / 1024);
      `,
      { SERVER: url },
    );
    expect(kind).toBe("decode");
    // 200 MB are 190 MiB.
    expect(grown).toBeLessThan(150);
  });
});

describe("a stream that does not end well", () => {
  /** A stream that gives a part, then does what it is told. */
  const stream = (then: (controller: ReadableStreamDefaultController) => void, cancel = vi.fn()) => ({
    cancel,
    body: new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('{"code":200,'));
        then(controller);
      },
      cancel,
    }),
  });
  const unused = (): Promise<string> => Promise.reject(new Error("text() is not used"));

  test("and breaks is a failure of the network", async () => {
    const { url } = await serve(cutChunked);
    for (const [, face] of faces) {
      const { error } = await face({ baseUrl: url, maxRetries: 0 }, "taobao.orders.getChatLink");
      expect(error).toMatchObject({ kind: "network", attempts: 1 });
    }
    const broken = stream((controller) => controller.error(new Error("broken")));
    await expect(readBody({ ...typed(undefined), body: broken.body, text: unused }, MIB, never())).rejects.toThrow(
      "broken",
    );
  });

  test.each([
    ["while it is read", () => later(5)],
    ["before it is read", () => Promise.resolve()],
  ])("and never ends is cancelled if the call is over %s", async (_, wait) => {
    const controller = new AbortController();
    const { body, cancel } = stream(() => undefined);
    const aborting = wait().then(() => controller.abort());
    if (_ === "before it is read") await aborting;
    await readBody({ ...typed("text/plain"), body, text: unused }, MIB, controller.signal);
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test("and never ends is cancelled if the call has timed out, also if fetch ignores its signal", async () => {
    const { body, cancel } = stream(() => undefined);
    const fetch = async (): Promise<Response> => new Response(body);
    const call = createPandaPon({ ...credentials, fetch, timeoutMs: 20, maxRetries: 0 }).taobao.orders.getChatLink({});
    expect(await failureOf(call)).toMatchObject({ kind: "timeout" });
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test.each([
    ["is too long", "text/plain"],
    ["has an unknown charset", "text/plain;charset=x-unknown"],
  ])("and %s is cancelled, even if that fails", async (_, type) => {
    const { body, cancel } = stream(() => undefined, vi.fn().mockRejectedValue(new Error("cannot be cancelled")));
    const { text: read, problem } = await readBody({ ...typed(type), body, text: unused }, 5, never());
    expect([read, typeof problem]).toEqual([undefined, "string"]);
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});

describe("a Response of another kind", () => {
  const ORDER = '{"code":200,"data":{"n":2542285634920880794}}';

  /** No more than what is used: status, `get` of the headers, and `text()`. */
  const only = (
    value: string,
    status = 200,
    headers: Record<string, string> = {},
    more: object = {},
  ): ClientOptions => ({
    fetch: async () => {
      const response = {
        status,
        headers: { get: (name: string) => headers[name.toLowerCase()] },
        text: async () => value,
        ...more,
      };
      return response as unknown as Response; // as other implementations have it
    },
    maxRetries: 0,
  });

  test.each<[what: string, options: ClientOptions, wanted: object]>([
    ["succeeds by its status", only(ORDER), { data: { n: "2542285634920880794" } }],
    ["succeeds on HTTP 299", only(ORDER, 299), { data: { n: "2542285634920880794" } }],
    ["without a byte order mark that it keeps", only(`\ufeff${ORDER}`), { code: 200 }],
    ["with a body that is not a web stream", only(ORDER, 200, {}, { body: Readable.from(["x"]) }), { code: 200 }],
    ["with null as body", only(ORDER, 200, {}, { body: null }), { code: 200 }],
    ["with a charset that it decodes itself", only(ORDER, 200, { "content-type": "a/b;charset=GBK" }), { code: 200 }],
    ["as long as the limit", { ...only(ORDER), maxResponseBytes: ORDER.length }, { code: 200 }],
  ])("is read: %s", async (_, options, wanted) => {
    for (const [, face] of faces.slice(0, 1)) {
      const { url } = await serve();
      const { value, error } = await face({ baseUrl: url, ...options }, "alibaba.orders.get");
      expect(error).toBe(undefined);
      expect(value).toMatchObject(wanted);
    }
  });

  test.each<[what: string, options: ClientOptions, wanted: object]>([
    ["by its code", only('{"code":500,"msg":"m"}'), { kind: "api", code: "500", msg: "m", outcome: "refused" }],
    ["by its status", only("{}", 404), { kind: "http", status: 404, outcome: "refused" }],
    ["by its status below 200", only("{}", 101), { kind: "http", status: 101 }],
    ["if it is not JSON", only("<html>", 200, { "content-type": "text/html" }), { kind: "decode", answer: "<html>" }],
    ["if it is empty", only(""), { kind: "decode" }],
    ["with two byte order marks", only(`\ufeff\ufeff${ORDER}`), { kind: "decode" }],
    ["with an unknown charset", only(ORDER, 200, { "content-type": "a/b;charset=x-unknown" }), { kind: "decode" }],
    ["above the limit", { ...only(ORDER), maxResponseBytes: ORDER.length - 1 }, { kind: "decode" }],
    ["if text() fails", only("", 200, {}, { text: () => Promise.reject(new Error("cut")) }), { kind: "network" }],
  ])("fails %s", async (_, options, wanted) => {
    const client = createPandaPon({ ...credentials, ...options });
    expect(await failureOf(client.alibaba.orders.get({ webSite: "1688" }))).toMatchObject(wanted);
  });
});

test("without a TextDecoder, as in jsdom, the platform decodes", async () => {
  const { url } = await serve(json({ code: 200, data: "男鞋" }), json({ code: 200, data: "男鞋" }));
  vi.stubGlobal("TextDecoder", undefined);
  const client = createPandaPon({ ...credentials, baseUrl: url });
  expect(await client.taobao.orders.getChatLink({})).toBe("男鞋");
  const limited = createPandaPon({ ...credentials, baseUrl: url, maxResponseBytes: 5 });
  expect(await failureOf(limited.taobao.orders.getChatLink({}))).toMatchObject({ kind: "decode" });
});
