// Calls in TypeScript: by the method of an operation, and by its path as openapi-fetch calls.
import { printValue } from "../../generate/print.js";
import { isObject } from "../../core/node.js";
import type { SampleRequest } from "./request.js";
import { quoted, UNKNOWN_SIGN, WIDTH } from "./text.js";

export function methodSample(request: SampleRequest): string {
  const { path, query, body } = request.typed;
  const inputs = { ...path, ...query, ...(isObject(body) && body) };
  const names = request.operationId.split(".").map((name) => (BARE.test(name) ? `.${name}` : `[${quoted(name)}]`));
  const call = `const result = await pandapon${names.join("")}(`;
  const given = Object.keys(inputs).length === 0 ? "" : literal(inputs, call);
  return [
    `import { createPandaPon } from "pandapon-openapi";`,
    "",
    ...client("pandapon", "createPandaPon", request),
    `${call}${given});`,
    `console.log(JSON.stringify(result, null, 2));`,
    "",
  ].join("\n");
}

export function pathSample(request: SampleRequest): string {
  const { method, path, typed } = request;
  const params = { ...whole("path", typed.path), ...whole("query", typed.query) };
  const options = { ...whole("params", params), ...(typed.body !== undefined && { body: typed.body }) };
  const call = `const { data, error } = await client.${method}(${quoted(path)}`;
  const given = Object.keys(options).length === 0 ? "" : `, ${literal(options, `${call}, `)}`;
  return [
    `import { createClient } from "pandapon-openapi";`,
    "",
    ...client("client", "createClient", request),
    `${call}${given});`,
    `if (error) throw error;`,
    `console.log(JSON.stringify(data, null, 2));`,
    "",
  ].join("\n");
}

/** A receiver of pushes. */
export const webhookSample = (type: string): string => `import { createServer } from "node:http";
import { createWebhookHandler } from "pandapon-openapi/webhooks";
import { toNodeHandler } from "pandapon-openapi/webhooks/node";

const webhooks = createWebhookHandler({
  accessKey: process.env.PANDAPON_ACCESS_KEY ?? "",
  accessSecret: process.env.PANDAPON_ACCESS_SECRET ?? "",
  on: {
    ${BARE.test(type) ? type : quoted(type)}: ({ body }) => {
      console.log(JSON.stringify(body, null, 2));
    },
  },
  onReject: ({ reason, detail }) => console.warn(reason, detail),
});
createServer(toNodeHandler(webhooks)).listen(3000);
`;

/** Which needs no quotes as the name of a member. */
const BARE = /^[A-Za-z_$][\w$]*$/;

function client(name: string, create: string, { proofs }: SampleRequest): string[] {
  const about = [
    "// Reads PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET and",
    "// PANDAPON_USER_ID from the environment. If the call fails, also",
    "// on HTTP 200, it ends with a PandaPonError.",
  ];
  const isWarehouse = proofs.some(({ value }) => value === "PANDAPON_WAREHOUSE_SIGN");
  if (!isWarehouse) return [...about, `const ${name} = ${create}({ baseUrl: process.env.PANDAPON_BASE_URL });`];
  return [
    ...about,
    `const ${name} = ${create}({`,
    "  baseUrl: process.env.PANDAPON_BASE_URL,",
    `  // ${UNKNOWN_SIGN}`,
    "  signWarehouse: ({ timestamp }) => {",
    `    return { timestamp, sign: process.env.PANDAPON_WAREHOUSE_SIGN ?? "" };`,
    "  },",
    "});",
  ];
}

/** @param before what is before it on its line */
const literal = (value: unknown, before: string): string =>
  printValue(value, {
    bareNames: true,
    text: quoted,
    integer: (digits) => `${digits}n`,
    lastComma: true,
    width: WIDTH,
    used: before.length,
  });

const whole = (name: string, value: object): object => (Object.keys(value).length === 0 ? {} : { [name]: value });
