// A generated client in a bundle of its own: it calls with every digit, and holds only the operations that were selected.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "pandapon-codegen";
import { expect, test } from "vitest";
import type { Call, ClientOptions } from "../../dist/src/index.js";
import { operations } from "../support/bundle.js";
import { bundled } from "../support/bundled.js";
import { credentials, signatureOf } from "../support/calls.js";
import { consumer, writeAll } from "../support/consumer.js";
import { serve, type Handler } from "../support/server.js";

const ID = "2542285634920880794";
const answering =
  (body: string): Handler =>
  (response) =>
    response.setHeader("content-type", "application/json").end(body);

const OVERLAY = `
overlay: 1.0.0
info: { title: Own corrections, version: "1" }
actions:
  - target: $.components.schemas.AlibabaRefundsGetRequest.properties
    update:
      shopId: { type: integer, format: int64 }
`;

/** What the tests use of a client. */
interface Made {
  createPandaPon(options: ClientOptions): {
    alibaba: { refunds: { get(input: object): Call<Record<string, unknown>> } };
  };
  createClient(options: ClientOptions): {
    POST(path: string, init: object): Promise<{ data: { data: Record<string, unknown> } }>;
  };
}

test("a client calls with every digit, by method and by path", async () => {
  const dir = consumer({ include: ["alibaba.refunds.*"], overlays: ["o.yaml"] }, { "o.yaml": OVERLAY });
  await generate({ config: path.join(dir, "pandapon.config.json") });
  writeAll(dir, {
    "paths.config.json": JSON.stringify({
      include: ["alibaba.refunds.*"],
      style: "paths",
      overlays: ["o.yaml"],
      out: "paths",
    }),
  });
  await generate({ config: path.join(dir, "paths.config.json") });
  const { url: baseUrl, requests } = await serve(
    answering(`{"code":200,"data":{"orderId":${ID},"new":9007199254740993}}`),
  );
  const options = { ...credentials, baseUrl };
  const made = async (out: string): Promise<Made> => {
    const code = await bundled(`export * from "./${out}/index.js";`, dir);
    for (const { id } of operations) if (!id.startsWith("alibaba.refunds.")) expect(code).not.toContain(id);
    writeAll(dir, { [`${out}.mjs`]: code });
    // The module exports what its own types say.
    return (await import(pathToFileURL(path.join(dir, `${out}.mjs`)).href)) as Made;
  };
  const input = { refundId: "TQ310200485816880794", shopId: ID };
  const answer = { orderId: ID, new: "9007199254740993" };

  const { createPandaPon } = await made("client");
  expect(await createPandaPon(options).alibaba.refunds.get(input)).toEqual(answer);
  const { createClient } = await made("paths");
  expect((await createClient(options).POST("/alibaba/refund/info", { body: input })).data.data).toEqual(answer);

  expect(requests).toHaveLength(2);
  for (const request of requests) {
    expect(request).toMatchObject({
      method: "POST",
      url: "/alibaba/refund/info",
      body: `{"refundId":"TQ310200485816880794","shopId":${ID}}`,
      headers: { signature: signatureOf(request) },
    });
  }
});
