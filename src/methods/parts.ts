// The parts of a client that not every table needs.
import type { anyRequest } from "../operations/find.js";
import type { warehouseSigning } from "../signing/warehouse.js";
import type { listPages } from "./pages.js";

/**
 * What a client can do besides plain calls of its operations. A bundle holds only the parts that the program names. All are exported by
 * `pandapon-openapi/core`:
 *
 * ```ts
 * const pandapon = createPandaPon(options, table, { lists: listPages, warehouse: warehouseSigning, request: anyRequest });
 * ```
 */
export interface ClientParts {
  /** `listPages`: the methods `pages` and `items` of lists. A table with a list needs it, except for calls by path: they have no pages. */
  readonly lists?: typeof listPages | undefined;
  /** `warehouseSigning`: signs by the option `signWarehouse`. A table with an operation whose `security` is `warehouse` needs it. */
  readonly warehouse?: typeof warehouseSigning | undefined;
  /** `anyRequest`: the method `request`, which calls any path. */
  readonly request?: typeof anyRequest | undefined;
}

/** The argument for the parts. It may be left out if the table needs none. */
export type PartsArgument<Parts, Needed> = object extends Needed ? [parts?: Parts] : [parts: Parts & Needed];

/** The parts that the operations of a table need. */
export type NeededFor<Table> = Needed<Table, "pagination", "lists"> & Needed<Table, "security", "warehouse">;

type Needed<Table, Member extends string, Part extends keyof ClientParts> = [
  Extract<Table[keyof Table], { readonly [Name in Member]: unknown }>,
] extends [never]
  ? object
  : { readonly [Name in Part]: NonNullable<ClientParts[Name]> };
