// A draft never says that a call only reads: a wrong "read" would be retried. A person has to write it.
import { expect, test } from "vitest";
import { parse } from "yaml";
import { draft } from "../../scripts/dist/pages/draft/index.js";
import { at } from "../support/bundle.js";
import { field, inventedPage } from "../support/pages/invented-page.js";
import { smallSpec } from "../support/workspace.js";

test.each([
  // The names say that it reads.
  ["GET", "/shop/parcel/list", "List of parcels"],
  ["POST", "/shop/parcel/query", "包裹查询"],
  // PandaPon has a GET that cancels a refund.
  ["GET", "/shop/parcel/cancel", "Cancel a parcel"],
  ["POST", "/shop/parcel/getOrCreate", "Get the parcel"],
  ["DELETE", "/shop/parcel/detail", ""],
])("%s %s %j is drafted as a write, and is to be checked", async (method, path, title) => {
  const page = inventedPage({ "query/parcelId": field("string") }, { method, path, title });
  const { files, todo } = await draft(page, { spec: smallSpec() });
  expect(at(parse(files[0]?.text ?? ""), method.toLowerCase(), "x-effect")).toBe("write");
  expect(todo).toContain("x-effect is write until you know that the call only reads.");
});
