// Saved addresses. The answer names no id and no known operation lists addresses, so the effect is shown at the test door, in the state.
import type { SavedAddress } from "../../accounts/taobao.js";
import type { Flow } from "../../exchange/flow.js";
import { idOf, invalid, recordOf } from "../../exchange/inputs.js";

const EMPTY: Omit<SavedAddress, "id"> = { name: "", province: "", city: "", district: "", address: "", phone: "" };
const FIELDS = Object.keys(EMPTY);

/** Changes the address with this `id`, or adds one if there is no `id`. Fields that are left out stay as they are. */
export const save: Flow = ({ id, ...inputs }, { account: { taobao }, ids }) => {
  const given = FIELDS.filter((field) => inputs[field] !== undefined).map((field) => [field, inputs[field]] as const);
  if (given.length === 0) throw invalid(`Send at least one of ${FIELDS.join(", ")}.`);
  for (const [field, value] of given) if (typeof value !== "string") throw invalid(`${field} must be a text.`);
  const base =
    id === undefined ? { ...EMPTY, id: ids.record() } : recordOf(taobao.addresses, idOf(id, "id"), "address");
  taobao.addresses[base.id] = { ...base, ...Object.fromEntries(given) };
  return { code: 200, msg: "成功" };
};
