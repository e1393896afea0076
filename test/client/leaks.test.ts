// When its calls are over, a client leaves no connection in use, no timer and no listener.
import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon, type PandaPon, type PandaPonClient } from "../../dist/src/index.js";
import { credentials } from "../support/calls.js";
import { inChild } from "../support/child.js";
import { cutChunked, drip, failing, json, ok, serve, silence, type Handler } from "../support/server.js";

const search = { keyword: "T恤", beginPage: 1, pageSize: 2 };
const page = (total: number, ...ids: number[]): Handler =>
  json({ code: 200, data: { data: ids.map((offerId) => ({ offerId })), totalRecords: total } });

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

interface Tools {
  readonly pandapon: PandaPon;
  readonly client: PandaPonClient;
  readonly controller: AbortController;
}

/** A use of a client, and what the server answers. */
const USES: [what: string, handlers: Handler[], use: (tools: Tools) => Promise<unknown>][] = [
  [
    "a list that is read twice",
    [page(4, 1, 2), page(4, 3, 4)],
    async ({ pandapon, controller }) => {
      const list = pandapon.alibaba.products.search(search, controller);
      for await (const _ of list.items());
      for await (const _ of list.items());
    },
  ],
  [
    "a list that is aborted while it waits for a page",
    [page(9, 1, 2), silence],
    async ({ pandapon, controller }) => {
      const list = pandapon.alibaba.products.search(search, controller);
      setTimeout(() => controller.abort(), 20);
      const read = async (): Promise<void> => {
        for await (const _ of list.items());
      };
      await expect(read()).rejects.toMatchObject({ kind: "aborted" });
    },
  ],
  [
    "a list that is left early",
    [page(9, 1, 2), page(9, 3, 4)],
    async ({ pandapon, controller }) => {
      for await (const item of pandapon.alibaba.products.search(search, controller).items()) {
        if (item.offerId === "3") break;
      }
      for await (const _ of pandapon.alibaba.products.search(search, controller).pages()) break;
    },
  ],
  [
    "a call that is aborted while it waits for a retry",
    [failing(503, { "retry-after": "60" })],
    async ({ pandapon, controller }) => {
      setTimeout(() => controller.abort(), 20);
      await expect(pandapon.alibaba.orders.get({ webSite: "1688" }, controller)).rejects.toMatchObject({
        kind: "aborted",
      });
    },
  ],
  [
    "a call whose answer does not end",
    [drip()],
    async ({ pandapon, controller: { signal } }) => {
      const options = { signal, timeoutMs: 20, maxRetries: 0 };
      await expect(pandapon.alibaba.orders.get({ webSite: "1688" }, options)).rejects.toMatchObject({
        kind: "timeout",
      });
    },
  ],
  [
    "a call that is retried after an answer that it does not read",
    [
      (response, request) => {
        response.setHeader("retry-after", "0");
        drip(503)(response, request);
      },
      ok(),
    ],
    ({ pandapon, controller }) => pandapon.alibaba.orders.get({ webSite: "1688" }, controller),
  ],
  [
    "a call whose answer is cut short",
    [cutChunked],
    async ({ client, controller: { signal } }) => {
      const call = client.POST("/alibaba/order/detail", { body: { webSite: "1688" }, signal, maxRetries: 0 });
      await expect(call).rejects.toMatchObject({ kind: "network" });
    },
  ],
  [
    "1 000 calls at once with one signal",
    [ok()],
    ({ pandapon, client, controller }) =>
      Promise.all(
        Array.from({ length: 500 }, () => [
          pandapon.alibaba.orders.get({ webSite: "1688" }, controller),
          client.POST("/alibaba/order/detail", { body: { webSite: "1688" }, signal: controller.signal }),
        ]).flat(),
      ),
  ],
  [
    "1 000 calls that one signal aborts",
    [silence],
    async ({ pandapon, controller }) => {
      const calls = Array.from({ length: 1_000 }, () => pandapon.alibaba.orders.get({ webSite: "1688" }, controller));
      setTimeout(() => controller.abort(), 50);
      for (const { status } of await Promise.allSettled(calls)) expect(status).toBe("rejected");
    },
  ],
];

describe("no connection in use, timer, listener or warning is left by", () => {
  test.each(USES)("%s", async (_, handlers, use) => {
    const server = await serve(...handlers);
    const options = { ...credentials, baseUrl: server.url };
    const controller = new AbortController();
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on("warning", onWarning);
    const before = timers();

    await use({ pandapon: createPandaPon(options), client: createClient(options), controller });
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    const deadline = performance.now() + 5_000;
    while (performance.now() < deadline && (timers() > before || server.connectionsInUse() > 0)) {
      await setImmediate();
    }
    expect(timers()).toBeLessThanOrEqual(before);
    expect(server.connectionsInUse()).toBe(0);
    expect(warnings).toEqual([]);
    process.off("warning", onWarning);
  });
});

test("a process ends by itself when its calls are over", async () => {
  const busy = failing(503, { "retry-after": "60" });
  const { url } = await serve((response, request) =>
    (request.body.includes("7") ? busy : ok("here"))(response, request),
  );
  const started = performance.now();
  const printed = await inChild(
    `
    const { getEventListeners } = await import("node:events");
    const { signal } = new AbortController();
    const options = { accessKey: "k", accessSecret: "s", userId: "1", baseUrl: process.env.SERVER };
    const client = pandapon.createPandaPon(options);
    const waiting = new AbortController();
    client.alibaba.orders.get({ webSite: "1688", orderId: "7" }, waiting).catch((error) => print(error.kind));
    setTimeout(() => waiting.abort(), 50);
    const calls = Array.from({ length: 50 }, () => client.alibaba.orders.get({ webSite: "1688" }, { signal, timeoutMs: 600_000 }));
    print(new Set(await Promise.all(calls)).size + getEventListeners(signal, "abort").length);
    `,
    { SERVER: url },
  );
  expect(new Set(printed)).toEqual(new Set([1, "aborted"]));
  expect(performance.now() - started).toBeLessThan(20_000);
});
