// Every failure on demand, for reads and writes, without a network and by HTTP: reads recover, writes never act twice, and each failure
// is what the README says it is. Nothing waits for real time: the timers stand still until a test moves them.
import { setImmediate } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createPandaPon, PandaPonError, type ClientOptions, type PandaPon } from "../../dist/src/index.js";
import { createSandbox, MAGIC_INPUTS, type FaultRule, type State } from "../../scripts/dist/sandbox/index.js";
import type { Listening } from "../../scripts/dist/sandbox/index.js";

const sandbox = createSandbox();
let served: Listening;
beforeAll(async () => void (served = await sandbox.listen()));
afterAll(() => served.close());
beforeEach(() => {
  sandbox.reset();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  // In this order: a spy restores what it found, which are the timers that stand still.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The platform's own fetch over HTTP: only with it, the client may repeat a write. */
const WAYS: [way: string, options: () => ClientOptions][] = [
  ["by `sandbox.fetch`", () => ({ fetch: sandbox.fetch })],
  ["by HTTP", () => ({ baseUrl: served.url })],
];

/** A client that waits for nothing: each wait before a retry is over at once. */
const clientOf = (options: ClientOptions): PandaPon =>
  createPandaPon({ ...sandbox.credentials, onRetry: () => void movedOn(60_000), ...options });

/** Moves the timers once those that are about to be set are set. */
const movedOn = async (ms: number): Promise<void> => {
  await setImmediate();
  vi.advanceTimersByTime(ms);
};

/** Does something once a call waits. */
function soon(what: () => void): true {
  void setImmediate().then(what);
  return true;
}

const accountOf = (state: State): State["accounts"][string] | undefined => state.accounts[sandbox.credentials.userId];

const CASE = "110000300013";
const GOODS = { offerId: "706627393257", specId: "cd2b8c31408766f9fb089e74e2a6ac15", quantity: 2 };
const ADDRESS = {
  fullName: "Test Buyer",
  mobile: "10000000001",
  phone: "10000000001",
  postCode: "000000",
  cityText: "杭州市",
  provinceText: "浙江省",
  areaText: "余杭区",
  townText: "示例镇",
  address: "示例路1号",
};
const RECEIVER = {
  zip: "000000",
  country: "中国",
  state: "浙江省",
  city: "杭州市",
  district: "余杭区",
  address: "示例路1号",
  mobile_phone: "10000000001",
  phone: "",
  name: "Test Buyer",
};
const LINE = {
  itemId: "600126245031041190",
  skuId: "5016042822039",
  quantity: "1",
  orderLineNo: "1",
  price: "1",
  currency: "CNY",
};

type Doing = (pandapon: PandaPon) => PromiseLike<unknown>;
const READS: [operation: string, read: Doing][] = [
  ["taobao.refunds.get", (pandapon) => pandapon.taobao.refunds.get({ refundId: CASE })],
  ["alibaba.products.get", (pandapon) => pandapon.alibaba.products.get({ offerId: GOODS.offerId })],
  [
    "alibaba.orders.preview",
    (pandapon) => pandapon.alibaba.orders.preview({ addressParam: ADDRESS, cargoParamList: [GOODS] }),
  ],
];
/** With how often each has acted, as the state shows it. */
const WRITES: [operation: string, write: Doing, acted: (state: State) => number][] = [
  [
    "alibaba.orders.create",
    (pandapon) => pandapon.alibaba.orders.create({ flow: "general", addressParam: ADDRESS, cargoParamList: [GOODS] }),
    (state) => Object.keys(accountOf(state)?.alibaba.orders ?? {}).length,
  ],
  [
    "taobao.orders.create",
    (pandapon) => pandapon.taobao.orders.create({ orderLineList: [LINE], purchaseAmount: 400, receiver: RECEIVER }),
    (state) => Object.keys(accountOf(state)?.taobao.orders ?? {}).length,
  ],
  [
    "taobao.refunds.submitMessage",
    (pandapon) => pandapon.taobao.refunds.submitMessage({ refundId: CASE, refundMessage: "示例" }),
    (state) => accountOf(state)?.taobao.refunds[CASE]?.messages.length ?? 0,
  ],
  // A GET that writes.
  [
    "taobao.refunds.cancel",
    (pandapon) => pandapon.taobao.refunds.cancel({ refundId: CASE }),
    (state) => Number(accountOf(state)?.taobao.refunds[CASE]?.status === "-20"),
  ],
];

/** `ok` if the call succeeds. If not, the kind and the outcome of its error. */
type End = "ok" | `${PandaPonError["kind"]} ${PandaPonError["outcome"]}`;
interface Row {
  fault: FaultRule;
  /** How a read ends, and after how many attempts. */
  read: [end: End, attempts: number];
  write: End;
  /** How often the write acts. */
  acts: 0 | 1;
  /** How far the timers move while the call is under way, in milliseconds. */
  later?: number;
  /** Only of operations that have a second level. */
  level?: true;
}

const CLIENT_TIMEOUT_MS = 30_000;
const ROWS: Row[] = [
  { fault: { kind: "slow", delayMs: 5 }, read: ["ok", 1], write: "ok", acts: 1, later: 5 },
  { fault: { kind: "slow", delayMs: 5, acts: false }, read: ["ok", 1], write: "ok", acts: 1, later: 5 },
  {
    fault: { kind: "slow", delayMs: 60_000 },
    read: ["ok", 2],
    write: "timeout unknown",
    acts: 1,
    later: CLIENT_TIMEOUT_MS,
  },
  {
    fault: { kind: "slow", delayMs: 60_000, acts: false },
    read: ["ok", 2],
    write: "timeout unknown",
    acts: 0,
    later: CLIENT_TIMEOUT_MS,
  },
  { fault: { kind: "status-500" }, read: ["ok", 2], write: "http unknown", acts: 0 },
  { fault: { kind: "status-500", acts: true }, read: ["ok", 2], write: "http unknown", acts: 1 },
  { fault: { kind: "status-500", times: 2, status: 503 }, read: ["ok", 3], write: "http unknown", acts: 0 },
  { fault: { kind: "status-500", times: 3 }, read: ["http unknown", 3], write: "http unknown", acts: 0 },
  { fault: { kind: "status-500", code: 7, msg: "系统异常" }, read: ["ok", 2], write: "api unknown", acts: 0 },
  { fault: { kind: "status-429" }, read: ["ok", 2], write: "http refused", acts: 0 },
  { fault: { kind: "status-429", retryAfter: 0, times: 2 }, read: ["ok", 3], write: "http refused", acts: 0 },
  { fault: { kind: "status-429", retryAfter: 61 }, read: ["http refused", 1], write: "http refused", acts: 0 },
  // A gateway that says "too many" and acts all the same: `refused` is its word, not proof.
  { fault: { kind: "status-429", acts: true }, read: ["ok", 2], write: "http refused", acts: 1 },
  { fault: { kind: "status-429", code: 7 }, read: ["ok", 2], write: "api refused", acts: 0 },
  { fault: { kind: "reset-before" }, read: ["ok", 2], write: "network unknown", acts: 0 },
  { fault: { kind: "reset-before", times: 3 }, read: ["network unknown", 3], write: "network unknown", acts: 0 },
  { fault: { kind: "reset-after" }, read: ["ok", 2], write: "network unknown", acts: 1 },
  { fault: { kind: "cut-body" }, read: ["ok", 2], write: "network unknown", acts: 1 },
  { fault: { kind: "cut-body", acts: false, times: 2 }, read: ["ok", 3], write: "network unknown", acts: 0 },
  { fault: { kind: "html-page" }, read: ["decode unknown", 1], write: "decode unknown", acts: 0 },
  { fault: { kind: "html-page", acts: true }, read: ["decode unknown", 1], write: "decode unknown", acts: 1 },
  { fault: { kind: "html-page", status: 502 }, read: ["ok", 2], write: "decode unknown", acts: 0 },
  { fault: { kind: "html-page", status: 403 }, read: ["decode unknown", 1], write: "decode unknown", acts: 0 },
  { fault: { kind: "envelope-error" }, read: ["api refused", 1], write: "api refused", acts: 0 },
  { fault: { kind: "envelope-error", acts: true }, read: ["api refused", 1], write: "api refused", acts: 1 },
  { fault: { kind: "envelope-error", status: 500 }, read: ["ok", 2], write: "api unknown", acts: 0 },
  { fault: { kind: "second-level" }, read: ["api refused", 1], write: "api refused", acts: 0, level: true },
  { fault: { kind: "second-level", acts: true }, read: ["api refused", 1], write: "api refused", acts: 1, level: true },
  // The client reads JSON whatever it is called, if it knows the charset.
  { fault: { kind: "content-type" }, read: ["ok", 1], write: "ok", acts: 1 },
  {
    fault: { kind: "content-type", contentType: "text/plain;charset=none" },
    read: ["decode unknown", 1],
    write: "decode unknown",
    acts: 1,
  },
];

/** Adds the rule of a row, and moves the timers once it has struck. */
function fail({ fault, later }: Row): void {
  sandbox.fail({
    ...fault,
    when: () => {
      if (later !== undefined) void movedOn(later);
      return true;
    },
  });
}

async function endOf(call: PromiseLike<unknown>): Promise<{ end: End; value?: unknown; error?: PandaPonError }> {
  try {
    return { end: "ok", value: await call };
  } catch (error) {
    if (!(error instanceof PandaPonError)) throw error;
    return { end: `${error.kind} ${error.outcome}`, error };
  }
}

const hasLevel = (operation: string): boolean =>
  ["alibaba.orders.preview", "taobao.refunds.cancel"].includes(operation);
const name = ({ fault }: Row): string => JSON.stringify(fault);

describe.each(WAYS)("%s", (_, options) => {
  describe.each(READS)("the read %s", (operation, read) => {
    test.each(
      ROWS.filter((row) => row.level === undefined || hasLevel(operation)).map((row) => [name(row), row] as const),
    )("after %s", async (__, row) => {
      const pandapon = clientOf(options());
      const right = await read(pandapon);
      fail(row);
      const { end, value, error } = await endOf(read(pandapon));
      const [expected, attempts] = row.read;
      expect(end).toBe(expected);
      if (end === "ok") expect(value).toEqual(right);
      else expect(error).toMatchObject({ operation, attempts });
      expect(sandbox.log).toHaveLength(1 + attempts);
      expect(sandbox.log[1]?.fault).toBe(row.fault.kind);
    });
  });

  describe.each(WRITES)("the write %s", (operation, write, acted) => {
    test.each(
      ROWS.filter((row) => row.level === undefined || hasLevel(operation)).map((row) => [name(row), row] as const),
    )("after %s", async (__, row) => {
      await clientOf(options()).alibaba.products.get({ offerId: GOODS.offerId }); // an account begins with its first call
      const before = acted(sandbox.state.read());
      sandbox.reset("log");
      fail(row);
      const { end, error } = await endOf(write(clientOf(options())));
      expect(end).toBe(row.write);
      if (end !== "ok") expect(error).toMatchObject({ operation, attempts: 1 });
      expect(acted(sandbox.state.read()) - before).toBe(row.acts);
      expect(sandbox.log.map(({ fault }) => fault)).toEqual([row.fault.kind]);
    });
  });

  test("a failure names the call, its code and its message", async () => {
    const pandapon = clientOf(options());
    sandbox.fail({ kind: "envelope-error", code: 4711, msg: "余额不足" });
    const { error: outer } = await endOf(
      pandapon.alibaba.orders.create({ flow: "general", addressParam: ADDRESS, cargoParamList: [GOODS] }),
    );
    expect(outer).toMatchObject({ code: "4711", msg: "余额不足", status: 200 });
    expect(outer?.requestId).toMatch(/^[0-9a-f]{32}$/);
    sandbox.fail({ kind: "second-level", code: "NO_STOCK", msg: "缺货" });
    const { error: inner } = await endOf(
      pandapon.alibaba.orders.preview({ addressParam: ADDRESS, cargoParamList: [GOODS] }),
    );
    expect(inner).toMatchObject({ code: "NO_STOCK", msg: "缺货", status: 200 });
    sandbox.fail({ kind: "second-level", msg: "缺货" });
    const { error: bare } = await endOf(pandapon.taobao.refunds.cancel({ refundId: CASE }));
    expect(bare).toMatchObject({ code: undefined, msg: "缺货" });
    sandbox.fail({ kind: "html-page" });
    const { error: page } = await endOf(pandapon.taobao.refunds.get({ refundId: CASE }));
    expect(page?.message).toContain("text/html;charset=UTF-8): <!DOCTYPE html>");
  });

  test("a reset is the reset of a connection", async () => {
    sandbox.fail({ kind: "reset-before" });
    const pandapon = clientOf({ ...options(), maxRetries: 0 });
    const { error } = await endOf(pandapon.taobao.refunds.get({ refundId: CASE }));
    expect(error?.cause).toBeInstanceOf(TypeError);
    expect(error?.cause).toMatchObject({ cause: { code: "ECONNRESET" } });
  });

  /** What a magic input of each kind does to a read, without a rule. It does so each time. */
  const MAGIC: Record<string, End> = {
    slow: "timeout unknown",
    "status-500": "http unknown",
    "status-429": "http refused",
    "reset-before": "network unknown",
    "reset-after": "network unknown",
    "cut-body": "network unknown",
    "html-page": "decode unknown",
    "envelope-error": "api refused",
    "second-level": "api refused",
    "content-type": "ok",
  };
  test.each(MAGIC_INPUTS)("the magic inputs of $kind fail without a rule, whatever the state knows", async (magic) => {
    const { kind, text, orderId, refundId, taobaoId, offerId } = magic;
    // The default wait of `slow` is 2 s.
    const pandapon = clientOf({ ...options(), timeoutMs: 1_000 });
    const asked = { webSite: "1688", orderId } as const;
    const goods = [{ ...GOODS, offerId }];
    const calls: Record<string, Doing> =
      kind === "second-level"
        ? {
            text: ({ alibaba }) =>
              alibaba.orders.preview({ addressParam: { ...ADDRESS, address: text }, cargoParamList: [GOODS] }),
            order: ({ alibaba }) => alibaba.orders.cancel({ ...asked, cancelReason: "buyerCancel" }),
            refund: ({ alibaba }) =>
              alibaba.refunds.submitReturn({ refundId, logisticsCompanyNo: "SF", freightBill: "SF1" }),
            taobao: ({ taobao }) => taobao.refunds.cancel({ refundId: taobaoId }),
            offer: ({ alibaba }) => alibaba.orders.preview({ addressParam: ADDRESS, cargoParamList: goods }),
          }
        : {
            text: ({ alibaba }) => alibaba.products.search({ keyword: text }),
            remark: ({ taobao }) =>
              taobao.orders.create({
                orderLineList: [LINE],
                purchaseAmount: 400,
                receiver: { ...RECEIVER, name: text },
              }),
            order: ({ alibaba }) => alibaba.orders.get(asked),
            refund: ({ alibaba }) => alibaba.refunds.get({ refundId }),
            taobao: ({ taobao }) => taobao.refunds.get({ refundId: taobaoId }),
            offer: ({ alibaba }) => alibaba.products.get({ offerId }),
            goods: ({ alibaba }) =>
              alibaba.orders.create({ flow: "general", addressParam: ADDRESS, cargoParamList: goods }),
          };
    for (const [what, call] of Object.entries(calls)) {
      sandbox.reset("log");
      let isOver = false;
      const ended = endOf(call(pandapon)).finally(() => (isOver = true));
      while (kind === "slow" && !isOver) await movedOn(1_000);
      expect([what, (await ended).end]).toEqual([what, MAGIC[kind]]);
      expect(new Set(sandbox.log.map(({ fault }) => fault))).toEqual(new Set([kind]));
    }
  });
});

describe.each(WAYS)("%s", (_, options) => {
  test("a slow call ends with the caller's signal, and neither keeps a timer nor acts later", async () => {
    const [, write, acted] = WRITES[0] ?? expect.fail("there is no write");
    const hour = 3_600_000;
    const set = vi.spyOn(globalThis, "setTimeout");
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    const caller = new AbortController();
    sandbox.fail({
      kind: "slow",
      delayMs: hour,
      acts: false,
      when: () => soon(() => caller.abort()),
    });
    const pandapon = clientOf(options());
    const call = pandapon.alibaba.orders.create(
      { flow: "general", addressParam: ADDRESS, cargoParamList: [GOODS] },
      { signal: caller.signal },
    );
    expect(await endOf(call)).toMatchObject({ end: "aborted unknown" });
    const at = set.mock.calls.findIndex(([, ms]) => ms === hour);
    const timer = set.mock.results[at]?.value;
    expect(timer).toBeDefined();
    while (!cleared.mock.calls.some(([one]) => one === timer)) await setImmediate();
    vi.advanceTimersByTime(hour);
    await write(pandapon);
    expect(acted(sandbox.state.read())).toBe(1);
  });
});

test("`fetch` rejects with the reason of a signal, before and while it is slow", async () => {
  const { signal, abort } = ((own) => ({ signal: own.signal, abort: () => own.abort(new Error("gone")) }))(
    new AbortController(),
  );
  const own: ClientOptions = { fetch: (url, init) => sandbox.fetch(url, { ...init, signal }), maxRetries: 0 };
  sandbox.fail({ kind: "slow", when: () => soon(abort) });
  for (const _ of [1, 2]) {
    const { error } = await endOf(clientOf(own).alibaba.products.get({ offerId: GOODS.offerId }));
    expect(error?.cause).toMatchObject({ message: "gone" });
  }
});
