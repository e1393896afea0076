// What a user of `pandapon-openapi/core` sees: a table needs the parts that its operations need. Compiled by three versions of
// TypeScript against the packed package; never run.
import type { paths } from "pandapon-openapi";
import {
  anyRequest,
  createClient,
  createPandaPon,
  listPages,
  warehouseSigning,
  type Call,
  type ClientOptions,
  type ListCall,
  type MethodClient,
  type MethodRequest,
  type OperationTable,
  type PathClient,
  type PathRequest,
  type TableTypes,
} from "pandapon-openapi/core";
import { same } from "./same.js";

interface Refund {
  id: string;
}
interface Methods {
  refunds: { get(input: { refundId: string }): Call<Refund>; list(): ListCall<object, Refund> };
}
interface Routes {
  "POST /alibaba/refund/info": { id: "refunds.get"; call: Methods["refunds"]["get"]; result: "/data" };
}
type Types = TableTypes<Methods, paths, Routes>;

const operation = {
  method: "POST",
  path: "/alibaba/refund/info",
  effect: "read",
  request: {},
  response: {},
  envelope: true,
  result: "/data",
} as const;
const pagination = { page: "pageNo", firstPage: 1, size: "pageSize", items: "/data/list" } as const;
const one = { "refunds.get": operation } as const satisfies OperationTable;
const listed = { ...one, "refunds.list": { ...operation, pagination } } as const satisfies OperationTable;
const stored = { ...one, "freight.book": { ...operation, security: "warehouse" } } as const satisfies OperationTable;
const plain: typeof one & Types = one;
const list: typeof listed & Types = listed;
const warehouse: typeof stored & Types = stored;
declare const unknown: OperationTable & Types;

// What `pandapon generate` writes.
interface Plain extends Methods, MethodClient {}
interface Requesting extends Methods, MethodClient, MethodRequest<Routes> {}
interface PathRequesting extends PathClient<paths, Routes>, PathRequest<paths, Routes> {}
export const makers = {
  plain: (options?: ClientOptions): Plain => createPandaPon(options, plain),
  requesting: (options?: ClientOptions): Requesting => createPandaPon(options, plain, { request: anyRequest }),
  list: (options?: ClientOptions): Plain => createPandaPon(options, list, { lists: listPages }),
  warehouse: (options?: ClientOptions): Plain => createPandaPon(options, warehouse, { warehouse: warehouseSigning }),
  paths: (options?: ClientOptions): PathClient<paths, Routes> => createClient(options, list),
  pathRequesting: (options?: ClientOptions): PathRequesting => createClient(options, plain, { request: anyRequest }),
};

// `request` is there with its part, for any user. `with` is always there.
const requesting = createPandaPon({}, plain, { request: anyRequest });
same<typeof requesting, Methods & MethodClient & MethodRequest<Routes>>();
const refund = requesting.with({ userId: "2" }).request("POST", "/alibaba/refund/info", { refundId: "1" });
same<typeof refund, Call<Refund>>();
const without = createPandaPon({}, plain).with({ userId: "2" });
without.refunds.get({ refundId: "1" }) satisfies Call<Refund>;
// @ts-expect-error there is no `request`
void without.request;
// @ts-expect-error there is no `request`
void createPandaPon({}, list, { lists: listPages }).request;
// @ts-expect-error there is no `request`
void createClient({}, plain, {}).request;
void createClient({}, plain, { request: anyRequest }).with({ userId: "2" }).request("GET", "/some/path");

// @ts-expect-error a list needs `lists`
createPandaPon({}, list);
// @ts-expect-error a list needs `lists`
createPandaPon({}, list, { request: anyRequest, warehouse: warehouseSigning });
// @ts-expect-error the warehouse needs `warehouse`
createPandaPon({}, warehouse);
// @ts-expect-error the warehouse needs `warehouse`
createClient({}, warehouse, { request: anyRequest });
// @ts-expect-error there is no such part
createPandaPon({}, plain, { list: listPages });
// @ts-expect-error a part is what the entry exports
createPandaPon({}, plain, { request: true });
// A table whose operations are not known to the compiler is checked when the program runs.
createPandaPon({}, unknown).refunds.list() satisfies ListCall<object, Refund>;
// All parts are allowed.
const parts = { lists: listPages, warehouse: warehouseSigning, request: anyRequest };
createPandaPon({}, plain, parts).request("GET", "/some/path") satisfies Call<unknown>;
void createClient({}, warehouse, parts).request("GET", "/some/path");
