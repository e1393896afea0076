// What looks like personal data or a credential stays on PandaPon's pages: nothing of it is kept.
import { describe, expect, test } from "vitest";
import { withoutPersonal, withoutPersonalText } from "../../scripts/dist/pages/page/personal.js";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { pageText } from "../../scripts/dist/pages/snapshot/text.js";
import { cancelPage } from "../support/pages/shop-page.js";

const kept = (name: string, page: string): string => {
  const { pages, problems } = readSource({ name, bytes: Buffer.from(page) });
  expect(problems).toEqual([]);
  return pages.map((one) => pageText(one)).join("");
};

const PRIVATE = ["Quentin Sample", "sample-credential", "1 Sample Lane", "10000-sample"];

test("defaults and examples of parameters are withheld by the parameter's name", () => {
  const names = ["receiverName", "sign", "access_token", "street", "zipCode"];
  const parameters = names.map(
    (name, index) =>
      `        - name: ${name}\n          in: query\n          example: ${PRIVATE[index % 4]}\n` +
      `          schema: { type: string, default: ${PRIVATE[index % 4]} }\n`,
  );
  const text = kept("api-2.md", cancelPage("      parameters:\n", `      parameters:\n${parameters.join("")}`));
  for (const name of names) expect(text).toContain(`"query/${name}"`);
  for (const one of PRIVATE) expect(text).not.toContain(one);
});

test("defaults of fields of a body are withheld, also of the items of a list", () => {
  const fields =
    "        nickName: { type: string, default: Quentin Sample }\n" +
    "        mobiles: { type: array, items: { type: string, default: 1 Sample Lane } }\n";
  const text = kept("api-2.md", cancelPage("        note:\n", `${fields}        note:\n`));
  expect(text).toContain('"response/data/mobiles/*"');
  for (const one of PRIVATE) expect(text).not.toContain(one);
});

test("defaults on a page as text are withheld", () => {
  const text = kept(
    "api-2.txt",
    "Cancel an order\nPOST\n/shop/order/cancel\nRequest\nQuery Params\nsign\nstring\nrequired\nDefault:\nsample-credential\n" +
      'Responses\n200\napplication/json\nBody\nok\nboolean\nrequired\nExample\n{\n  "ok": true\n}\n',
  );
  expect(text).toContain('"query/sign"');
  expect(text).not.toContain("sample-credential");
});

describe("examples", () => {
  test.each([
    [{ userName: "Quentin" }, { userName: "(withheld)" }],
    [{ 收货人: "Quentin" }, { 收货人: "(withheld)" }],
    [
      { accessSecret: "abc", token: "abc", sign: "" },
      { accessSecret: "(withheld)", token: "(withheld)", sign: "" },
    ],
    [{ buyer: 19999999999 }, { buyer: 1 }],
    [{ receiver: ["Quentin"] }, { receiver: ["(withheld)"] }],
    [
      { address: { lane: "1 Sample Lane", cityId: 7, rooms: [{ n: "Quentin" }] } },
      { address: { lane: "(withheld)", cityId: 7, rooms: [{ n: "(withheld)" }] } },
    ],
    [{ orderId: 2542285634920880794n, createTime: 1698216212000 }, undefined],
    [{ discount: "0.8", quantity: 12, status: "PAID", title: "A cup" }, undefined],
  ])("%o", (value, expected) => {
    expect(withoutPersonal(value)).toEqual(expected ?? value);
  });

  test.each([
    ["call +8619999999999", "call (withheld)"],
    ["8619999999999", "(withheld)"],
    ["199-9999-9999 or 199 9999 9999", "(withheld) or (withheld)"],
    ["0571-99999999", "(withheld)"],
    ["99999999999999999X", "(withheld)"],
    ["2542285634920880794", "2542285634920880794"],
    ["1698216212000", "1698216212000"],
    ["2025-02-24 07:15:01", "2025-02-24 07:15:01"],
  ])("%s", (text, expected) => {
    expect(withoutPersonalText(text)).toBe(expected);
  });
});
