// What a caller of `request` and `with` sees. Compiled by three versions of TypeScript against the packed package; never run.
import {
  createClient,
  createPandaPon,
  type Call,
  type ListCall,
  type Item,
  type operations,
  type PandaPon,
  type PandaPonClient,
  type PandaPonError,
  type RequestMethod,
  type RequestOptions,
  type Result,
} from "pandapon-openapi";
import { same } from "./same.js";

const pandapon = createPandaPon({ accessKey: "k", accessSecret: "s", userId: "u" });
const client = createClient({ accessKey: "k", accessSecret: "s", userId: "u" });
declare const refundId: string;
declare const path: string;
declare const method: RequestMethod;

// An unknown path takes any object and any of the rules, and gives what nobody knows.
interface Parcel {
  id: bigint;
}
const parcel: Parcel = { id: 2542285634920880794n };
const options: RequestOptions = { effect: "read", auth: "warehouse", place: "query", timeoutMs: 1_000, userId: "u" };
const unknown = pandapon.request("PUT", "/open/parcel", parcel, options);
same<typeof unknown, Call<unknown>>();
same<Awaited<typeof unknown>, unknown>();
same<Awaited<ReturnType<(typeof unknown)["withResponse"]>>["data"], unknown>();
void pandapon.request("DELETE", "/open/parcel/1", { reason: "late", lines: [{ id: 1n }] }, { effect: undefined });
void pandapon.request("PATCH", "/open/parcel/1");
void pandapon.request("GET", "/open/parcel", undefined, { headers: { "x-trace": "1" } });
void pandapon.request(method, path, { a: 1 });
void pandapon.request("POST", path, parcel);
void pandapon.request("GET", `/open/${path}`, {});
// Longer and shorter than a known path, and a known path of another group.
void pandapon.request("POST", "/open/order/refund/cancel/1/again", { a: 1 });
void pandapon.request("POST", "/open/order/refund/cancel", { a: 1 });
void pandapon.request("POST", "/open/orders", { a: 1 });
// @ts-expect-error an input is an object
void pandapon.request("POST", "/open/parcel", "id=1");
// @ts-expect-error the method does not exist
void pandapon.request("get", "/open/parcel");
// @ts-expect-error the method cannot have inputs
void pandapon.request("HEAD", "/open/parcel");
// @ts-expect-error the effect does not exist
void pandapon.request("POST", "/open/parcel", {}, { effect: "none" });
// @ts-expect-error the auth does not exist
void pandapon.request("POST", "/open/parcel", {}, { auth: "oauth" });
// @ts-expect-error the place does not exist
void pandapon.request("POST", "/open/parcel", {}, { place: "path" });
// @ts-expect-error the option is called timeoutMs
void pandapon.request("POST", "/open/parcel", {}, { timeout: 1 });

// A known path has the types of its operation.
const created = pandapon.request("POST", "/alibaba/refund/info", { refundId: "TQ1" });
same<typeof created, Call<Result<"alibaba.refunds.get">>>();
const list = pandapon.request("POST", "/open/order/refund/queryList", { pageNo: 1, pageSize: 20 }, { effect: "read" });
same<typeof list, ListCall<Result<"taobao.refunds.list">, Item<"taobao.refunds.list">>>();
void pandapon.request("GET", "/open/product/get");
void pandapon.request("GET", "/open/product/get", { itemId: 672991141190n });
// @ts-expect-error an id as a number would lose digits
void pandapon.request("GET", "/open/product/get", { itemId: 672991141190 });
// @ts-expect-error the operation has no such input
void pandapon.request("POST", "/alibaba/refund/info", { refundID: "TQ1" });
// @ts-expect-error the input is required
void pandapon.request("POST", "/alibaba/refund/info");
// @ts-expect-error a required field is missing
void pandapon.request("POST", "/alibaba/refund/detail/create", { orderId: "1" });
// @ts-expect-error the contract has it with POST
void pandapon.request("GET", "/alibaba/refund/info", { refundId: "TQ1" });
// @ts-expect-error the contract has it with POST
void pandapon.request("GET", "/alibaba/refund/info");

// A filled-in path holds its inputs.
const template = pandapon.request("GET", "/open/order/refund/cancel/{refundId}", { refundId });
same<typeof template, Call<Result<"taobao.refunds.cancel">>>();
const filled = pandapon.request("GET", `/open/order/refund/cancel/${refundId}`);
same<typeof filled, Call<Result<"taobao.refunds.cancel">>>();
const literal = pandapon.request("GET", "/open/order/refund/cancel/2542285634920880794", {});
same<typeof literal, Call<Result<"taobao.refunds.cancel">>>();
void pandapon.request("GET", `/open/order/refund/cancel/${110002687818n}`, {}, { timeoutMs: 1 });
// @ts-expect-error the input is required
void pandapon.request("GET", "/open/order/refund/cancel/{refundId}");
// @ts-expect-error the path holds it already
void pandapon.request("GET", "/open/order/refund/cancel/1", { refundId: "1" });
// @ts-expect-error the contract has it with GET
void pandapon.request("POST", `/open/order/refund/cancel/${refundId}`);

// The client by path has the same inputs, and gives the whole answer or the error.
const { data, error, response } = await client.request("POST", "/open/parcel", parcel, options);
same<typeof response, Response>();
same<typeof data, unknown>();
same<typeof error, PandaPonError | undefined>();
const cancelled = await client.request("GET", `/open/order/refund/cancel/${refundId}`);
type CancelAnswer = operations["taobao.refunds.cancel"]["responses"][200]["content"]["application/json"];
same<NonNullable<typeof cancelled.data>, CancelAnswer>();
if (!cancelled.error) same<typeof cancelled.data, CancelAnswer>();
void client.request("POST", "/alibaba/refund/info", { refundId: "TQ1" }, { middleware: [] });
// @ts-expect-error the inputs are one object, not in places
void client.request("POST", "/alibaba/refund/info", { body: { refundId: "TQ1" } });
// @ts-expect-error the contract has it with POST
void client.request("GET", "/alibaba/refund/info", { refundId: "TQ1" });
// @ts-expect-error a middleware is an object
void client.request("POST", "/open/parcel", parcel, { middleware: ["log"] });

// What a library may export without naming a type.
export const exported = () => ({
  byPath: client.request("POST", "/open/parcel"),
  call: pandapon.request("POST", "/open/parcel"),
});

// The same client for another sub-account.
same<ReturnType<typeof pandapon.with>, PandaPon>();
const other = pandapon.with({ userId: "2" }).with({ userId: "3" });
same<typeof other, PandaPon>();
same<typeof client, PandaPonClient>();
const otherClient = client.with({ userId: "2" });
same<typeof otherClient, PandaPonClient>();
// @ts-expect-error the user id is missing
pandapon.with({});
// @ts-expect-error the user id is text
pandapon.with({ userId: 2100007341207 });
// @ts-expect-error the option belongs to a call or to a new client
client.with({ userId: "2", timeoutMs: 1 });
