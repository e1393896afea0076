// The test door: what it reads, what it changes, and what it refuses.
import { request as httpRequest } from "node:http";
import { Validator } from "@cfworker/json-schema";
import { expect, onTestFinished, test } from "vitest";
import { createPandaPon } from "../../dist/src/index.js";
import { createSandbox, type Sandbox, type SandboxOptions, type State } from "../../scripts/dist/sandbox/index.js";
import { document } from "../support/bundle.js";
import { startSandbox } from "../support/sandbox.js";
import { failing, serve, text } from "../support/server.js";
import { alibabaFlows } from "./flows/alibaba.js";
import { taobaoFlows } from "./flows/taobao.js";

const SECRET = "a-secret-that-must-not-be-shown";
const USER = "2100000000001";
const START = 1_779_263_269_913;
const DAY = 24 * 3_600_000;
const JSON_TYPE = { "content-type": "application/json" };
/** An order and a case that every new account has. */
const SENT_ORDER = "200033789040";
const SUB_ORDER = "200033789041";
const CASE = "110000303674";

interface Answered {
  status: number;
  body: Record<string, unknown>;
}

type Door = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;

function started(options: SandboxOptions = {}): { sandbox: Sandbox; door: Door } {
  const sandbox = createSandbox({ accessSecret: SECRET, now: () => START, ...options });
  onTestFinished(() => sandbox.close());
  const door: Door = async (method, path, body, headers = {}) => {
    const sent = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
    const answer = await sandbox.fetch(`http://127.0.0.1:4010/sandbox${path}`, {
      method,
      headers: { ...JSON_TYPE, ...headers },
      ...(sent !== undefined && { body: sent }),
    });
    const content = await answer.text();
    expect(answer.headers.get("x-sandbox")).toBe("pandapon");
    expect(content).not.toContain(SECRET);
    const read = JSON.parse(content) as Record<string, unknown>; // the door writes only objects
    // A refusal is an envelope.
    if (answer.status !== 200) expect(read).toMatchObject({ msg: expect.any(String), code: expect.any(Number) });
    return { status: answer.status, body: read };
  };
  return { sandbox, door };
}

/** A state with one account in it. */
const stateWithAccount = async (door: Door): Promise<State> => {
  await door("POST", `/orders/${SENT_ORDER}/deliver`, {});
  return (await door("GET", "/state")).body as unknown as State;
};

test("says what it is, who there is and what it can do", async () => {
  const { door } = started();
  const { body } = await door("GET", "");
  expect(body).toMatchObject({ sandbox: "pandapon", now: START, aheadMs: 0, userId: USER, users: [], canPush: false });
  expect(body["routes"]).toContain("POST /sandbox/orders/{id}/{step}");
  expect((await door("GET", "/")).body).toEqual(body);
});

test.each([
  ["GET", "/nothing"],
  ["POST", "/orders/1"],
  ["POST", "/orders/1/pay/2"],
  ["GET", "//state"],
  ["GET", "/__proto__"],
  ["POST", "/orders//pay"],
])("an unknown route lists the routes: %s %s", async (method, path) => {
  const { door } = started();
  const { status, body } = await door(method, path, method === "GET" ? undefined : {});
  expect(status).toBe(404);
  expect(body["msg"]).toContain("GET /sandbox; GET /sandbox/state; PUT /sandbox/state");
});

test.each([
  ["POST", "/state", "GET and PUT"],
  ["DELETE", "/clock", "POST"],
  ["HEAD", "/reset", "POST"],
  ["OPTIONS", "/reset", "POST"],
  ["PATCH", "/faults", "GET and POST and DELETE"],
  ["GET", `/orders/${SENT_ORDER}/pay`, "POST"],
])("a wrong method is told the right ones: %s %s", async (method, path, expected) => {
  const { door } = started();
  const { status, body } = await door(method, path);
  expect(status).toBe(405);
  expect(body["msg"]).toContain(`takes ${expected}`);
});

test("sets a state as it was read, and it is a copy", async () => {
  const { sandbox, door } = started();
  const state = await stateWithAccount(door);
  const other = started();
  expect((await other.door("PUT", "/state", state)).body).toEqual(state);
  expect(other.sandbox.state.read()).toEqual(sandbox.state.read());
  sandbox.state.write(state);
  state.accounts = {};
  expect(Object.keys(sandbox.state.read().accounts)).toEqual([USER]);
});

const account = `/accounts/${USER}`;
const order = `${account}/taobao/orders/${SENT_ORDER}`;
const refund = `${account}/taobao/refunds/110000235001`;

test.each<[string, string, unknown, string]>([
  ["another version", "/version", 2, "/version must be 1"],
  ["a version as text", "/version", "1", "/version must be"],
  ["no version", "/version", undefined, "/version must be"],
  ["a wrong seed", "/seed", 1_000, "/seed must be a whole number from 0 to 999"],
  ["a clock that goes back", "/aheadMs", -1, "/aheadMs must be"],
  ["an absurd clock", "/aheadMs", 1e15, "/aheadMs must be"],
  ["no counter", "/counter", undefined, "/counter must be an object"],
  ["half a counter", "/counter/made", undefined, "/counter/made must be"],
  ["a counter that would repeat ids", "/counter/made", -1, "/counter/made must be"],
  ["accounts in an array", "/accounts", [], "/accounts must be an object"],
  ["a strange member", "/more", 1, "/more is unknown"],
  ["a strange user", "/accounts/me", { alibaba: {}, taobao: {} }, "/accounts/me"],
  ["half an account", `${account}/alibaba`, undefined, `${account}/alibaba must be an object`],
  ["no collection", `${account}/taobao/cart`, undefined, `${account}/taobao/cart must be an object`],
  ["an order that is null", order, null, `${order} must be an object`],
  [
    "an order under another name",
    `${account}/taobao/orders/1`,
    "order",
    `${account}/taobao/orders/1 must be an object`,
  ],
  ["an order without lines", `${order}/lines`, undefined, `${order}/lines must be an array`],
  ["an unknown status", `${order}/status`, "lost", `${order}/status must be unpaid, paid, sent or delivered`],
  ["an id that is a number", `${order}/lines/0/itemId`, 600_120_680, `${order}/lines/0/itemId must be a text`],
  ["an id that lost its digits", `${order}/orderId`, 1_023_561_483_696_472_885, "Write ids as text"],
  ["a wrong id", `${order}/purchaseOrderId`, "1", `${order}/purchaseOrderId must be the name of the record`],
  ["an amount in yuan", `${order}/lines/0/amount`, 1.5, `${order}/lines/0/amount must be a whole number`],
  ["less than nothing", `${order}/shippingFee`, -1, `${order}/shippingFee must be a whole number`],
  ["an absurd amount", `${order}/lines/0/amount`, 1e13, `${order}/lines/0/amount must be a whole number`],
  ["no pieces", `${order}/lines/0/quantity`, 0, `${order}/lines/0/quantity must be a whole number from 1`],
  ["a time that no date has", `${order}/createdAt`, 9e15, `${order}/createdAt must be a time`],
  [
    "an id of letters",
    `${order}/lines/0/subPurchaseOrderId`,
    "x",
    `subPurchaseOrderId must be a text of 1 to 19 digits`,
  ],
  ["an id of 20 digits", `${refund}/line/supplierId`, "9".repeat(20), `${refund}/line/supplierId must be a text`],
  ["an id beyond 64 bits", `${refund}/line/supplierId`, "9".repeat(19), `${refund}/line/supplierId must be a text`],
  ["a strange member of an order", `${order}/__proto__`, { status: "paid" }, `${order}/__proto__ is unknown`],
])("refuses a state with %s, and keeps the old one", async (_, place, value, expected) => {
  const { sandbox, door } = started();
  const state = await stateWithAccount(door);
  const before = sandbox.state.read();
  const broken = changed(state, place.split("/").slice(1), value);
  const { status, body } = await door("PUT", "/state", broken);
  expect(status).toBe(400);
  expect(body["msg"]).toContain(`The state was not changed: `);
  expect(body["msg"]).toContain(expected);
  expect(() => sandbox.state.write(broken as State)).toThrow("The state was not changed");
  expect(sandbox.state.read()).toEqual(before);
  expect(({} as Record<string, unknown>)["status"]).toBeUndefined();
});

/** A copy in which one member is set, or left out for `undefined`. A name such as `__proto__` becomes a member of its own. */
function changed(node: unknown, [name, ...more]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy: object = Array.isArray(node) ? [...node] : { ...(node as object) }; // a state is made of these
  const now: unknown = Object.getOwnPropertyDescriptor(copy, name)?.value;
  Object.defineProperty(copy, name, {
    value: changed(now, more, value),
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return copy;
}

test.each([
  ["null", "null"],
  ["a text", '"x"'],
  ["an array", "[]"],
  ["nothing", ""],
  ["a bigint", "9007199254740993"],
  ["no JSON", "{"],
  ["a member twice", '{"version":1,"version":2}'],
  ["a deep one", `${"[".repeat(50)}${"]".repeat(50)}`],
  ["a very deep one", "[".repeat(100_000)],
])("refuses a state that is %s", async (_, state) => {
  const { sandbox, door } = started();
  const before = sandbox.state.read();
  expect((await door("PUT", "/state", state)).status).toBe(400);
  expect(sandbox.state.read()).toEqual(before);
});

test("every state that the flows leave can be written back, and flows go on with it", async () => {
  const its = await startSandbox();
  const flows = [...Object.values(alibabaFlows), ...Object.values(taobaoFlows)];
  for (const flow of flows) {
    await flow(its);
    its.sandbox.state.write(its.sandbox.state.read());
  }
});

test("resets everything, or one part", async () => {
  const { sandbox, door } = started();
  const fail = (): unknown => sandbox.fail({ kind: "status-500" });
  const filled = async (): Promise<void> => {
    sandbox.reset();
    await stateWithAccount(door);
    await door("POST", `/orders/${SENT_ORDER}/deliver`, {}, { "user-id": "2" });
    fail();
    await sandbox.fetch("http://127.0.0.1/no/such/path");
  };
  const left = async (): Promise<unknown[]> => [
    Object.keys(sandbox.state.read().accounts).length,
    ((await door("GET", "/faults")).body["faults"] as unknown[]).length,
    ((await door("GET", "/requests")).body["requests"] as unknown[]).length,
  ];
  for (const [body, expected] of [
    [{}, [0, 0, 0]],
    ["", [0, 0, 0]],
    [{ scope: "state" }, [0, 1, 1]],
    [{ scope: "faults" }, [2, 0, 1]],
    [{ scope: "log" }, [2, 1, 0]],
  ] as const) {
    await filled();
    expect(await left()).toEqual([2, 1, 1]);
    expect((await door("POST", "/reset", body)).status).toBe(200);
    expect(await left()).toEqual(expected);
  }
});

test.each<[unknown, string]>([
  [{ scope: "all" }, 'scope must be "state", "faults" or "log"'],
  [{ scope: null }, 'scope must be "state", "faults" or "log"'],
  [{ scpoe: "log" }, 'unknown member "scpoe". It may have: scope'],
  [[], "must be a JSON object"],
])("refuses to reset %j, and changes nothing", async (body, expected) => {
  const { sandbox, door } = started();
  await stateWithAccount(door);
  const before = sandbox.state.read();
  const answer = await door("POST", "/reset", body);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body["msg"]).toContain(expected);
  expect(sandbox.state.read()).toEqual(before);
});

test("lists and forgets the requests, without those to the door itself", async () => {
  const { sandbox, door } = started();
  await sandbox.fetch("http://127.0.0.1/no/such/path?a=1");
  const { requests } = (await door("GET", "/requests")).body as { requests: unknown[] };
  expect(requests).toMatchObject([{ method: "GET", target: "/no/such/path?a=1", status: 404 }]);
  expect((await door("DELETE", "/requests")).body).toEqual({ requests: [] });
  expect(sandbox.log).toEqual([]);
});

test("advances the clock that flows see, and not the one that calls are signed by", async () => {
  const { sandbox, door } = started({ now: Date.now });
  const { body } = await door("POST", "/clock", { advanceMs: 3 * DAY });
  expect(body).toMatchObject({ aheadMs: 3 * DAY, deliveries: [] });
  expect(Number(body["now"]) - Date.now()).toBeGreaterThan(3 * DAY - 10_000);
  await door("POST", `/orders/${SENT_ORDER}/deliver`, {});
  const delivered = sandbox.state.read().accounts[USER]?.taobao.orders[SENT_ORDER]?.deliveredAt;
  expect(Number(delivered) - Date.now()).toBeGreaterThan(3 * DAY - 10_000);
  const pandapon = createPandaPon({ ...sandbox.credentials, baseUrl: "http://127.0.0.1", fetch: sandbox.fetch });
  await expect(pandapon.alibaba.products.search({ keyword: "shirt" })).resolves.toBeDefined();
});

test.each([
  [{ advanceMs: -1 }],
  [{ advanceMs: 0.5 }],
  [{ advanceMs: 367 * DAY }],
  [{ advanceMs: 1e300 }],
  [{ advanceMs: "1000" }],
  [{ advanceMs: null }],
  ['{"advanceMs":99999999999999999999}'],
  ['{"advanceMs":NaN}'],
  [{}],
  [{ advance: 1 }],
  [[1]],
])("refuses to advance the clock by %j", async (body) => {
  const { sandbox, door } = started();
  expect((await door("POST", "/clock", body)).status).toBe(400);
  expect(sandbox.state.read().aheadMs).toBe(0);
});

test("the clock ends at ten years", async () => {
  const { sandbox, door } = started();
  const year = { advanceMs: 366 * DAY };
  for (let n = 0; n < 10; n += 1) expect((await door("POST", "/clock", year)).status).toBe(200);
  expect((await door("POST", "/clock", year)).body["msg"]).toContain("ten years");
  sandbox.state.write(sandbox.state.read());
});

test("adds, lists and clears faults", async () => {
  const { sandbox, door } = started({ now: Date.now });
  const rule = { operation: "alibaba.products.search", kind: "status-500", times: 2, when: { keyword: "x" } };
  expect((await door("POST", "/faults", rule)).body).toEqual({ faults: [rule] });
  const pandapon = createPandaPon({
    ...{ ...sandbox.credentials, baseUrl: "http://127.0.0.1", fetch: sandbox.fetch },
    maxRetries: 0,
  });
  await expect(pandapon.alibaba.products.search({ keyword: "x" })).rejects.toMatchObject({ status: 500 });
  expect((await door("GET", "/faults")).body).toMatchObject({ faults: [{ times: 1 }] });
  expect((await door("DELETE", "/faults")).body).toEqual({ faults: [] });
});

test.each([
  {},
  { kind: "fire" },
  { kind: "status-500", operation: "nothing" },
  { kind: "slow", times: -1 },
  [],
  "null",
])("refuses the fault %j", async (rule) => {
  const { door } = started();
  expect((await door("POST", "/faults", rule)).status).toBe(400);
  expect((await door("GET", "/faults")).body).toEqual({ faults: [] });
});

test("takes steps on the account of the user, or on the one that has the id", async () => {
  const { sandbox, door } = started();
  const statusOf = (user: string): unknown => sandbox.state.read().accounts[user]?.taobao.orders[SENT_ORDER]?.status;
  await door("POST", `/orders/${SENT_ORDER}/deliver`, {}, { "user-id": "2" });
  expect([statusOf("2"), statusOf(USER)]).toEqual(["delivered", undefined]);
  // By the id of a sub-order, on the sandbox's own user.
  await door("POST", `/orders/${SUB_ORDER}/deliver`, {});
  expect(statusOf(USER)).toBe("delivered");
  // Only the second user has this one.
  const state = sandbox.state.read();
  const own = state.accounts["2"]?.taobao.orders;
  const moved = own?.[SENT_ORDER];
  if (own === undefined || moved === undefined) throw new Error("the account has no such order");
  own["7"] = { ...moved, purchaseOrderId: "7", status: "unpaid" };
  sandbox.state.write(state);
  expect((await door("POST", "/orders/7/pay", {})).body).toMatchObject({ purchaseOrderId: "7", status: "paid" });
});

test.each([
  ["POST", `/orders/${SENT_ORDER}/pay`, {}, 409, "has status sent"],
  ["POST", `/orders/${SENT_ORDER}/fly`, {}, 404, "There are: pay, ship, deliver, advance, price"],
  ["POST", `/orders/${SENT_ORDER}/constructor`, {}, 404, "no such step"],
  ["POST", `/orders/${SENT_ORDER}/__proto__`, {}, 404, "no such step"],
  ["POST", "/orders/1/pay", {}, 404, "GET /sandbox/state shows"],
  ["POST", "/orders/constructor/pay", {}, 404, "GET /sandbox/state shows"],
  ["POST", "/orders/__proto__/pay", {}, 404, "GET /sandbox/state shows"],
  ["POST", "/orders/%/pay", {}, 400, "must be percent-encoded UTF-8"],
  ["POST", "/orders/%ff/pay", {}, 400, "must be percent-encoded UTF-8"],
  ["POST", `/orders/${SENT_ORDER}/pay`, [], 400, "must be a JSON object"],
  ["POST", `/refunds/${CASE}/fly`, {}, 404, "There are: agree, refuse, finish"],
  ["POST", `/refunds/${SENT_ORDER}/agree`, {}, 404, "GET /sandbox/state shows"],
  ["POST", "/parcels/advance", { id: 1 }, 400, 'unknown member "id"'],
] as const)("refuses %s %s %j", async (method, path, body, status, expected) => {
  const { sandbox, door } = started();
  await door("POST", "/reset", {});
  const answer = await door(method, path, body);
  expect([answer.status, answer.body["msg"]]).toEqual([status, expect.stringContaining(expected)]);
  expect(sandbox.state.read().accounts[USER]?.taobao.orders[SENT_ORDER]?.status ?? "sent").toBe("sent");
});

test.each(["me", "-1", "1".repeat(21), "__proto__", "1 2"])("refuses the user-id %s", async (userId) => {
  const { door } = started();
  const { status, body } = await door("POST", `/orders/${SENT_ORDER}/deliver`, {}, { "user-id": userId });
  expect([status, body["msg"]]).toEqual([400, expect.stringContaining("user-id must be 1 to 20 digits")]);
});

test("delivers the parcels of all orders that were sent, and of no other", async () => {
  const { sandbox, door } = started();
  expect((await door("POST", "/parcels/advance", {})).body).toEqual({ delivered: [SENT_ORDER] });
  expect((await door("POST", "/parcels/advance", {})).body).toEqual({ delivered: [] });
  const orders = sandbox.state.read().accounts[USER]?.taobao.orders;
  expect(Object.values(orders ?? {}).map(({ status }) => status)).toEqual(["delivered", "paid"]);
});

const PRICES = [
  ["1688", 1, "WebhooksAlibabaOrderPriceModifiedRequest", { productAmount: 1_250 }],
  ["TAOBAO", 0, "WebhooksTaobaoOrderPriceModifiedRequest", { productAmount: 1_250 }],
] as const;

test.each(PRICES)(
  "a new price of the seller is pushed as the contract's %s message",
  async (prefix, platform, schema, body) => {
    const receiver = await serve(text("", undefined));
    const { sandbox, door } = started({ push: { url: receiver.url } });
    await sandbox.fetch("http://127.0.0.1/");
    await stateWithAccount(door);
    const state = sandbox.state.read();
    const id = unpaidOrder(state, prefix);
    sandbox.state.write(state);
    const answer = await door("POST", `/orders/${id}/price`, body);
    expect([answer.status, receiver.requests.length]).toEqual([200, 1]);
    const message: unknown = JSON.parse(receiver.requests[0]?.body ?? "");
    expect(message).toMatchObject({
      messageType: `${prefix}_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY`,
      messagePlatform: platform,
      timestamp: String(START),
    });
    const validator = new Validator(
      { $ref: `#/components/schemas/${schema}`, components: document["components"] },
      "2020-12",
    );
    expect(validator.validate(message).errors).toEqual([]);
    const { deliveries } = (await door("GET", "/deliveries")).body as { deliveries: unknown[] };
    expect(deliveries).toMatchObject([{ outcome: "acknowledged", tries: [{ status: 200 }] }]);
  },
);

test("the price message of an order with absurd amounts and ids is sent like any other", async () => {
  const { sandbox, door } = started();
  await stateWithAccount(door);
  const state = sandbox.state.read();
  const id = unpaidOrder(state, "TAOBAO");
  const order = state.accounts[USER]?.taobao.orders[id];
  const [line] = order?.lines ?? [];
  if (order === undefined || line === undefined) throw new Error("there is no such order");
  const absurd = { ...line, amount: 1e12, quantity: 1e12, subPurchaseOrderId: "9223372036854775807" };
  order.lines = Array.from({ length: 10_000 }, () => absurd);
  sandbox.state.write(state);
  expect((await door("POST", `/orders/${id}/price`, { shippingFee: 1e12 })).status).toBe(200);
  const { deliveries } = (await door("GET", "/deliveries")).body as { deliveries: unknown[] };
  expect(deliveries).toMatchObject([{ outcome: "unsent" }]);
});

/** Adds an order that is not paid. */
function unpaidOrder(state: State, prefix: string): string {
  const own = state.accounts[USER];
  const sent = own?.taobao.orders[SENT_ORDER];
  if (own === undefined || sent === undefined) throw new Error("the account has no such order");
  if (prefix === "TAOBAO") {
    own.taobao.orders["7"] = { ...sent, purchaseOrderId: "7", status: "unpaid" };
    return "7";
  }
  const orderId = "2542285634920880794";
  own.alibaba.orders[orderId] = {
    orderId,
    status: "waitbuyerpay",
    isDelivered: false,
    createdAt: START,
    sellerOpenId: "BBBwAN4GQ60zRPzBkv7BYPJRQ",
    message: null,
    address: {},
    entries: [
      {
        entryId: "2542285634920880795",
        offerId: "706627393257",
        specId: "cd2b8c31408766f9fb089e74e2a6ac15",
        quantity: 2,
        amount: 1_800,
        refunded: 0,
        isReceived: false,
      },
    ],
    carriage: 500,
    refundedCarriage: 0,
  };
  return orderId;
}

test("delivers a message with all its digits, and shows ids as text", async () => {
  const receiver = await serve(failing(500), text("", undefined));
  const { door } = started({ push: { url: receiver.url } });
  const message = '{"messageType":"MINE","messageBody":{"orderId":2542285634920880794,"__proto__":{"a":1}}}';
  const sent = (await door("POST", "/deliver", message)).body;
  expect(receiver.requests[0]?.body).toContain('{"orderId":2542285634920880794,"__proto__":{"a":1}}');
  expect(sent).toMatchObject({ outcome: "waiting", tries: [{ status: 500 }] });
  expect(sent["message"]).toMatchObject({ messageBody: { orderId: "2542285634920880794" } });
  expect((await door("GET", "/deliveries")).body["deliveries"]).toEqual([sent]);
  const advanced = (await door("POST", "/clock", { advanceMs: 30 * 60_000 })).body;
  expect(advanced["deliveries"]).toMatchObject([
    { outcome: "acknowledged", tries: [{ status: 500 }, { status: 200 }] },
  ]);
  await door("POST", "/reset", { scope: "log" });
  expect((await door("GET", "/deliveries")).body).toEqual({ deliveries: [] });
});

test.each<[unknown, string]>([
  [{ messageType: "MINE" }, "messageBody must be an object"],
  [{ messageBody: {} }, "messageType must be a text"],
  [{ messageType: "MINE", messageBody: {}, messagePlatform: "1" }, "messagePlatform must be 0"],
  [{ messageType: "MINE", messageBody: {}, timestamp: "1" }, 'unknown member "timestamp"'],
  ["[]", "must be a JSON object"],
])("refuses to deliver %j", async (body, expected) => {
  const receiver = await serve(text("", undefined));
  const answer = await started({ push: { url: receiver.url } }).door("POST", "/deliver", body);
  expect([answer.status, answer.body["msg"]]).toEqual([400, expect.stringContaining(expected)]);
  expect(receiver.requests).toEqual([]);
});

test("says how to get a push URL", async () => {
  const { body } = await started().door("POST", "/deliver", { messageType: "MINE", messageBody: {} });
  expect(body["msg"]).toContain("--forward URL");
});

test.each(["", "/state", "/requests", "/faults", "/deliveries"])("GET /sandbox%s changes nothing", async (path) => {
  const { sandbox, door } = started();
  await stateWithAccount(door);
  const before = [sandbox.state.read(), [...sandbox.log]];
  for (const userId of ["2", USER]) await door("GET", path, undefined, { "user-id": userId });
  expect([sandbox.state.read(), [...sandbox.log]]).toEqual(before);
});

/** What a page of another site can send without asking first. */
const FOREIGN: [string, string, Record<string, string>][] = [
  ["POST", "/reset", { "content-type": "text/plain" }],
  ["POST", "/reset", { "content-type": "application/x-www-form-urlencoded" }],
  ["POST", "/reset", { "content-type": "multipart/form-data; boundary=application/json" }],
  ["POST", "/reset", { "content-type": "text/plain; application/json" }],
  ["POST", "/reset", { "content-type": "" }],
  ["PUT", "/state", { "content-type": "text/plain" }],
  ["POST", "/reset", { ...JSON_TYPE, origin: "https://elsewhere.example" }],
  ["POST", "/reset", { ...JSON_TYPE, origin: "null" }],
  ["POST", "/reset", { ...JSON_TYPE, origin: "http://127.0.0.1:4011" }],
  ["PUT", "/state", { ...JSON_TYPE, origin: "https://elsewhere.example" }],
  ["DELETE", "/requests", { origin: "https://elsewhere.example" }],
  ["DELETE", "/faults", { origin: "null" }],
  ["GET", "/state", { origin: "https://elsewhere.example" }],
];

test.each(FOREIGN)("refuses what another site's page can send: %s %s %j", async (method, path, headers) => {
  const { sandbox } = started();
  sandbox.fail({ kind: "status-500" });
  await sandbox.fetch("http://127.0.0.1/no/such/path");
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace(":4011", ":1")]));
  const { status, fields } = await raw(
    server.port,
    method,
    `/sandbox${path}`,
    own,
    method === "POST" || method === "PUT" ? "{}" : "",
  );
  expect([403, 415]).toContain(status);
  expect(Object.keys(fields).filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect(sandbox.log.length).toBe(1);
});

test("answers programs, and pages of its own origin", async () => {
  const { sandbox } = started();
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  for (const headers of [{}, { origin: server.url }]) {
    const { status } = await raw(server.port, "DELETE", "/sandbox/requests", headers, "");
    expect(status).toBe(200);
  }
  const foreignHost = await raw(server.port, "GET", "/sandbox/state", { host: "elsewhere.example" }, "");
  expect(foreignHost.status).toBe(421);
});

/** A request with any header: `fetch` sets some itself. */
function raw(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number | undefined; fields: object }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode, fields: response.headers }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

test("a body that is too long is refused, and shows no secret", async () => {
  const { door } = started();
  expect((await door("PUT", "/state", `"${"x".repeat(9 * 2 ** 20)}"`)).status).toBe(413);
  expect((await door("POST", "/reset", { [SECRET]: SECRET })).status).toBe(400);
  expect((await door("POST", `/orders/${SECRET}/pay`, {})).status).toBe(404);
  expect((await door("POST", "/faults", { kind: SECRET })).status).toBe(400);
});
