// A test in TypeScript that calls the package.
import { createPandaPon, operationTable, PandaPonError, type Result } from "pandapon-openapi";
import { anyRequest, createPandaPon as createWith, listPages, warehouseSigning } from "pandapon-openapi/core";
import { signatureHeaders } from "pandapon-openapi/signing";

const options = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: "fedcba9876543210fedcba9876543210",
  userId: "2100007341207",
  baseUrl: "BASE_URL",
  maxRetries: 0,
};

test("ids keep every digit", async () => {
  for (const pandapon of [
    createPandaPon(options),
    createWith(options, operationTable, { lists: listPages, warehouse: warehouseSigning, request: anyRequest }),
  ]) {
    const product: Result<"taobao.products.get"> = await pandapon.taobao.products.get({
      itemId: "2542285634920880794",
    });
    expect(product.itemId).toBe("2542285634921880795");
  }
});

test("a refused call fails", async () => {
  await expect(createPandaPon(options).taobao.products.get({ itemId: 1n })).rejects.toBeInstanceOf(PandaPonError);
});

test("the signature of a vector", () => {
  const nonce = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  const parts = { ...options, timestamp: "1733474179", nonce };
  expect(signatureHeaders(parts, "1").signature).toBe("3A3A2042DFB68A91CD6FBACBECBF0D4F");
});
