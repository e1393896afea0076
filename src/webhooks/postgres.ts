// `pandapon-openapi/webhooks/postgres`: keeps in PostgreSQL which events were handled, for many processes at once.
import type { Claim, DeferringStore } from "./store.js";
import { storedKey, wholeMs } from "./values.js";

export type { Claim, DeferringStore, StoredEvent, WebhookStore } from "./store.js";

/** What is used of a `Pool` or a `Client` of `pg`. Other drivers with the same method work as well. */
export interface PostgresClient {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Options of `postgresStore`. */
export interface PostgresStoreOptions {
  /** The name of the table, with or without its schema. */
  readonly table?: string;
}

const TABLE = "pandapon_webhook_events";
/** SQLSTATE of a table that does not exist. */
const UNDEFINED_TABLE = "42P01";
/** With each so many events that are done, ten times as many that are forgotten are deleted, so that the table shrinks. */
const SWEEP_EVERY = 20;

/** @param table a name in letters, digits and underscores @returns the name as SQL @throws TypeError for another name */
function quoted(table: string): string {
  const parts = table.split(".");
  if (parts.length > 2 || !parts.every((part) => /^[A-Za-z_]\w{0,62}$/.test(part))) {
    throw new TypeError(
      `The table ${JSON.stringify(table)} is not a name that postgresStore can use. Use at most 63 letters, digits and underscores, with or without the name of a schema and a dot before it.`,
    );
  }
  return parts.map((part) => `"${part}"`).join(".");
}

/**
 * The table that `postgresStore` needs. Run it once, or copy it into a migration.
 *
 * @param table the name, as in the options of `postgresStore`
 * @returns SQL that creates the table and its index unless they are there
 * @throws TypeError if the name has other characters than letters, digits, underscores and a dot after the schema
 */
export function postgresTable(table: string = TABLE): string {
  const name = quoted(table);
  const index = `${table.split(".").at(-1)?.slice(0, 57)}_until`;
  return `CREATE TABLE IF NOT EXISTS ${name} (
  key text PRIMARY KEY,
  token text NOT NULL,
  -- when the claim lapses, or when an event that is done is forgotten
  until timestamptz NOT NULL,
  done boolean NOT NULL DEFAULT false,
  -- of an event that is not handled yet, with defer: true
  body text
);
CREATE INDEX IF NOT EXISTS "${index}" ON ${name} (until);
`;
}

/** A time from now. That of the statement, not of a transaction, and an index can be used with it. */
const NOW = "statement_timestamp()";
const after = (parameter: string): string => `${NOW} + ${parameter}::float8 * interval '1 millisecond'`;
const IF_MINE = `key = $1 AND token = $2 AND NOT done AND until > ${NOW} RETURNING key`;

/**
 * A store of webhook events in PostgreSQL 9.5 or later. Every step is one statement, so it is atomic, and the time is that of the
 * database. The table must exist: see `postgresTable`. Events that are no longer needed are deleted on the way.
 *
 * @param client a `Pool` of `pg`. A connected `Client` works too, one query at a time, if it is not inside a transaction: others see a
 *   claim only when it is committed.
 * @param options the name of the table
 * @throws TypeError if the table has a name that cannot be used. The methods throw what the client throws.
 * @example
 * await pool.query(postgresTable());
 * createWebhookHandler({ accessKey, accessSecret, on, store: postgresStore(pool) })
 */
export function postgresStore(client: PostgresClient, { table = TABLE }: PostgresStoreOptions = {}): DeferringStore {
  const name = quoted(table);
  async function rows(text: string, values: unknown[]): Promise<readonly unknown[]> {
    try {
      return (await client.query(text, values)).rows;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === UNDEFINED_TABLE)) throw error;
      throw new Error(`The table ${table} does not exist. Create it with the SQL that postgresTable() returns.`, {
        cause: error,
      });
    }
  }
  let dones = 0;
  const held = async (text: string, key: string, ...values: unknown[]): Promise<boolean> =>
    (await rows(text, [await storedKey(key), ...values])).length > 0;

  return {
    async claim(key, ttlMs): Promise<Claim> {
      const token = crypto.randomUUID();
      const [row] = await rows(
        `WITH claimed AS (
  INSERT INTO ${name} AS held (key, token, until) VALUES ($1, $2, ${after("$3")})
  ON CONFLICT (key) DO UPDATE SET token = excluded.token, until = excluded.until, done = false
  WHERE held.until <= ${NOW}
  RETURNING key
)
SELECT CASE
  WHEN EXISTS (SELECT FROM claimed) THEN 'claimed'
  WHEN EXISTS (SELECT FROM ${name} WHERE key = $1 AND done AND until > ${NOW}) THEN 'done'
  ELSE 'busy'
END AS state`,
        [await storedKey(key), token, wholeMs(ttlMs)],
      );
      // The one column of the statement above.
      const { state } = row as { state: "claimed" | "done" | "busy" };
      return state === "claimed" ? { state, token } : { state };
    },
    done(key, token, keepMs) {
      // Until the table is analyzed, PostgreSQL reads all of it for this, so not each time.
      const sweep =
        dones++ % SWEEP_EVERY > 0
          ? ""
          : `WITH forgotten AS (
  SELECT key FROM ${name} WHERE until <= ${NOW} AND body IS NULL ORDER BY until LIMIT ${10 * SWEEP_EVERY} FOR UPDATE SKIP LOCKED
), swept AS (
  DELETE FROM ${name} AS held USING forgotten WHERE held.key = forgotten.key
) `;
      const update = `UPDATE ${name} SET done = true, body = NULL, until = ${after("$3")} WHERE ${IF_MINE}`;
      return held(sweep + update, key, token, wholeMs(keepMs));
    },
    release: (key, token) => held(`UPDATE ${name} SET token = '', until = '-infinity' WHERE ${IF_MINE}`, key, token),
    put: (key, token, body) => held(`UPDATE ${name} SET body = $3 WHERE ${IF_MINE}`, key, token, body),
    renew: (key, token, ttlMs) =>
      held(`UPDATE ${name} SET until = ${after("$3")} WHERE ${IF_MINE}`, key, token, wholeMs(ttlMs)),
    async due(limit, ttlMs) {
      const taken = await rows(
        `WITH due AS (
  SELECT key FROM ${name} WHERE until <= ${NOW} AND body IS NOT NULL ORDER BY until LIMIT $1 FOR UPDATE SKIP LOCKED
)
UPDATE ${name} AS held SET token = $2, until = ${after("$3")} FROM due WHERE held.key = due.key
RETURNING held.key, held.token, held.body`,
        // One token serves them all, since it is compared with that of one key.
        [limit, crypto.randomUUID(), wholeMs(ttlMs)],
      );
      // The columns of the statement above; the body is not null in the rows that it takes.
      return taken as { key: string; token: string; body: string }[];
    },
  };
}
