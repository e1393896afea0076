// Random answers: statuses, headers, bodies and broken connections.
import { createServer } from "node:http";
import fc from "fast-check";
import { operationTable } from "pandapon-openapi";
import { checked, clientsOf, failOnUnhandled, inputOf, inTurns } from "./check.mjs";

const [runs, seed] = process.argv.slice(2).map(Number);
failOnUnhandled();

const json = fc.json({ depthSize: "medium" });
const digits = fc.stringMatching(/^-?[1-9][0-9]{0,22}(?:\.0+|\.[0-9]{1,4}|[eE][+-]?[0-9]{1,3})?$/);
const member = fc.oneof(json, digits, fc.constantFrom("null", "[]", "{}", '""', "0", '"0"', "false", '"false"', "200"));
const code = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("200", '"200"', "200.0", "500", '"40001"', "0") },
  member,
);
const envelope = fc.record({ code, msg: member, requestId: member, data: member }, { requiredKeys: [] }).map(
  (parts) =>
    `{${Object.entries(parts)
      .map(([name, value]) => `"${name}":${value}`)
      .join(",")}}`,
);
const deep = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom(["[", "]"], ['{"data":', "}"]))
  .map(([depth, [open, close]]) => `{"code":200,"data":${open.repeat(depth)}1${close.repeat(depth)}}`);
const cut = fc.tuple(envelope, fc.nat(60)).map(([text, at]) => text.slice(0, at));
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const body = fc.oneof(
  { weight: 12, arbitrary: envelope },
  { weight: 1, arbitrary: deep },
  { weight: 2, arbitrary: cut },
  { weight: 2, arbitrary: bytes },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 1, arbitrary: envelope.map((text) => Buffer.from(`\ufeff${text}`, "utf16le")) },
  { weight: 1, arbitrary: envelope.map((text) => `\ufeff${text}`) },
  { weight: 1, arbitrary: fc.constant("") },
);
const type = fc.constantFrom(
  "application/json",
  "application/json;charset=UTF-8",
  'application/json; charset="gbk"',
  "application/json;charset=utf-16le",
  "application/json;charset=nonsense",
  "application/json;charset=",
  "text/html",
  "text/plain",
  "",
  "????",
  undefined,
);
const answer = fc.record({
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constant(200) },
    // Node's fetch itself repeats a request after 421, as RFC 9110 allows: the server says that it did not act.
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }).filter((status) => status !== 421) },
  ),
  type,
  retryAfter: fc.constantFrom(undefined, "0", "61", "soon"),
  body,
  fault: fc.oneof(
    { weight: 12, arbitrary: fc.constant("none") },
    { weight: 1, arbitrary: fc.constantFrom("reset", "cut", "short", "chunked", "encoding") },
  ),
});

const operations = Object.keys(operationTable);
const call = fc.record({
  answer,
  operation: fc.constantFrom(...operations),
  face: fc.constantFrom("method", "path", "items"),
});
const calls = fc.sample(call, { numRuns: runs, seed });
/** How often the server got each call. */
const received = new Map();

const server = createServer((request, response) => {
  const index = Number(request.headers["x-call"]);
  received.set(index, (received.get(index) ?? 0) + 1);
  const { status, type, retryAfter, body, fault } = calls[index].answer;
  request.resume().on("end", () => {
    if (fault === "reset") return void request.socket.resetAndDestroy();
    const bytes = Buffer.from(body);
    response.writeHead(status, {
      ...(type !== undefined && { "content-type": type }),
      ...(retryAfter !== undefined && { "retry-after": retryAfter }),
      ...(fault === "short" && { "content-length": bytes.length + 10 }),
      ...(fault === "encoding" && { "content-encoding": "gzip" }),
    });
    if (fault === "cut" || fault === "short" || fault === "chunked") {
      response.write(bytes, () => request.socket.destroy());
    } else response.end(bytes);
  });
});
const { pandapon, client } = await clientsOf(server);

async function one(index) {
  const { operation, face } = calls[index];
  const info = operationTable[operation];
  const input = inputOf(info);
  const own = { headers: { "x-call": String(index) }, maxRetries: index % 2 };
  try {
    if (face === "path") {
      const { data, error } = await client.request(info.method, info.path, input, own);
      if (error !== undefined) checked(error);
      else if (data === undefined) throw new Error("a path call without data and error");
      return;
    }
    const method = operation.split(".").reduce((place, name) => place[name], pandapon);
    const started = method(input, own);
    if (face === "items" && "items" in started) {
      let count = 0;
      // A list whose every page is the same fails; one whose records are many ends by the limit.
      for await (const item of started.items({ limit: 30 })) count += item === undefined ? 0 : 1;
      if (count > 30) throw new Error("more records than the limit");
    } else {
      const { response, data } = await started.withResponse();
      await response.clone().bytes?.();
      if ((await response.json()) === undefined && data !== undefined) throw new Error("no whole answer");
    }
  } catch (error) {
    checked(error);
  }
}

await inTurns(runs, 200, one);
const twice = [...received].filter(([index, count]) => {
  const { operation, face } = calls[index];
  return operationTable[operation].effect === "write" ? count > 1 : face !== "items" && count > 1 + (index % 2);
});
if (twice.length > 0) {
  const [[index, count]] = twice;
  throw new Error(`sent ${count} times: ${JSON.stringify(calls[index])}`);
}
server.closeAllConnections();
server.close();
