// The shortest flow: a read outside of every other flow answers the contract's example, and says who answers.
import type { Its } from "../../support/sandbox.js";

export async function read({ pandapon }: Its): Promise<void> {
  const itemId = "672991141190";
  const { data, response } = await pandapon.taobao.products.get({ itemId }).withResponse();
  if (response.headers.get("x-sandbox") !== "pandapon") throw new Error("the answer is not of the sandbox");
  if (data.itemId !== itemId) throw new Error(`the product's id is ${data.itemId}`);
}
