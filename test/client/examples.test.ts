// The programs in examples/ do what they say.
import { setupServer } from "msw/node";
import { trace } from "@opentelemetry/api";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createPandaPon } from "pandapon-openapi";
import { handlers } from "../../examples/msw.js";
import { retryEvent, traced } from "../../examples/opentelemetry.js";
// It has tests of its own, and they run here.
import "../../examples/sandbox.test.js";
import { redactingLogger } from "../../examples/redacting-logger.js";
import { receiver } from "../../examples/webhooks.js";
import { createSandbox } from "../../scripts/dist/sandbox/index.js";
import { credentials, failureOf } from "../support/calls.js";
import { failing, json, serve, text } from "../support/server.js";

const orderId = "2542285634920880794";

describe("the redacting logger", () => {
  test("logs what happened, and nothing of people", async () => {
    const { url } = await serve(
      failing(503, { "retry-after": "0" }),
      json(
        `{"code":200,"data":{"orderId":${orderId},"receiver":{"city":"Here"},"sellerTel":"10000000001","contactPerson":"Test Buyer","province":"Here","baseInfo":{"buyerContact":"{\\"mobile\\":\\"10000000001\\"}"}}}`,
      ),
    );
    const lines: string[] = [];
    const hooks = redactingLogger((line) => lines.push(line));
    const pandapon = createPandaPon({ ...credentials, baseUrl: url, bodies: true, ...hooks });
    await pandapon.alibaba.orders.get({ orderId, webSite: "1688", fullName: "Test Buyer" } as never);
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      "request",
      "response",
      "retry",
      "request",
      "response",
    ]);
    expect(lines[0]).toContain('"fullName":"[redacted]"');
    expect(lines[4]).toContain('"orderId":"[long id]"');
    expect(lines.join("\n")).not.toMatch(/Test Buyer|Here|10000000001|2542285634920880600/);
  });

  test("logs no text that it cannot redact", async () => {
    const { url } = await serve(text("<html>Test Buyer</html>", "text/html"));
    const lines: string[] = [];
    const hooks = redactingLogger((line) => lines.push(line));
    const pandapon = createPandaPon({ ...credentials, baseUrl: url, bodies: true, ...hooks });
    await failureOf(pandapon.alibaba.orders.get({ orderId, webSite: "1688" }));
    expect(lines.at(-1)).toContain('"status":200');
    expect(lines.join("\n")).not.toContain("Test Buyer");
  });
});

describe("the OpenTelemetry example", () => {
  const exporter = new InMemorySpanExporter();
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
  afterEach(() => exporter.reset());

  test("makes a span per call, with an event per retry of this call", async () => {
    const { url } = await serve(failing(503, { "retry-after": "0" }), json({ code: 200, requestId: "r-1", data: {} }));
    const pandapon = createPandaPon({ ...credentials, baseUrl: url, onRetry: retryEvent });
    await trace.getTracer("test").startActiveSpan("page", async (span) => {
      await traced("alibaba.orders.get", () => pandapon.alibaba.orders.get({ orderId, webSite: "1688" }));
      span.end();
    });
    const [call, page] = exporter.getFinishedSpans();
    expect(call).toMatchObject({
      name: "alibaba.orders.get",
      attributes: { "http.response.status_code": 200, "http.request.resend_count": 1, "pandapon.request_id": "r-1" },
      events: [{ name: "retry", attributes: { attempts: 1, "error.type": "http" } }],
    });
    expect(call?.parentSpanContext?.spanId).toBe(page?.spanContext().spanId);
  });

  test("marks a failed call, and passes its error on", async () => {
    const { url } = await serve(json({ code: 500, msg: "no" }));
    const pandapon = createPandaPon({ ...credentials, baseUrl: url, onRetry: retryEvent });
    const error = await failureOf(
      traced("alibaba.orders.get", () => pandapon.alibaba.orders.get({ orderId, webSite: "1688" })),
    );
    expect(error).toMatchObject({ kind: "api", code: "500" });
    expect(exporter.getFinishedSpans()[0]).toMatchObject({
      attributes: { "error.type": "api", "pandapon.outcome": "refused", "pandapon.code": "500" },
      status: { code: 2 },
    });
  });

  test("shows nothing of an answer", async () => {
    const { url } = await serve(text("<html>Test Buyer</html>", "text/html"));
    const pandapon = createPandaPon({ ...credentials, baseUrl: url });
    await failureOf(traced("alibaba.orders.get", () => pandapon.alibaba.orders.get({ orderId, webSite: "1688" })));
    const [{ attributes, status, events } = {}] = exporter.getFinishedSpans();
    expect(attributes).toMatchObject({ "error.type": "decode" });
    expect(JSON.stringify({ attributes, status, events })).not.toContain("Test Buyer");
  });
});

describe("answers by msw", () => {
  const server = setupServer(...handlers);
  beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
  afterAll(() => server.close());
  const pandapon = createPandaPon(credentials);

  test("keep the digits of ids", async () => {
    const order = await pandapon.alibaba.orders.get({ orderId, webSite: "1688" });
    expect(order?.baseInfo).toMatchObject({ id: orderId });
  });

  test("can be failures", async () => {
    const error = await failureOf(pandapon.alibaba.orders.cancel({ orderId, webSite: "1688", cancelReason: "other" }));
    expect(error).toMatchObject({ kind: "api", code: "500", msg: "the order is already paid", attempts: 1 });
  });
});

test("the receiver of webhooks saves the current state of an order, also if an equal message comes later, and logs what it refuses", async () => {
  const saved: unknown[] = [];
  const lines: string[] = [];
  const order = `{"code":200,"data":{"baseInfo":{"id":${orderId},"status":"waitsellersend"}}}`;
  const { url } = await serve(failing(404), json(order), json(order.replace("waitsellersend", "success")));
  const handler = receiver({
    ...credentials,
    pandapon: createPandaPon({ ...credentials, baseUrl: url }),
    saveStatus: async (id, status) => void saved.push([id, status]),
    log: (line) => void lines.push(line),
  });
  const fetch = (target: string, init: RequestInit): Promise<Response> => handler(new Request(target, init));
  const { accessKey, accessSecret } = credentials;
  const sandbox = createSandbox({
    accessKey,
    accessSecret,
    push: { url: "https://shop.test/", retryAfterMs: 1, fetch },
  });
  const paid = { messageType: "PAID", messageBody: { orderId: 2542285634920880794n } };
  const delivery = await sandbox.deliver(paid);
  await expect.poll(() => delivery.outcome).toBe("acknowledged");
  await sandbox.deliver(paid); // a later message with the same content
  await sandbox.deliver({ messageType: "PAID", messageBody: { orderId: 7 } }); // an id that is a number
  await sandbox.deliver({
    messageType: "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
    messageBody: { salesOrderId: "500918-1034477311887409465" },
  });
  await handler(new Request("https://shop.test/", { method: "POST" }));
  expect(delivery.tries.map(({ status }) => status)).toEqual([500, 200]);
  expect(saved).toEqual([
    [orderId, "waitsellersend"],
    [orderId, "success"],
    ["7", "success"],
  ]);
  expect(lines).toEqual([
    expect.stringMatching(/^PAID failed, and comes again: PandaPonError/),
    "a new price for 500918-1034477311887409465",
    expect.stringMatching(/^refused \(content-type\)/),
  ]);
});
