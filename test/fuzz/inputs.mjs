// Random inputs: any value of JavaScript, in any place of a call.
import { createServer } from "node:http";
import fc from "fast-check";
import { operationTable } from "pandapon-openapi";
import { checked, clientsOf, failOnUnhandled, inputOf, inTurns } from "./check.mjs";

const [runs, seed] = process.argv.slice(2).map(Number);
failOnUnhandled();

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const odd = fc.constantFrom(
  NaN,
  Infinity,
  -0,
  2 ** 53,
  2542285634920880794,
  "2542285634920880794",
  2542285634920880794n,
  10n ** 30n,
  19.9,
  new Date(NaN),
  new Date(0),
  () => 1,
  Symbol("s"),
  new URLSearchParams("a=1"),
  new Blob(["x"]),
  { toJSON: () => ({ orderId: 1n }) },
  {
    toJSON() {
      throw new Error("no");
    },
  },
  {
    get orderId() {
      throw null;
    },
  },
  new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("no");
      },
    },
  ),
  [, 1],
  [undefined],
  "\ud800",
  "",
  null,
  undefined,
);
const circle = fc.constant(null).map(() => {
  const value = { list: [] };
  value.list.push(value);
  return value;
});
const value = fc.oneof(
  { weight: 3, arbitrary: anything },
  { weight: 3, arbitrary: odd },
  { weight: 1, arbitrary: circle },
);
const names = [
  ...new Set(
    Object.values(operationTable).flatMap(({ path, request }) => [
      ...[...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name),
      ...Object.keys(request),
    ]),
  ),
];
const input = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value, { maxKeys: 6 }) },
  { weight: 1, arbitrary: value },
);
const call = fc.record({
  operation: fc.constantFrom(...Object.keys(operationTable)),
  face: fc.constantFrom("method", "path", "init", "request"),
  wild: input,
  plain: fc.jsonValue(),
  path: fc.oneof(
    fc.constantFrom("/x", "/x/y", "/", "//x", "/a?b", "/a#b", "/{x}", "/..", "x", ""),
    fc.webPath(),
    fc.string(),
  ),
  callOptions: fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          signal: value,
          timeoutMs: value,
          maxRetries: value,
          userId: value,
          headers: value,
          effect: value,
          auth: value,
          place: value,
        },
        { requiredKeys: [] },
      ),
    },
    { weight: 1, arbitrary: value },
  ),
});
const calls = fc.sample(call, { numRuns: runs, seed });

let received = 0;
const server = createServer((request, response) => {
  received += 1;
  let text = "";
  request.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  request.on("end", () => {
    if (text !== "") JSON.parse(text); // what is sent is always JSON
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"code":200,"data":null}');
  });
});
const { pandapon, client } = await clientsOf(server);

/** The options of a call by path. Some can only be passed on, because they cannot be copied. */
function initOf(input, callOptions) {
  try {
    return { params: { path: input, query: input }, body: input, ...callOptions };
  } catch {
    return callOptions;
  }
}

async function one(index) {
  const { operation, face, wild, plain, path, callOptions } = calls[index];
  const info = operationTable[operation];
  // Beside what the operation requires, so that some are accepted.
  const input = index % 2 ? { ...inputOf(info), extra: index % 4 === 1 ? plain : wild } : wild;
  try {
    if (face === "method") {
      await operation.split(".").reduce((place, name) => place[name], pandapon)(input, callOptions);
    } else if (face === "request") {
      await pandapon.request(index % 2 ? "GET" : "POST", path, input, callOptions);
    } else {
      const { error } = await (face === "path"
        ? client.request(info.method, info.path, input, callOptions)
        : client[info.method](info.path, initOf(input, callOptions)));
      if (error !== undefined) throw error;
    }
  } catch (error) {
    checked(error);
  }
}

// One after the other, so that a failing input leaves no request behind.
for (let index = 0; index < runs; index += 1) {
  const before = received;
  await inTurns(1, 1, () => one(index));
  if (received - before > 1) throw new Error(`sent ${received - before} times: ${fc.stringify(calls[index])}`);
}
if (received === 0) throw new Error("no input was accepted");
console.log(`${received} inputs were accepted`);
server.closeAllConnections();
server.close();
