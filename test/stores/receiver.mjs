// One of the processes that PandaPon's pushes are delivered to. It gets each delivery from its parent, and answers by status.
//
// What the handler does is written to a file at once, so that it is known after a kill. The arguments: store, URL, prefix or table,
// file, "defer" or "", milliseconds of a claim.
import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { Pool } from "pg";
import { createWebhookHandler } from "pandapon-openapi/webhooks";
import { postgresStore } from "pandapon-openapi/webhooks/postgres";
import { redisStore } from "pandapon-openapi/webhooks/redis";
import { createClient } from "redis";

const [kind, url = "", name = "", file = "", defer, claimMs] = process.argv.slice(2);
const log = (/** @type {string} */ line) => appendFileSync(file, `${line}\n`);

async function open() {
  if (kind === "pg") return postgresStore(new Pool({ connectionString: url }), { table: name });
  if (kind === "ioredis") return redisStore(new Redis(url), { prefix: name });
  return redisStore(await createClient({ url }).connect(), { prefix: name });
}

const store = await open();
/** The number of an event. The keys of the store are those, so that its log and that of the handler can be compared. */
const numberOf = (/** @type {{ rawBody: string }} */ event) => /"number":(\d+)/.exec(event.rawBody)?.[1] ?? "";

const handle = createWebhookHandler({
  accessKey: "key",
  accessSecret: "secret",
  on: {},
  async onUnknown(event) {
    const number = numberOf(event);
    log(`start ${number}`);
    await wait(20 + (Number(number) % 20));
    log(`end ${number}`);
  },
  key: numberOf,
  store: {
    ...store,
    async done(key, token, keepMs) {
      const isDone = await store.done(key, token, keepMs);
      if (isDone) log(`done ${key}`);
      return isDone;
    },
  },
  defer: defer === "defer",
  claimMs: Number(claimMs),
  onError: (error) => log(`error ${String(error)}`),
  onReject: ({ detail }) => log(`error ${detail}`),
});

process.on("message", async (/** @type {{ id: number, body?: string, authorization: string }} */ message) => {
  const { id, body, authorization } = message;
  if (body === undefined) return process.send?.({ id, handled: await handle.sweep() });
  const headers = { "content-type": "application/json", authorization };
  const { status } = await handle(new Request("http://127.0.0.1/", { method: "POST", headers, body }));
  process.send?.({ id, status });
});
process.on("disconnect", () => process.exit());
process.send?.({ id: 0 });
