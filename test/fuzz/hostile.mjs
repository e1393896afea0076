// Hostile requests for the sandbox, the same for the same seed, and what must hold for every answer to them.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { operationTable } from "pandapon-openapi";

/** It looks different in JSON and in a URL, so it is found in all forms. */
export const SECRET = 'fedc"ba98\\7654/3210+fedcba9876543210';
export const CREDENTIALS = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: SECRET,
  userId: "2100007654321",
};
const FORMS = [SECRET, JSON.stringify(SECRET).slice(1, -1), encodeURIComponent(SECRET)];
/** The sandbox's clock stands still. */
export const NOW = 1_750_000_000_000;
/** What PandaPon itself answers with success. */
const OK = 200;

const paths = Object.values(operationTable).map(({ path }) => path.replace(/\{\w+\}/, "110002000001"));
const doors = ["", "/state", "/reset", "/requests", "/clock", "/faults", "/deliver", "/deliveries"].map(
  (name) => `/sandbox${name}`,
);
const steps = [
  "/orders/constructor/pay",
  "/orders/__proto__/price",
  "/refunds/toString/agree",
  "/orders/1/constructor",
].map((name) => `/sandbox${name}`);
const path = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...paths) },
  { weight: 3, arbitrary: fc.constantFrom(...doors, ...steps) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...paths),
        fc.constantFrom("/", "//", "%2f", "/..", "/../x", ";a=b", "%00", "%zz", "%ff", ".json", "\\"),
      )
      .map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...paths).map((one) => one.toUpperCase()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "/open/order/refund/cancel/__proto__",
      "/open/order/refund/cancel/%E0%A4",
      "/__proto__",
      "//",
      "/%",
      "/constructor",
      `/${encodeURIComponent(SECRET)}`,
    ),
  },
  { weight: 1, arbitrary: fc.webPath() },
);
const names = fc.constantFrom(
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "orderId",
  "refundId",
  "keyword",
  "status",
  "",
);
const scalar = fc.oneof(
  fc.constantFrom(
    "1e400",
    "-1e400",
    "1e30",
    "9223372036854775808",
    "2542285634920880794",
    "123456789012345678901234567890",
    "-0",
    "0.1",
    '"\\ud800"',
    '"__proto__"',
    '"constructor"',
    '"2542285634920880794"',
    "null",
    "true",
    '""',
    '"\\u0000"',
    JSON.stringify(SECRET),
  ),
  fc.string().map((text) => JSON.stringify(text)),
  fc.integer().map(String),
);
/** JSON text, so that it can hold what no value can: members of the same name, digits beyond 2^53. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthIdentifier: "json" },
    scalar,
    fc.array(tie("json"), { maxLength: 4 }).map((list) => `[${list.join()}]`),
    fc
      .array(fc.tuple(names, tie("json")), { maxLength: 5 })
      .map((members) => `{${members.map(([name, one]) => `${JSON.stringify(name)}:${one}`).join()}}`),
  ),
}));
const deep = fc
  .tuple(
    fc.constantFrom(50, 99, 100, 101, 1_000, 50_000),
    fc.constantFrom(["[", "]"], ['{"data":', "}"], ['{"__proto__":', "}"]),
  )
  .map(([depth, [open, close]]) => open.repeat(depth) + "1" + close.repeat(depth));
/** @param {(path: string) => string} exampleOf the body of the contract's example */
const bodies = (exampleOf) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant("example") },
    {
      weight: 6,
      // The example with one member replaced or added.
      arbitrary: fc.tuple(fc.nat(40), fc.option(names), json).map(
        ([at, name, value]) =>
          (target) =>
            mutated(exampleOf(target), at, name, value),
      ),
    },
    { weight: 3, arbitrary: json },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "{", "\ufeff{}", "{}{}", "[]", "null", '"x"', "{'a':1}", "NaN", "//", "\0"),
    },
  );
const header = fc.constantFrom(
  ["signature", "0".repeat(32)],
  ["signature", "g".repeat(32)],
  ["signature", ""],
  ["access-key", "f".repeat(32)],
  ["access-key", CREDENTIALS.accessKey.toUpperCase()],
  ["timestamp", "1"],
  ["timestamp", "9".repeat(13)],
  ["timestamp", "-1750000000000"],
  ["timestamp", "1.75e12"],
  ["nonce-str", "short"],
  ["nonce-str", "x".repeat(5_000)],
  ["user-id", "__proto__"],
  ["user-id", "constructor"],
  ["user-id", ""],
  ["user-id", "1, 2"],
  ["content-type", "text/html"],
  ["content-type", "application/json;charset=utf-16"],
  ["content-type", "multipart/form-data; boundary=x"],
  ["content-length", "99999999999"],
  ["x-junk", "\u00ff".repeat(100)],
);
const query = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "?refundId=1&refundId=2",
      "?__proto__=1",
      "?orderId=__proto__",
      "?itemId=%",
      "?itemId=%ff",
      "?sign=x&timestamp=1",
      "?refundId=constructor&x[]=1",
      `?refundId=${encodeURIComponent(SECRET)}`,
    ),
  },
  { weight: 1, arbitrary: fc.webQueryParameters().map((text) => `?${text}`) },
);

/** @param {string} example @param {number} at @param {string | null} name @param {string} value JSON text */
function mutated(example, at, name, value) {
  if (!example.startsWith("{")) return value;
  // Members are found by their names, which need no reading of the rest.
  const places = [...example.matchAll(/"(\w+)":/g)];
  const place = places[at % Math.max(places.length, 1)];
  if (name !== null || place === undefined)
    return `{${JSON.stringify(name ?? "x")}:${value},${example.slice(1)}`.replace(",}", "}");
  return `${example.slice(0, place.index)}"${place[1]}":${value},"x":${example.slice(place.index + place[0].length)}`;
}

/**
 * @param {number} count
 * @param {number} seed
 * @param {(path: string) => string} exampleOf the body of the contract's example, or ""
 * @returns {{ url: string, init: RequestInit }[]}
 */
export function hostileRequests(count, seed, exampleOf) {
  const one = fc.record({
    path,
    query,
    method: fc.oneof(
      { weight: 8, arbitrary: fc.constant("right") },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "GET",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "HEAD",
          "PROPFIND",
          "constructor",
        ),
      },
    ),
    body: bodies(exampleOf),
    headers: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(header, { minLength: 1, maxLength: 3 }) },
    ),
    signed: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    repeated: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  });
  return fc
    .sample(one, { numRuns: count, seed })
    .map(({ path, query, method, body, headers, signed, repeated }, index) => {
      const info = Object.values(operationTable).find(
        (known) => known.path.replace(/\{\w+\}/, "110002000001") === path,
      );
      const right = info?.method ?? (index % 2 ? "POST" : "GET");
      const own = new Headers({ "content-type": "application/json", ...(signed && signedHeaders(index)) });
      for (const [name, value] of headers) own.set(name, value);
      if (repeated) own.append("signature", own.get("signature") ?? "x");
      const used = method === "right" ? right : method;
      const sent = typeof body === "function" ? body(path) : body === "example" ? exampleOf(path) : body;
      const hasBody = used !== "GET" && used !== "HEAD" && sent.length > 0;
      return {
        url: `http://127.0.0.1${path}${query}`,
        init: { method: used, headers: own, ...(hasBody && { body: sent }) },
      };
    });
}

/** @param {number} index */
function signedHeaders(index) {
  const { accessKey, accessSecret, userId } = CREDENTIALS;
  const timestamp = String(NOW);
  const nonce = String(index).padStart(32, "N");
  const digest = createHash("md5").update(accessKey + timestamp + nonce + accessSecret);
  return {
    "access-key": accessKey,
    timestamp,
    "nonce-str": nonce,
    "user-id": userId,
    signature: digest.digest("hex").toUpperCase(),
  };
}

/**
 * Sends the requests, and checks that each is answered as promised.
 * @param {{ fetch: (url: string, init: RequestInit) => Promise<Response>, log: readonly object[] }} sandbox
 * @param {{ url: string, init: RequestInit }[]} requests
 * @returns {Promise<Map<string, number>>} how often each code was answered
 */
export async function sendHostile(sandbox, requests) {
  const untouched = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  /** @type {Map<string, number>} */
  const codes = new Map();
  for (const { url, init } of requests) {
    const shownRequest = () =>
      `${init.method} ${url} ${String(init.body).slice(0, 500)} ${JSON.stringify([...new Headers(init.headers)])}`;
    const answer = await sandbox.fetch(url, init);
    const text = await answer.text();
    const isDoor = /^\/+sandbox(?:\/|$)/.test(new URL(url).pathname);
    const known = JSON.parse(text);
    const head = [...answer.headers].join("\n");
    const wrong = [
      answer.headers.get("x-sandbox") !== "pandapon" && "no header x-sandbox",
      (typeof known !== "object" || known === null) && "not an object",
      // What the door reads is the state and the log. Elsewhere only what nobody knows has no code: the freight group.
      !isDoor && typeof known.code !== "number" && text !== "{}" && "no code",
      !isDoor &&
        known.code !== OK &&
        known.code !== undefined &&
        !(typeof known.msg === "string" && known.msg !== "") &&
        "no msg",
      known.code === 90599 && `the sandbox failed: ${JSON.stringify(sandbox.log.at(-1))}`,
      /\bat .*\.(?:js|ts):\d+/.test(text) && "a stack",
      known.code !== OK && FORMS.some((form) => (text + head).includes(form)) && "the secret",
      Object.values(sandbox.log.at(-1) ?? {}).some((kept) => FORMS.some((form) => String(kept).includes(form))) &&
        "the secret in the log",
      JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== untouched && "Object.prototype has changed",
    ].filter((one) => one !== false);
    if (wrong.length > 0)
      throw new Error(`${wrong.join(", ")}: ${shownRequest()} was answered ${answer.status} ${text.slice(0, 500)}`);
    const code = isDoor ? `door ${answer.status}` : String(known.code);
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return codes;
}
