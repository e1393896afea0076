// Redis and PostgreSQL do what a store of webhook events must do.
import { setTimeout as pass } from "node:timers/promises";
import { Redis } from "ioredis";
import { Client, Pool } from "pg";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { postgresStore, postgresTable } from "../../src/webhooks/postgres.js";
import { redisStore } from "../../src/webhooks/redis.js";
import { deferringContract } from "../webhooks/store-contract.js";

const ioredis = new Redis(inject("redisUrl"));
const asText = new Redis(inject("redisUrl"), { stringNumbers: true, keyPrefix: "prefixed:" });
const nodeRedis = createClient({ url: inject("redisUrl") });
const pool = new Pool({ connectionString: inject("postgresUrl") });
const client = new Client({ connectionString: inject("postgresUrl") });

beforeAll(async () => {
  await Promise.all([nodeRedis.connect(), client.connect()]);
});
afterAll(async () => {
  ioredis.disconnect();
  asText.disconnect();
  nodeRedis.destroy();
  await Promise.all([pool.end(), client.end()]);
});

let count = 0;
async function emptyTable(): Promise<string> {
  const table = `events_${++count}`;
  await pool.query(postgresTable(table));
  return table;
}

deferringContract("ioredis", async () => ({ store: redisStore(ioredis, { prefix: `{${++count}}` }), pass }));
deferringContract("ioredis with a prefix and numbers as text", async () => ({
  store: redisStore(asText, { prefix: `{${++count}}` }),
  pass,
}));
deferringContract("node-redis", async () => ({ store: redisStore(nodeRedis, { prefix: `{${++count}}` }), pass }));
deferringContract("a pool of pg", async () => ({ store: postgresStore(pool, { table: await emptyTable() }), pass }));
deferringContract("a client of pg", async () => ({
  store: postgresStore(client, { table: await emptyTable() }),
  pass,
}));

describe("Redis", () => {
  it("keeps nothing of an event for ever once it is done", async () => {
    const store = redisStore(ioredis, { prefix: "{left}" });
    const claim = await store.claim("a", 60_000);
    if (claim.state !== "claimed") throw new Error(claim.state);
    await store.put("a", claim.token, "{}");
    await store.done("a", claim.token, 60_000);
    expect(await ioredis.keys("{left}*")).toEqual(["{left}event:a"]);
    expect(await ioredis.pttl("{left}event:a")).toBeGreaterThan(59_000);
  });
});

it.each<[string, unknown]>([
  ["a transaction", "QUEUED"],
  ["a pipeline", {}],
  ["node-redis 3", true],
])("refuses the answer of %s instead of taking it for busy", async (_name, reply) => {
  const store = redisStore({ defineCommand: undefined, eval: () => Promise.resolve(reply) });
  await expect(store.claim("a", 1000)).rejects.toThrow("Pass a connected client itself");
});

describe("Redis that has lost bodies, as with an eviction policy", () => {
  it("forgets them, so that they hide no other event", async () => {
    const store = redisStore(ioredis, { prefix: "{lost}" });
    const putAndRelease = async (key: string) => {
      const claim = await store.claim(key, 60_000);
      if (claim.state !== "claimed") throw new Error(claim.state);
      await store.put(key, claim.token, "{}");
      await store.release(key, claim.token);
    };
    for (const key of ["a", "b", "c"]) await putAndRelease(key);
    await ioredis.del("{lost}bodies");
    await putAndRelease("d");
    expect(await store.due(3, 60_000)).toEqual([]);
    expect((await store.due(3, 60_000)).map(({ key }) => key)).toEqual(["d"]);
  });
});

describe("PostgreSQL", () => {
  it("deletes events that are forgotten and claims that lapsed, and keeps those that are not handled", async () => {
    const table = await emptyTable();
    const store = postgresStore(pool, { table });
    const token = async (key: string, ttlMs: number) => {
      const claim = await store.claim(key, ttlMs);
      return claim.state === "claimed" ? claim.token : "";
    };
    const kept = await token("kept", 60_000);
    await store.put("kept", kept, "{}");
    await store.renew("kept", kept, 1);
    for (const key of ["a", "b", "c"]) await store.done(key, await token(key, 60_000), 1);
    await token("lapsed", 1);
    await pass(10);
    // They are deleted with one of every few that are done.
    const later = Array.from({ length: 20 }, (_, index) => `later ${index}`);
    for (const key of later) await store.done(key, await token(key, 60_000), 60_000);
    const { rows } = await pool.query<{ key: string }>(`SELECT key FROM ${table}`);
    expect(rows.map(({ key }) => key).toSorted()).toEqual(["kept", ...later].toSorted());
  });

  it("creates its table again without an error, in a schema too", async () => {
    await pool.query('CREATE SCHEMA "Shop"');
    for (const table of [undefined, undefined, "Shop.Events", "Shop.Events"]) await pool.query(postgresTable(table));
    expect((await postgresStore(pool, { table: "Shop.Events" }).claim("a", 1000)).state).toBe("claimed");
    expect((await postgresStore(pool).claim("a", 1000)).state).toBe("claimed");
  });

  it("says how to create a table that is missing", async () => {
    await expect(postgresStore(pool, { table: "missing" }).claim("a", 1000)).rejects.toThrow(
      "The table missing does not exist. Create it with the SQL that postgresTable() returns.",
    );
  });

  it.each(["", "a b", 'a"', "a;b", "a.b.c", "a.", "1a", "表", "x".repeat(64)])("refuses a table named %j", (table) => {
    expect(() => postgresStore(pool, { table })).toThrow(TypeError);
    expect(() => postgresTable(table)).toThrow("is not a name that postgresStore can use");
  });
});
