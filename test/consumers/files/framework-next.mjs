// The production server of Next: a route of the app router, and two of the pages router, with its body parser off and on.
import { createServer } from "node:http";
import next from "next";
import { createSandbox } from "pandapon-codegen/sandbox";

const TYPE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
const app = next({ dev: false, dir: import.meta.dirname });
await app.prepare();
const server = createServer(app.getRequestHandler());
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));

const results = [];
for (const [path, status] of [
  ["app", 200],
  ["api/raw", 200],
  ["api/parsed", 500],
]) {
  const log = (globalThis.webhookLog = []);
  const url = `http://127.0.0.1:${server.address().port}/${path}`;
  const sandbox = createSandbox({ push: { url } });
  const { tries } = await sandbox.deliver({ messageType: TYPE, messageBody: { orderId: 2542285634920880794n } });
  sandbox.close();
  const said = log.join();
  const isRight =
    tries[0].status === status &&
    (status === 200 ? said === "2542285634920880794" : said.includes("bodyParser: false"));
  results.push({ name: path, ...(!isRight && { reason: `${JSON.stringify(tries)} ${said}` }) });
}
console.log(JSON.stringify({ version: process.versions.node, results }));
process.exit(0);
