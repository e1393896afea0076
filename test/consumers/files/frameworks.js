// Pushes of the sandbox arrive in one framework, with its body parsers on and off. FRAMEWORK is replaced.
import { createWebhookHandler } from "pandapon-openapi/webhooks";
import { toNodeHandler } from "pandapon-openapi/webhooks/node";
import { starts } from "./FRAMEWORK.js";

const ID = "2542285634920880794";
const TYPE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";

/** @param {string} name @param {{ start: Function, isRefused?: boolean }} one @param {Function} createSandbox */
async function check(name, { start, isRefused = false }, createSandbox) {
  const own = createSandbox();
  const { accessKey, accessSecret } = own.credentials;
  const [ids, rejections] = [[], []];
  const handler = createWebhookHandler({
    accessKey,
    accessSecret,
    on: { [TYPE]: ({ body }) => void ids.push(body.orderId) },
    onReject: (rejection) => void rejections.push(rejection),
  });
  const { url, close } = await start(toNodeHandler(handler), handler);
  const sandbox = createSandbox({ ...own.credentials, push: { url } });
  try {
    const { tries, outcome } = await sandbox.deliver({ messageType: TYPE, messageBody: { orderId: BigInt(ID) } });
    const [rejection] = rejections;
    const isRight = isRefused
      ? tries[0].status === 500 && ids.length === 0 && rejection?.reason === "parsed-body"
      : outcome === "acknowledged" && ids.join() === ID;
    return { name, ...(!isRight && { reason: JSON.stringify({ tries, ids, rejections }) }) };
  } finally {
    sandbox.close();
    await close();
  }
}

async function main() {
  const { createSandbox } = await import("pandapon-codegen/sandbox");
  const results = [];
  for (const [name, one] of Object.entries(starts)) {
    results.push(await check(name, one, createSandbox).catch((error) => ({ name, reason: String(error?.stack) })));
  }
  console.log(JSON.stringify({ version: process.versions.node, results }));
}
void main();
