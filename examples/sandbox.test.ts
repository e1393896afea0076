// A unit test of your own program against the sandbox, with Vitest (https://vitest.dev): no account, no network, no mocks.
import { createSandbox } from "pandapon-codegen/sandbox";
import { createPandaPon, PandaPonError, type PandaPon } from "pandapon-openapi";
import { beforeEach, expect, test } from "vitest";

/** Your own program: cancels an order. If it cannot know whether that worked, it looks. */
async function cancelOrder(pandapon: PandaPon, orderId: string): Promise<"cancelled" | "refused"> {
  const webSite = "1688";
  try {
    await pandapon.alibaba.orders.cancel({ webSite, orderId, cancelReason: "buyerCancel" });
    return "cancelled";
  } catch (error) {
    if (!(error instanceof PandaPonError)) throw error;
    if (error.outcome !== "unknown") return "refused";
    const order = await pandapon.alibaba.orders.get({ webSite, orderId });
    return order.baseInfo?.status === "cancel" ? "cancelled" : "refused";
  }
}

const sandbox = createSandbox();
const pandapon = createPandaPon({ ...sandbox.credentials, fetch: sandbox.fetch });
beforeEach(() => sandbox.reset());

/** An order of two shirts that the sandbox sells. It is not paid. */
async function newOrder(): Promise<string> {
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

test("an unpaid order is cancelled", async () => {
  const orderId = await newOrder();
  expect(orderId).toMatch(/^\d{19}$/);
  expect(await cancelOrder(pandapon, orderId)).toBe("cancelled");
  expect(await cancelOrder(pandapon, orderId)).toBe("refused");
});

test("a paid order is not", async () => {
  const orderId = await newOrder();
  // The test door: PandaPon has no operation for paying, so the test does what the buyer does in the browser.
  const headers = { "content-type": "application/json" };
  await sandbox.fetch(`http://sandbox/sandbox/orders/${orderId}/pay`, { method: "POST", headers });
  expect(await cancelOrder(pandapon, orderId)).toBe("refused");
});

test("the connection breaks after PandaPon has acted", async () => {
  const orderId = await newOrder();
  sandbox.fail({ operation: "alibaba.orders.cancel", kind: "reset-after" });
  expect(await cancelOrder(pandapon, orderId)).toBe("cancelled");
  expect(sandbox.log.map(({ operation }) => operation)).toEqual([
    "alibaba.orders.create",
    "alibaba.orders.cancel",
    "alibaba.orders.get",
  ]);
});
