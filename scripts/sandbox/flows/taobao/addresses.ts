// Saved addresses. The answer names no id and no known operation lists addresses, so the effect is shown at the test door, in the state.
import type { SavedAddress } from "../../accounts/taobao.js";
import type { Flow } from "../../exchange/flow.js";
import { Refusal } from "../../exchange/refusal.js";
import { idOf, need, recordOf } from "./read.js";

const FIELDS = ["name", "province", "city", "district", "address", "phone"] as const;
const EMPTY: Omit<SavedAddress, "id"> = { name: "", province: "", city: "", district: "", address: "", phone: "" };

/** Changes the address if there is an `id`, else adds one. Fields that are left out stay as they are. */
export const save: Flow = (inputs, { account: { taobao }, ids }) => {
  const given: Partial<SavedAddress> = {};
  for (const field of FIELDS) {
    const value = inputs[field];
    if (value === undefined) continue;
    if (typeof value !== "string") throw new Refusal("invalid", `${field} must be a text.`);
    given[field] = value;
  }
  if (Object.keys(given).length === 0) throw new Refusal("invalid", `Send at least one of ${FIELDS.join(", ")}.`);
  const old = inputs["id"];
  const base =
    old === undefined
      ? { ...EMPTY, id: ids.record() }
      : recordOf(taobao.addresses, need(idOf(old), "id must be a whole number."), "address");
  taobao.addresses[base.id] = { ...base, ...given };
  return { code: 200, msg: "成功" };
};
