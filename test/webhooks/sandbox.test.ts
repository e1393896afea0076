// The sandbox's pushes, handled from end to end: in process and over loopback, with every base, and each event once.
import { createServer } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPandaPon } from "../../dist/src/index.js";
import { createWebhookHandler, type WebhookBase, type WebhookHandlerOptions } from "../../dist/src/webhooks.js";
import {
  createSandbox,
  SANDBOX_CREDENTIALS,
  type PushOptions,
  type Sandbox,
} from "../../scripts/dist/sandbox/index.js";

const PRICE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
const HALF_HOUR = 30 * 60_000;
const { accessKey, accessSecret } = SANDBOX_CREDENTIALS;
type WebHandler = (request: Request) => Promise<Response>;

/** How a push reaches the handler. */
const WAYS: Record<string, (handler: WebHandler) => Promise<Pick<PushOptions, "url" | "fetch">>> = {
  "in process": async (handler) => ({
    url: "https://shop.test/webhooks",
    fetch: (url, init) => handler(new Request(url, init)),
  }),
  "over loopback": async (handler) => {
    const server = createServer(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer); // a stream without an encoding gives buffers
      const { method = "", headers } = incoming;
      const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      const answer = await handler(
        new Request("http://127.0.0.1/", { method, headers: pairs, body: Buffer.concat(chunks) }),
      );
      response.writeHead(answer.status).end(await answer.text());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/webhooks` };
  },
};

interface Shop {
  sandbox: Sandbox;
  /** What the handlers got, in order. */
  events: { type: string; body: unknown; platform: unknown }[];
  /** Moves the clock of the sandbox; the handler has the same one. */
  advance: (ms: number) => Promise<void>;
}

/** A sandbox whose pushes go to a handler. */
async function shop(
  way: keyof typeof WAYS,
  push: PushOptions,
  { on, ...options }: Partial<WebhookHandlerOptions> = {},
  wrap: (handler: WebHandler) => WebHandler = (handler) => handler,
): Promise<Shop> {
  let time = Date.now();
  const events: Shop["events"] = [];
  const handler = createWebhookHandler({
    accessKey,
    accessSecret,
    on: { [PRICE]: (event) => void events.push(event), ...on },
    onUnknown: (event) => void events.push(event),
    now: () => time,
    ...options,
  });
  const to = await WAYS[way]?.(wrap(handler));
  const sandbox = createSandbox({ now: () => time, push: { ...to, ...push } });
  onTestFinished(() => sandbox.close());
  const advance = async (ms: number): Promise<void> => {
    time += ms;
    // The sandbox sends what is due when its clock is read.
    await door(sandbox, "clock", { advanceMs: 0 });
  };
  return { sandbox, events, advance };
}

async function door(sandbox: Sandbox, route: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  expect((await sandbox.fetch(`http://sandbox/sandbox/${route}`, init)).status).toBe(200);
}

/** An order of two shirts. It is not paid. */
async function newOrder(sandbox: Sandbox, now: number): Promise<string> {
  const pandapon = createPandaPon({ ...sandbox.credentials, fetch: sandbox.fetch, now: () => now });
  const order = await pandapon.alibaba.orders.create({
    flow: "general",
    addressParam: {
      fullName: "Test Buyer",
      mobile: "10000000001",
      phone: "10000000001",
      postCode: "000000",
      provinceText: "浙江省",
      cityText: "杭州市",
      areaText: "余杭区",
      townText: "示例镇",
      address: "示例路1号",
    },
    cargoParamList: [{ offerId: "706627393257", specId: "cd2b8c31408766f9fb089e74e2a6ac15", quantity: 2 }],
  });
  return String(order?.orderId);
}

const own = ({ accessKey: key, body }: { accessKey: string; body: string }): string => `${body}.${key}`;
const BASES: [name: string, sent: PushOptions["base"], taken: WebhookBase][] = [
  ["accessKey+body", "accessKey+body", "accessKey+body"],
  ["body", "body", "body"],
  ["a function", own, own],
  ["auto, and the key is signed", "accessKey+body", "auto"],
  ["auto, and the body alone is signed", "body", "auto"],
];

describe.each(Object.keys(WAYS))("%s", (way) => {
  test.each(BASES)("messages are handled with the base %s, in both forms, with every digit", async (_, base, taken) => {
    for (const messageBody of ["object", "text"] as const) {
      const { sandbox, events } = await shop(way, { base, messageBody }, { base: taken });
      const sent = { orderId: "2542285634920880794", 名: "é\u{1f43c}" };
      const own = await sandbox.deliver({ messageType: "MY_TYPE", messageBody: sent, messagePlatform: 0 });
      const asNumber = { id: 2542285634920880794n };
      const digits = await sandbox.deliver({ messageType: PRICE, messageBody: asNumber });
      expect([own.outcome, digits.outcome]).toEqual(["acknowledged", "acknowledged"]);
      expect(events).toMatchObject([
        { type: "MY_TYPE", platform: "taobao", body: sent },
        { type: PRICE, platform: "1688" },
      ]);
      expect(JSON.stringify(events[1]?.body)).toContain("2542285634920880794");
    }
  });

  test("a handler with another base or secret refuses them", async () => {
    for (const [base, options] of [
      ["body", { base: "accessKey+body" }],
      ["accessKey+body", { base: "body" }],
      ["accessKey+body", { accessSecret: "another" }],
    ] as const) {
      const { sandbox, events } = await shop(way, { base }, options);
      const { outcome, tries } = await sandbox.deliver({ messageType: "MY_TYPE", messageBody: {} });
      expect([outcome, tries[0]?.status, events]).toEqual(["waiting", 401, []]);
    }
  });

  test("a new price of the seller reaches the handler of its type", async () => {
    const { sandbox, events } = await shop(way, {});
    const orderId = await newOrder(sandbox, Date.now());
    await door(sandbox, `orders/${orderId}/price`, { productAmount: 1_250 });
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({
      type: PRICE,
      platform: "1688",
      body: { baseInfo: { sumProductPayment: 12.5 }, productItems: [{ productID: 706627393257 }] },
    });
  });
});

/** The same event whatever the timestamp of the message is. */
const withoutTime: WebhookHandlerOptions["key"] = ({ type, body }) => `${type} ${JSON.stringify(body)}`;
const RETRIES: [retry: NonNullable<PushOptions["retry"]>, key: WebhookHandlerOptions["key"], handled: number][] = [
  ["same", undefined, 1],
  ["same", withoutTime, 1],
  ["new-timestamp", withoutTime, 1],
  // Why docs/webhooks.md shows an own key.
  ["new-timestamp", undefined, 2],
];

test.each(RETRIES)(
  "an answer that is lost: the retry sends %s, key %s, handled %i times",
  async (retry, key, handled) => {
    let lost = 1;
    const losing =
      (handler: WebHandler): WebHandler =>
      async (request) => {
        const answer = await handler(request);
        if (lost-- > 0) throw new TypeError("the connection broke");
        return answer;
      };
    const { sandbox, events, advance } = await shop("in process", { retry }, { key }, losing);
    const delivery = await sandbox.deliver({ messageType: "MY_TYPE", messageBody: { n: 1 } });
    expect([delivery.outcome, events.length]).toEqual(["waiting", 1]);
    await advance(HALF_HOUR);
    expect(delivery.outcome).toBe("acknowledged");
    expect(events).toHaveLength(handled);
  },
);

test.each(["same", "new-timestamp"] as const)(
  "a handler that fails gets the retry (%s), and then no other",
  async (retry) => {
    let failures = 2;
    let done = 0;
    const onUnknown = (): void => {
      if (failures-- > 0) throw new Error("the database is away");
      done += 1;
    };
    const { sandbox, advance } = await shop("in process", { retry }, { onUnknown, key: withoutTime });
    const delivery = await sandbox.deliver({ messageType: "MY_TYPE", messageBody: { n: 1 } });
    await advance(HALF_HOUR);
    await advance(HALF_HOUR);
    await advance(HALF_HOUR);
    expect(delivery.tries.map(({ status }) => status)).toEqual([500, 500, 200]);
    expect([delivery.outcome, done]).toEqual(["acknowledged", 1]);
  },
);
