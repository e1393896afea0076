// What every attempt of a request carries.
import { describe, expect, test } from "vitest";
import { credentials, faces, signatureOf, transportTo } from "../support/calls.js";
import { failing, ok, serve, type Received } from "../support/server.js";

const OURS = ["accept", "access-key", "content-type", "nonce-str", "signature", "timestamp", "user-id"];
const ours = ({ headers }: Received): Record<string, unknown> =>
  Object.fromEntries(OURS.filter((name) => name in headers).map((name) => [name, headers[name]]));

describe.each(faces)("%s", (_, face) => {
  test("sends a POST signed, with a JSON body", async () => {
    const { url, requests } = await serve(ok());
    await face({ baseUrl: url }, "alibaba.orders.get", { webSite: "1688", orderId: "2542285634920880794" });
    const [request] = requests;
    expect(request).toMatchObject({
      method: "POST",
      url: "/alibaba/order/detail",
      body: '{"webSite":"1688","orderId":"2542285634920880794"}',
    });
    expect(request && ours(request)).toEqual({
      accept: "application/json",
      "content-type": "application/json",
      "access-key": credentials.accessKey,
      "user-id": credentials.userId,
      timestamp: expect.stringMatching(/^\d{13}$/) as unknown,
      "nonce-str": expect.stringMatching(/^[A-Za-z0-9]{32}$/) as unknown,
      signature: request && signatureOf(request),
    });
    expect(Math.abs(Date.now() - Number(request?.headers["timestamp"]))).toBeLessThan(60_000);
  });

  test("sends a GET signed, with a query and neither a body nor a content type", async () => {
    const { url, requests } = await serve(ok());
    await face({ baseUrl: url }, "taobao.products.get", { itemId: "600126245031041190" });
    const [request] = requests;
    expect(request).toMatchObject({ method: "GET", url: "/open/product/get?itemId=600126245031041190", body: "" });
    expect(request && Object.keys(ours(request))).toEqual(OURS.filter((name) => name !== "content-type"));
    expect(request?.headers).not.toHaveProperty("content-length");
    expect(request?.headers).not.toHaveProperty("transfer-encoding");
    expect(request?.headers["signature"]).toBe(request && signatureOf(request));
  });

  test("fills in path parameters, and sends the timestamp in seconds if configured", async () => {
    const { url, requests } = await serve(ok());
    const options = { baseUrl: `${url}/below/`, timestampUnit: "s" as const, now: () => 1733474179999 };
    await face(options, "taobao.refunds.cancel", { refundId: "a/b 退" });
    expect(requests[0]?.url).toBe("/below/open/order/refund/cancel/a%2Fb%20%E9%80%80");
    expect(requests[0]?.headers["timestamp"]).toBe("1733474179");
    expect(requests[0]?.headers["signature"]).toBe(requests[0] && signatureOf(requests[0]));
  });

  test("accepts another user id for one call", async () => {
    const { url, requests } = await serve(ok());
    await face({ baseUrl: url }, "alibaba.orders.get", { orderId: "1" }, { userId: "42" });
    expect(requests[0]?.headers["user-id"]).toBe("42");
  });

  const theirs = {
    "X-Trace": "t-1",
    Signature: "0",
    "access-key": "theirs",
    "User-Id": "theirs",
    "Content-Type": "text/plain",
    accept: "text/html",
  };
  test.each<[string, RequestInit["headers"]]>([
    ["an object", theirs],
    ["a list of pairs", Object.entries(theirs)],
    ["Headers", new Headers(theirs)],
  ])("sends the caller's headers, given as %s, and its own value if both set a header", async (_, headers) => {
    const { url, requests } = await serve(ok());
    await face({ baseUrl: url }, "alibaba.orders.get", { orderId: "1" }, { headers });
    const [request] = requests;
    expect(request?.headers["x-trace"]).toBe("t-1");
    expect(request && ours(request)).toMatchObject({
      accept: "application/json",
      "content-type": "application/json",
      "access-key": credentials.accessKey,
      "user-id": credentials.userId,
      signature: request && signatureOf(request),
    });
    expect(request?.headers).not.toHaveProperty("0");
  });
});

test("each attempt has its own timestamp, nonce and signature, and is otherwise the same", async () => {
  const { url, requests } = await serve(failing(503), failing(503), ok());
  let time = 1733474179000;
  const { call } = transportTo(url, { now: () => (time += 1_000) });
  await call("alibaba.orders.get", { webSite: "1688", orderId: "1" }, { headers: { "x-trace": "t-1" } });
  expect(requests).toHaveLength(3);
  const different = (name: string): number => new Set(requests.map(({ headers }) => headers[name])).size;
  expect(["timestamp", "nonce-str", "signature"].map(different)).toEqual([3, 3, 3]);
  for (const request of requests) {
    expect(request.headers["signature"]).toBe(signatureOf(request));
    expect(request).toMatchObject({
      method: "POST",
      url: "/alibaba/order/detail",
      body: '{"webSite":"1688","orderId":"1"}',
    });
    expect(request.headers).toMatchObject({ "x-trace": "t-1", "user-id": credentials.userId });
  }
});
