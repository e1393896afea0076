// The request that `pandapon sandbox` offers to try.
import { createPandaPon } from "pandapon-openapi";
import { KEY, USER } from "../../core/credentials.js";
import type { Chosen } from "./credentials.js";
import { curlLines, type Shown } from "./curl.js";

/** @returns a search for a product, signed now, as lines for bash. What is from the environment is named, not shown. */
export async function sampleCurl({ credentials, from }: Chosen, baseUrl: string): Promise<string[]> {
  let signed: Shown | undefined;
  const client = createPandaPon({
    ...credentials,
    baseUrl,
    maxRetries: 0,
    fetch: async (url, { method, headers, body }) => {
      signed = { method, url, headers, ...(body !== undefined && { body }) };
      return Response.json({ code: 200, data: {} });
    },
  });
  await client.alibaba.products.search({ keyword: "shoes", beginPage: 1, pageSize: 20 });
  if (signed === undefined) throw new Error("the client sent nothing");
  return curlLines(signed, {
    ...(from.accessKey === "environment" && { "access-key": KEY }),
    ...(from.userId === "environment" && { "user-id": USER }),
  });
}
