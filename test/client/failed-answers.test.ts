// What an error says about a call that was answered: its code, its outcome, the answer, and what is shown of it.
import { describe, expect, test } from "vitest";
import { createPandaPon as createFrom } from "../../dist/src/core/index.js";
import { operationTable, PandaPonError, type ClientOptions, type OperationInfo } from "../../dist/src/index.js";
import { credentials, faces, failureOf, type Operation } from "../support/calls.js";
import { json, serve, text, type Handler } from "../support/server.js";

const confirm: Operation = "alibaba.orders.confirmReceipt";
const create: Operation = "alibaba.refunds.create";
const ID = "2542285634920880794";

/** The error of a method call that is sent once. */
async function errorOf(
  handler: Handler,
  operation: Operation = create,
  options: ClientOptions = {},
): Promise<PandaPonError> {
  const { url } = await serve(handler);
  const [[, byMethod]] = faces as [(typeof faces)[number]]; // the first face
  const { error } = await byMethod({ baseUrl: url, maxRetries: 0, ...options }, operation, { refundId: "1" });
  if (error === undefined) throw new Error("the call did not fail");
  return error;
}

describe("the outcome", () => {
  test.each<[outcome: string, kind: string, what: string, handler: Handler]>([
    ["refused", "api", "a `code` on HTTP 200", json({ code: 500 })],
    ["refused", "api", "a `code` on HTTP 400", json({ code: 400 }, 400)],
    ["refused", "api", "a `code` on HTTP 408", json({ code: 408 }, 408)],
    ["refused", "api", "a `code` on HTTP 429", json({ code: "limit" }, 429)],
    ["refused", "api", "a `code` on HTTP 499", json({ code: 1 }, 499)],
    ["unknown", "api", "a `code` on HTTP 500", json({ code: 500 }, 500)],
    ["unknown", "api", "a `code` on HTTP 504", json({ code: "timeout" }, 504)],
    ["refused", "http", "HTTP 302", json({}, 302)],
    ["refused", "http", "HTTP 307 with `code` 200", json({ code: 200 }, 307)],
    ["refused", "http", "HTTP 400", json({}, 400)],
    ["refused", "http", "HTTP 401 and a list", json([], 401)],
    ["refused", "http", "HTTP 404 and null", json("null", 404)],
    ["refused", "http", "HTTP 429", json({}, 429)],
    ["unknown", "http", "HTTP 408", json({}, 408)],
    ["unknown", "http", "HTTP 500 with `code` 200", json({ code: 200 }, 500)],
    ["unknown", "http", "HTTP 503", json({}, 503)],
    ["unknown", "decode", "HTML on HTTP 504", text("<html>", "text/html", 504)],
    ["unknown", "decode", "HTML on HTTP 200", text("<html>", "text/html")],
    ["unknown", "decode", "nothing", text("", undefined)],
    ["unknown", "decode", "no `code`", json({ data: {} })],
    ["unknown", "decode", "no data", json({ code: 200 })],
  ])("is %s, and the kind %s, after %s", async (outcome, kind, _, handler) => {
    expect(await errorOf(handler)).toMatchObject({ kind, outcome, attempts: 1 });
  });

  test("comes with the read that tells what happened, if there is one, on every failure", async () => {
    const info: OperationInfo = { ...operationTable[create], request: {}, checkWith: "alibaba.refunds.get" };
    for (const handler of [json({ code: 500 }), json({}, 404), text("<html>", "text/html"), json({ code: 200 })]) {
      const { url } = await serve(handler);
      const client = createFrom<{ create: () => Promise<unknown> }, object>(
        { ...credentials, baseUrl: url },
        { create: info },
      );
      expect(await failureOf(client.create())).toMatchObject({ checkWith: "alibaba.refunds.get" });
    }
  });
});

describe.each(faces)("%s fails with kind decode if the answer", (_, face) => {
  test.each<[what: string, operation: Operation, answer: object]>([
    ["has no data", create, { code: 200 }],
    ["has null as data", create, { code: 200, data: null }],
    ["has no data beside other members", create, { code: 200, msg: "ok", result: { refundId: "TQ1" } }],
    ["has no data where null is allowed", "alibaba.orders.create", { code: 200 }],
    ["has no data of a shared shape", "alibaba.orders.get", { code: 200 }],
    ["has no data that is composed", "alibaba.products.search", { code: 200 }],
    ["has null instead of a composed object", "alibaba.products.search", { code: 200, data: null }],
    ["has no data that is a list or an object", "alibaba.orders.createBatch", { code: 200 }],
    ["has no data that holds the second level", confirm, { code: 200 }],
    ["has null instead of the object with the second level", confirm, { code: 200, data: null }],
  ])("%s: %s", async (_, operation, answer) => {
    const { url } = await serve(json(answer));
    const { error } = await face({ baseUrl: url }, operation, { refundId: "1" });
    expect(error).toMatchObject({
      kind: "decode",
      outcome: "unknown",
      answer,
      message: `${operation}: the answer has no result (HTTP 200, application/json;charset=UTF-8): ${JSON.stringify(answer)}`,
    });
  });
});

describe("a second level that failed", () => {
  test.each<[flag: unknown]>([[false], ["false"], ["FALSE"], [" False "], [0], ["0"], [-0]])(
    "is %j",
    async (success) => {
      const data = { success, errorCode: "E1", errorInfo: "late" };
      expect(await errorOf(json({ code: 200, data }), confirm)).toMatchObject({
        kind: "api",
        code: "E1",
        msg: "late",
        outcome: "refused",
        message: `${confirm}: \`/data/success\` is false: late`,
      });
    },
  );

  test("can be the data itself", async () => {
    for (const data of [false, "false", 0]) {
      expect(await errorOf(json({ code: 200, data }), "alibaba.cart.updateQuantity")).toMatchObject({ kind: "api" });
    }
  });

  test.each([200, "200", "200.0", " 200 ", "", " ", null, undefined, {}, [5], true])(
    "has no code if its own is %j",
    async (errorCode) => {
      const error = await errorOf(
        json({ code: 200, msg: "m", data: { success: false, errorCode, errorInfo: "" } }),
        confirm,
      );
      expect(error).toMatchObject({ kind: "api", code: undefined, msg: "m" });
    },
  );
});

describe("the code is text", () => {
  test.each([
    [500, "500"],
    [-1, "-1"],
    [0, "0"],
    ["0200", undefined],
    ["E-1", "E-1"],
    [" E-2 ", "E-2"],
    [2e2, undefined],
    [200.5, "200.5"],
    ["two hundred", "two hundred"],
  ])("%j becomes %j", async (code, wanted) => {
    const error = await errorOf(json({ code, data: { success: false } }), confirm);
    expect(error).toMatchObject({ kind: "api", code: wanted });
  });

  test.each(["", "  ", null, true, {}, []])("%j is none", async (code) => {
    expect(await errorOf(json({ code, data: {} }))).toMatchObject({ kind: "decode", code: undefined });
    expect(await errorOf(json({ code, data: {} }, 500))).toMatchObject({ kind: "http", code: undefined });
  });

  test("msg and the id of the request are text too, also if they come as numbers", async () => {
    expect(await errorOf(json(`{"code":1,"msg":${ID},"requestId":7}`))).toMatchObject({ msg: ID, requestId: "7" });
    expect(await errorOf(json({ code: 1, msg: ["a"], requestId: {} }))).toMatchObject({
      msg: undefined,
      requestId: undefined,
    });
  });
});

describe("the answer is on the error", () => {
  test.each<[what: string, handler: Handler, answer: unknown]>([
    ["with every digit, after a failure", json(`{"code":500,"data":{"n":${ID}.0}}`), { code: 500, data: { n: ID } }],
    ["with ids as strings", json({ code: 500, developId: 7 }, 503), { code: 500, developId: "7" }],
    ["as null", json("null", 404), null],
    ["as a list", json([1], 404), [1]],
    ["as text if it is not JSON", text("<html>", "text/html", 504), "<html>"],
    ["not at all if it is empty", text("", "application/json", 500), undefined],
  ])("%s", async (_, handler, answer) => {
    const error = await errorOf(handler, "taobao.refunds.get");
    expect(error.answer).toEqual(answer);
    expect(Object.keys(error)).not.toContain("answer");
    expect(JSON.stringify(error)).not.toContain('"answer"');
  });
});

describe("a message", () => {
  const LONG = "x".repeat(1_000_000);

  test.each<[what: string, handler: Handler]>([
    ["a code", json({ code: LONG, msg: "m" })],
    ["a msg", json({ code: 500, msg: LONG })],
    ["a code and a msg", json({ code: LONG, msg: LONG })],
    ["text that is not JSON", text(LONG, "text/plain")],
    ["an answer without a code", json({ data: LONG })],
    ["an answer without data", json({ code: 200, msg: LONG })],
    ["a content type", text("<html>", `text/${"x".repeat(10_000)}`)],
    ["a charset", text("{}", `application/json;charset=${"x".repeat(10_000)}`)],
  ])("stays short for %s of many characters", async (_, handler) => {
    const { message } = await errorOf(handler);
    expect(message.length).toBeLessThan(1_001);
  });

  test("shows 200 characters of a code and of a msg, which the error has in full", async () => {
    const error = await errorOf(json({ code: "c".repeat(500), msg: "m".repeat(500) }));
    expect(error.message).toBe(`${create}: code ${"c".repeat(200)}: ${"m".repeat(200)}`);
    expect(error).toMatchObject({ code: "c".repeat(500), msg: "m".repeat(500) });
  });

  test.each<[what: string, handler: Handler]>([
    ["a code", json({ code: "\u001b[2Ja\u202eb\u0000c" })],
    ["a msg", json({ code: 500, msg: "\u001b[2Ja\u202eb\u0000c" })],
    ["text that is not JSON", text("\u001b[2Ja\u202eb\u0000c", "text/plain;charset=utf-8")],
    ["an answer without a code", json('{"a":"\u001b[2Ja\u202eb\u0000c"')],
  ])("shows control characters of %s escaped", async (_, handler) => {
    const { message } = await errorOf(handler);
    expect(message).toContain("\\u{1b}[2Ja\\u{202e}b\\u{0}c");
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  test("does not end in half a character", async () => {
    const half = `${"x".repeat(199)}\u{1f9e7}`;
    for (const handler of [
      json({ code: 1, msg: half }),
      json({ code: half }),
      text(half, "text/plain;charset=utf-8"),
    ]) {
      const { message } = await errorOf(handler);
      expect(message).toMatch(/x\\u\{d83e\}$/);
    }
  });
});

test("a long name of an operation leaves room for the reason", () => {
  const { message } = new PandaPonError("network", "the reason", { operation: `GET /${"a".repeat(3_000)}` });
  expect(message).toMatch(/^GET \/a{195}…: the reason$/);
});
