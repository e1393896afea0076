// `pandapon-openapi/webhooks/redis`: keeps in Redis which events were handled, for many processes at once.
import type { Claim, DeferringStore } from "./store.js";
import { storedKey, wholeMs } from "./values.js";

export type { Claim, DeferringStore, StoredEvent, WebhookStore } from "./store.js";

/** What is used of a client of `ioredis`. */
export interface IoRedisClient {
  /** Only clients of ioredis have it. */
  readonly defineCommand: unknown;
  eval(script: string, numberOfKeys: number, ...keysAndValues: string[]): Promise<unknown>;
}

/** What is used of a client of `redis` (node-redis). */
export interface NodeRedisClient {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** Options of `redisStore`. */
export interface RedisStoreOptions {
  /** Begins the name of every key. The braces of the default keep all keys in one slot of a cluster. */
  readonly prefix?: string;
}

// KEYS: 1 the event's claim ("claim:" and its token, or "done"; gone when it lapses), 2 kept events by the time their claim lapses, 3 their bodies.
// ARGV: 1 the event's key, 2 the token, 3 a time or a body.
const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;
const IF_MINE = `
if redis.call('GET', KEYS[1]) ~= 'claim:' .. ARGV[2] then return 0 end`;

const CLAIM = `${NOW}
local held = redis.call('GET', KEYS[1])
if held == 'done' then return 'done' end
if held then return 'busy' end
redis.call('SET', KEYS[1], 'claim:' .. ARGV[2], 'PX', ARGV[3])
redis.call('ZADD', KEYS[2], 'XX', now + ARGV[3], ARGV[1])
return 'claimed'`;

const DONE = `${IF_MINE}
redis.call('SET', KEYS[1], 'done', 'PX', ARGV[3])
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('HDEL', KEYS[3], ARGV[1])
return 1`;

const RELEASE = `${NOW}${IF_MINE}
redis.call('DEL', KEYS[1])
redis.call('ZADD', KEYS[2], 'XX', now, ARGV[1])
return 1`;

const PUT = `${NOW}${IF_MINE}
redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[2], now + redis.call('PTTL', KEYS[1]), ARGV[1])
return 1`;

const RENEW = `${NOW}${IF_MINE}
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('ZADD', KEYS[2], 'XX', now + ARGV[3], ARGV[1])
return 1`;

// Of this one, KEYS is the second of the others only, and ARGV the greatest number of events.
const DUE = `${NOW}
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])`;

const TAKE = `${NOW}
local body = redis.call('HGET', KEYS[3], ARGV[1])
if not body then redis.call('ZREM', KEYS[2], ARGV[1]) end
if not body or redis.call('EXISTS', KEYS[1]) == 1 then return false end
redis.call('SET', KEYS[1], 'claim:' .. ARGV[2], 'PX', ARGV[3])
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
return body`;

/**
 * A store of webhook events in Redis 5 or later. Every step is one Lua script, so it is atomic, and the time is that of Redis.
 *
 * Redis must not drop keys: set `maxmemory-policy noeviction`, and with `defer` also `appendonly yes`.
 *
 * @param client a connected client of `ioredis` or of `redis` (node-redis); a client of a cluster works as well
 * @param options the prefix of the keys
 * @example
 * createWebhookHandler({ accessKey, accessSecret, on, store: redisStore(new Redis(process.env.REDIS_URL)) })
 */
export function redisStore(
  client: IoRedisClient | NodeRedisClient,
  { prefix = "{pandapon-webhooks}:" }: RedisStoreOptions = {},
): DeferringStore {
  const [dueKey, bodiesKey] = [`${prefix}due`, `${prefix}bodies`];
  const evaluate = (script: string, keys: string[], values: string[]): Promise<unknown> =>
    "defineCommand" in client
      ? client.eval(script, keys.length, ...keys, ...values)
      : client.eval(script, { keys, arguments: values });
  const step = async (script: string, key: string, token: string, value = ""): Promise<unknown> => {
    const stored = await storedKey(key);
    return evaluate(script, [`${prefix}event:${stored}`, dueKey, bodiesKey], [stored, token, value]);
  };
  // Clients can be told to answer numbers as text, and text as bytes.
  const held = async (reply: Promise<unknown>): Promise<boolean> => String(await reply) === "1";

  return {
    async claim(key, ttlMs): Promise<Claim> {
      const token = crypto.randomUUID();
      const reply = String(await step(CLAIM, key, token, String(wholeMs(ttlMs))));
      if (reply === "claimed") return { state: reply, token };
      if (reply === "done" || reply === "busy") return { state: reply };
      throw new Error(
        "Redis did not run the script. Pass a connected client itself: no pipeline, no transaction, and no client of node-redis 3.",
      );
    },
    done: (key, token, keepMs) => held(step(DONE, key, token, String(wholeMs(keepMs)))),
    release: (key, token) => held(step(RELEASE, key, token)),
    put: (key, token, body) => held(step(PUT, key, token, body)),
    renew: (key, token, ttlMs) => held(step(RENEW, key, token, String(wholeMs(ttlMs)))),
    async due(limit, ttlMs) {
      const keys = await evaluate(DUE, [dueKey], [String(limit)]);
      const events = [];
      // One script each, since a script should name its keys, and these are known only now.
      for (const key of Array.isArray(keys) ? keys.map(String) : []) {
        const token = crypto.randomUUID();
        const body = await step(TAKE, key, token, String(wholeMs(ttlMs)));
        if (body !== null && body !== undefined) events.push({ key, token, body: String(body) });
      }
      return events;
    },
  };
}
