// The server of the load: it answers webhooks on loopback, and tells its parent the port and how many events it has handled.
// Arguments: "bare", "redis" or "postgres"; "defer" or ""; URL of the store; prefix or table.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { createWebhookHandler } from "pandapon-openapi/webhooks";
import { toNodeHandler } from "pandapon-openapi/webhooks/node";
import { postgresStore, postgresTable } from "pandapon-openapi/webhooks/postgres";
import { redisStore } from "pandapon-openapi/webhooks/redis";
import { Pool } from "pg";
import { credentials, TYPE } from "./webhook-events.mjs";

const [kind, defer, url = "", name = ""] = process.argv.slice(2);
const { accessKey, accessSecret } = credentials;
let handled = 0;

/** What has to be done at least: read, verify, parse, answer. @type {import("node:http").RequestListener} */
const bare = (request, response) => {
  /** @type {Buffer[]} */
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts);
    const digest = createHmac("sha256", accessSecret).update(accessKey).update(body).digest();
    const given = Buffer.from(request.headers.authorization ?? "", "hex");
    response.statusCode = given.length === 32 && timingSafeEqual(digest, given) ? 200 : 401;
    JSON.parse(body.toString());
    handled += 1;
    response.end("ok");
  });
};

async function ours() {
  const pool = new Pool({ connectionString: url, max: 10 });
  if (kind === "postgres") await pool.query(postgresTable(name));
  const store =
    kind === "postgres" ? postgresStore(pool, { table: name }) : redisStore(new Redis(url), { prefix: name });
  const handle = createWebhookHandler({
    ...credentials,
    store,
    defer: defer === "defer",
    on: {
      // Such as calls of a shop's own API and of its database.
      async [TYPE]() {
        await wait(50 + Math.random() * 150);
        handled += 1;
      },
    },
    onError: (error) => console.error(error),
    onReject: ({ detail }) => console.error(detail),
  });
  return toNodeHandler(handle);
}

const server = createServer(kind === "bare" ? bare : await ours());
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
process.on("message", () => process.send?.({ handled }));
process.on("disconnect", () => process.exit());
