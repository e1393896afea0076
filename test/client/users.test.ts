// `with` makes the same client for another sub-account. It shares everything else.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon, type CallOptions, type ClientOptions } from "../../dist/src/index.js";
import { credentials, failureOf, signatureOf } from "../support/calls.js";
import { ok, serve } from "../support/server.js";

interface Client {
  with(user: { userId: string }): Client;
  /** Calls an operation, and an unknown path. */
  calls: ((options?: CallOptions) => Promise<unknown>)[];
}

const input = { webSite: "1688", orderId: "1" } as const;
const clients: [name: string, of: (options: ClientOptions) => Client][] = [
  ["createPandaPon", (options) => byMethod(createPandaPon({ ...credentials, ...options }))],
  ["createClient", (options) => byPath(createClient({ ...credentials, ...options }))],
];
const byMethod = (client: ReturnType<typeof createPandaPon>): Client => ({
  with: (user) => byMethod(client.with(user)),
  calls: [
    (options) => client.alibaba.orders.get(input, options),
    (options) => client.request("POST", "/some/path", {}, options),
    (options) => client.request("POST", "/alibaba/order/detail", input, options),
  ],
});
const byPath = (client: ReturnType<typeof createClient>): Client => ({
  with: (user) => byPath(client.with(user)),
  calls: [
    (options) => client.POST("/alibaba/order/detail", { body: input, ...options }),
    (options) => client.request("POST", "/some/path", {}, options),
    (options) => client.request("POST", "/alibaba/order/detail", input, options),
  ],
});

describe.each(clients)("%s", (_, of) => {
  test("each client calls for its own sub-account", async () => {
    const { url, requests } = await serve(ok());
    const first = of({ baseUrl: url });
    const second = first.with({ userId: "2" });
    const third = second.with({ userId: "3" });
    // Those made before are as they were.
    for (const client of [third, second, first]) for (const call of client.calls) await call();
    const users = [third, second, first].flatMap(({ calls }, index) =>
      calls.map(() => ["3", "2", credentials.userId][index]),
    );
    expect(requests.map(({ headers }) => headers["user-id"])).toEqual(users);
    for (const request of requests) expect(request.headers["signature"]).toBe(signatureOf(request));
  });

  test("the user id of a call wins, and undefined means that of the client", async () => {
    const { url, requests } = await serve(ok());
    const client = of({ baseUrl: url }).with({ userId: "2" });
    for (const call of client.calls) {
      await call({ userId: "4" });
      await call({ userId: undefined, headers: { "x-trace": "t-1" } });
    }
    expect(requests.map(({ headers }) => headers["user-id"])).toEqual(["4", "2", "4", "2", "4", "2"]);
    expect(requests[1]?.headers["x-trace"]).toBe("t-1");
  });

  test("settings are shared", async () => {
    const { url, requests } = await serve(ok());
    const seen: unknown[] = [];
    const nonces = ["a", "b"].map((letter) => letter.repeat(32));
    const client = of({
      baseUrl: url,
      nonce: () => nonces.shift() ?? "",
      now: () => 5,
      onRequest: ({ operation }) => seen.push(operation),
    });
    await client.calls[0]?.();
    await client.with({ userId: "2" }).calls[0]?.();
    expect(seen).toEqual(["alibaba.orders.get", "alibaba.orders.get"]);
    expect(requests.map(({ headers }) => [headers["nonce-str"], headers["timestamp"]])).toEqual([
      ["a".repeat(32), "5"],
      ["b".repeat(32), "5"],
    ]);
  });

  test.each(
    [
      undefined,
      null,
      5,
      "2",
      [],
      {},
      ...[undefined, null, "", " ", "two words", "2\r\nx-evil: 1", "用", 2100007341207, 5n, {}].map((userId) => ({
        userId,
      })),
    ].map((user) => [inspect(user), user] as const),
  )("refuses a wrong user: %s", (_what, user) => {
    const client = of({});
    let error: unknown;
    try {
      client.with(user as unknown as { userId: string });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: "PandaPonError", kind: "input", attempts: 0 });
    expect(String(error)).toContain("`userId` must be visible ASCII text");
  });

  test.each([null, 5, "text"].map((options) => [options]))("refuses the options %o of a call", async (options) => {
    const { url, requests } = await serve(ok());
    const { request, ...rest } = createPandaPon({ ...credentials, baseUrl: url }).with({ userId: "2" });
    const wrong = options as unknown as CallOptions;
    expect(await failureOf(rest.alibaba.orders.get(input, wrong))).toMatchObject({ kind: "input" });
    expect(await failureOf(request("POST", "/some/path", {}, wrong))).toMatchObject({ kind: "input" });
    expect(requests).toHaveLength(0);
  });
});

test("all clients share middleware, whichever of them it is added to, before or after `with`", async () => {
  const { url, requests } = await serve(ok());
  const client = createClient({ ...credentials, baseUrl: url });
  const adding = (name: string) => ({
    onRequest: ({ request }: { request: Request }) => request.headers.set(name, "1"),
  });
  const [before, later, other] = [adding("x-before"), adding("x-later"), adding("x-other")];
  client.use(before);
  const second = client.with({ userId: "2" });
  client.use(later);
  second.use(other);
  await client.POST("/alibaba/order/detail", { body: input });
  await second.request("POST", "/some/path", {});
  second.eject(before, later, other);
  await client.POST("/alibaba/order/detail", { body: input });
  const added = requests.map(({ headers }) =>
    Object.keys(headers)
      .filter((name) => name.startsWith("x-"))
      .sort(),
  );
  expect(added).toEqual([["x-before", "x-later", "x-other"], ["x-before", "x-later", "x-other"], []]);
});
