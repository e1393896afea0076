// Operations of the group `freight`. The caller must supply their signature.
import { describe, expect, test } from "vitest";
import type { SignWarehouse, WarehouseParts } from "../../dist/src/index.js";
import { faces, transportTo, type Operation } from "../support/calls.js";
import { failing, json, ok, serve } from "../support/server.js";

const WAREHOUSE: [Operation, path: string][] = [
  ["freight.book", "/open/pp/logistics/orderBookingFreight"],
  ["freight.preview", "/open/pp/logistics/orderRenderFreight"],
  ["freight.updateDomesticLogistics", "/open/pp/logistics/updateLogisticInfo"],
];

describe.each(faces)("%s", (_, face) => {
  test.each(WAREHOUSE)("of %s is refused at once without signWarehouse", async (operation) => {
    const { url, requests } = await serve(ok());
    const { error, thrown } = await face({ baseUrl: url }, operation);
    expect(thrown).toBe(true);
    expect(error).toMatchObject({ kind: "input", operation, attempts: 0 });
    expect(error?.message).toBe(
      `${operation}: \`signWarehouse\` is missing: ask PandaPon how to sign warehouse operations, because no page says it`,
    );
    expect(requests).toHaveLength(0);
  });

  test.each(WAREHOUSE)(
    "of %s carries what signWarehouse returns, and no header of the usual signature",
    async (operation, path) => {
      const { url, requests } = await serve(ok());
      const asked: WarehouseParts[] = [];
      const signWarehouse: SignWarehouse = (parts) => {
        asked.push(parts);
        return { timestamp: "+1&2", sign: "a b/c=恤" };
      };
      const options = { baseUrl: url, signWarehouse, now: () => 1733474179999 };
      const { error } = await face(options, operation, { remark: "恤", id: 1 }, { headers: { "x-trace": "t-1" } });
      expect(error).toBe(undefined);
      const [request] = requests;
      expect(asked).toEqual([{ method: "POST", path, body: request?.body, timestamp: "1733474179999" }]);
      expect(request).toMatchObject({
        method: "POST",
        url: `${path}?timestamp=%2B1%262&sign=a+b%2Fc%3D%E6%81%A4`,
        body: '{"remark":"恤","id":1}',
        headers: { accept: "application/json", "content-type": "application/json", "x-trace": "t-1" },
      });
      for (const name of ["access-key", "nonce-str", "signature", "timestamp", "user-id"]) {
        expect(request?.headers).not.toHaveProperty(name);
      }
    },
  );

  const signWarehouse: SignWarehouse = () => ({ timestamp: "1", sign: "s" });

  test("of freight.preview fails if the answer has a `code` that is a failure", async () => {
    const { url } = await serve(json({ requestId: "r-1", code: 500, msg: "no" }));
    const { error } = await face({ baseUrl: url, signWarehouse }, "freight.preview");
    expect(error).toMatchObject({ kind: "api", code: "500", msg: "no", requestId: "r-1" });
  });

  test("of freight.preview gives the whole answer if it has no `code`: no page shows its form", async () => {
    const { url } = await serve(json({ anything: 2 }));
    const { value, error } = await face({ baseUrl: url, signWarehouse }, "freight.preview");
    expect({ value, error }).toEqual({ value: { anything: 2 }, error: undefined });
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["text", "sign"],
    ["no sign", { timestamp: "1" }],
    ["an empty sign", { timestamp: "1", sign: "" }],
    ["a number", { timestamp: 1, sign: "s" }],
    [
      "what cannot be read",
      {
        timestamp: "1",
        get sign(): string {
          throw new Error("no");
        },
      },
    ],
  ])("is refused if signWarehouse returns %s", async (_, given) => {
    const { url, requests } = await serve(ok());
    // Plain JavaScript may return any of these.
    const signWarehouse = (() => given) as SignWarehouse;
    const { error } = await face({ baseUrl: url, signWarehouse }, "freight.preview");
    expect(error).toMatchObject({ kind: "input", operation: "freight.preview", attempts: 0 });
    expect(error?.message).toMatch(
      /`signWarehouse` (must return \{ timestamp, sign \} as strings|failed: see `cause`)$/,
    );
    expect(requests).toHaveLength(0);
  });
});

test("each attempt is signed anew, and signWarehouse may be asynchronous", async () => {
  const { url, requests } = await serve(failing(503), failing(503), ok());
  let time = 1733474179000;
  let count = 0;
  const { call } = transportTo(url, {
    now: () => (time += 1_000),
    timestampUnit: "s",
    signWarehouse: async ({ timestamp }) => {
      await Promise.resolve();
      return { timestamp, sign: `s${(count += 1)}` };
    },
  });
  expect((await call("freight.preview")).attempts).toBe(3);
  const queries = requests.map(({ url }) => Object.fromEntries(new URLSearchParams(url.split("?")[1])));
  expect(queries.map(({ sign }) => sign)).toEqual(["s1", "s2", "s3"]);
  expect(new Set(queries.map(({ timestamp }) => timestamp)).size).toBe(3);
  expect(queries[0]?.["timestamp"]).toMatch(/^\d{10}$/);
});

test("a write signed by signWarehouse is not retried", async () => {
  const { url, requests } = await serve(failing(503), ok());
  const { call } = transportTo(url, { signWarehouse: () => ({ timestamp: "1", sign: "s" }) });
  expect((await call("freight.book")).error).toMatchObject({ kind: "http", status: 503, attempts: 1 });
  expect(requests).toHaveLength(1);
});
