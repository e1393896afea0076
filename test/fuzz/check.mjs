// What must hold for every call, whatever is sent or answered.
import { inspect } from "node:util";
import { createClient, createPandaPon, PandaPonError } from "pandapon-openapi";

const credentials = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: "CANARY-SECRET-fedcba9876543210",
  userId: "2100007341207",
};

const KINDS = new Set(["api", "http", "network", "timeout", "aborted", "decode", "input"]);
const OUTCOMES = new Set(["not-sent", "refused", "unknown"]);

/**
 * Starts a server on loopback, and makes both clients of it.
 * @param {import("node:http").Server} server
 */
export async function clientsOf(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const options = {
    ...credentials,
    baseUrl: `http://127.0.0.1:${server.address().port}`,
    signWarehouse: () => ({ timestamp: "1", sign: "1" }),
  };
  return { pandapon: createPandaPon(options), client: createClient(options) };
}

/** Errors that nothing has caught end the run: they would end a user's process. */
export function failOnUnhandled() {
  for (const event of ["unhandledRejection", "uncaughtException"]) {
    process.on(event, (error) => {
      console.error(event, error);
      process.exit(1);
    });
  }
}

/**
 * @param {unknown} error what a call threw or returned as its error
 * @returns {PandaPonError}
 * @throws if it is not a well-formed PandaPonError
 */
export function checked(error) {
  if (!(error instanceof PandaPonError)) throw new Error(`not a PandaPonError: ${inspect(error)}`, { cause: error });
  const { kind, outcome, code, message, attempts } = error;
  const wrong = [
    !KINDS.has(kind) && "kind",
    !OUTCOMES.has(outcome) && "outcome",
    (kind === "input") !== (attempts === 0 && outcome === "not-sent" && kind !== "aborted" && kind !== "network") &&
      "attempts",
    code !== undefined && (typeof code !== "string" || code === "" || code === "200") && "code",
    (message.length > 6_100 || /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(message)) && "message",
    (JSON.stringify(error) + inspect(error)).includes(credentials.accessSecret) && "secret",
  ].filter((name) => name !== false);
  if (wrong.length > 0) throw new Error(`wrong ${wrong.join(", ")}: ${inspect(error)}`);
  return error;
}

/**
 * Runs a task for each number, some at the same time.
 * @param {number} count
 * @param {number} together
 * @param {(index: number) => Promise<void>} task
 */
export async function inTurns(count, together, task) {
  let next = 0;
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (next < count) await task(next++);
    }),
  );
}

/** The least input that an operation accepts. */
export function inputOf({ path, request }) {
  const input = leastOf(request);
  for (const [, name] of path.matchAll(/\{(.+?)\}/g)) input[name] = "1";
  return input;
}

/** The required members, of the shapes of members. */
function leastOf(shapes) {
  const input = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const [marks, members] = Array.isArray(shape) ? shape : [shape];
    if (typeof marks !== "string" || !marks.endsWith("!")) continue;
    input[name] = members === undefined ? 1 : "*" in members ? [] : leastOf(members);
  }
  return input;
}
