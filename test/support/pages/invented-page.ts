// Pages of endpoints that do not exist, in the form that the diff and the draft take.
import { fieldsOfExamples, noteSeen } from "../../../scripts/dist/pages/page/example.js";
import type { Field, ReadPage } from "../../../scripts/dist/pages/page/page.js";

/** A field of a table: optional and never null, unless `more` says otherwise. */
export const field = (types: string, more: Partial<Field> = {}): Field => ({
  from: "table",
  types: types === "" ? [] : types.split(" ").sort(),
  nullable: "no",
  required: "no",
  ...more,
});

const SIGNING = ["access-key", "nonce-str", "timestamp", "user-id", "signature"];

/** An operation's page; its examples are noted on the fields, as the readers do. */
export function inventedPage(
  fields: Record<string, Field>,
  { examples = { body: [], response: [] }, ...more }: Partial<Omit<ReadPage, "fields">> = {},
): ReadPage {
  const headers = SIGNING.map((name): [string, Field] => [`header/${name}`, field("string", { required: "yes" })]);
  const page: ReadPage = {
    id: "api-999000001",
    url: "https://doc.pandapon.com/api-999000001",
    form: "markdown",
    language: "en",
    title: "List the wrapping papers",
    folder: [],
    kind: "operation",
    method: "POST",
    path: "/alibaba/order/wrapping/list",
    status: "released",
    servers: [],
    visible: { header: "table", path: "table", query: "table", body: "table", response: "table" },
    fields: new Map([...headers, ...Object.entries(fields)]),
    examples,
    notices: [],
    source: "wrapping.md",
    lineOf: () => 7,
    ...more,
  };
  noteSeen(page.fields, fieldsOfExamples("body", examples.body));
  noteSeen(page.fields, fieldsOfExamples("response", examples.response));
  return page;
}

export const ENVELOPE: Record<string, Field> = {
  "response/requestId": field("string", { nullable: "yes" }),
  "response/code": field("integer", { nullable: "yes", format: "int32" }),
  "response/developId": field("integer", { nullable: "yes", format: "int64" }),
  "response/msg": field("string", { nullable: "yes" }),
};
