// Warehouse operations have `timestamp` and `sign` in the query. No page says how to compute `sign`, so the caller provides it.
import { check, inputError } from "../errors/input-error.js";

/** What `signWarehouse` gets to sign a request. */
export interface WarehouseParts {
  method: string;
  /** The path of the operation without the path of `baseUrl`: `/open/pp/logistics/orderRenderFreight`. */
  path: string;
  /** The body exactly as sent. */
  body: string;
  /** The current time in the unit of `timestampUnit`. Your rule may need another form of it. */
  timestamp: string;
}

/** The two query parameters of a signed warehouse request. */
export interface WarehouseSignature {
  timestamp: string;
  sign: string;
}

/**
 * Signs a warehouse request by the rule that PandaPon gave you. No public page states the rule. If it throws or rejects, the
 * call fails with kind `input`, and `cause` is what it threw.
 */
export type SignWarehouse = (parts: WarehouseParts) => WarehouseSignature | Promise<WarehouseSignature>;

/** What a warehouse request is signed by. */
interface Signing {
  readonly signWarehouse: SignWarehouse | undefined;
  /** Returns the current time as text. */
  readonly timestamp: () => string;
}

/** A request that has no signature yet. */
interface Unsigned {
  readonly url: string;
  readonly info: { readonly method: string; readonly path: string };
  readonly body: string | undefined;
}

/**
 * The part of a client that calls operations which the warehouse's own rule signs, by the option `signWarehouse`. Pass it to
 * `createPandaPon` or `createClient` as `warehouse`.
 * @returns the URL with the two parameters
 * @throws PandaPonError of kind `input` if `signWarehouse` is missing, throws or does not return two strings
 */
export async function warehouseSigning(
  { url, info: { method, path }, body = "" }: Unsigned,
  { signWarehouse, timestamp }: Signing,
): Promise<string> {
  check(
    signWarehouse,
    "signWarehouse",
    "is missing: ask PandaPon how to sign warehouse operations, because no page says it",
  );
  const parts = { method, path, body, timestamp: timestamp() };
  // In plain JavaScript it may return anything.
  let signed: [name: string, text: unknown][];
  try {
    // `Object` accepts null and undefined. Members may throw when they are read.
    const { timestamp, sign } = Object(await signWarehouse(parts)) as WarehouseSignature;
    signed = Object.entries({ timestamp, sign });
  } catch (cause) {
    throw inputError("signWarehouse", "failed: see `cause`", undefined, cause);
  }
  const target = new URL(url);
  for (const [name, text] of signed) {
    check(text && typeof text === "string", "signWarehouse", "must return { timestamp, sign } as strings");
    target.searchParams.set(name, text);
  }
  return target.href;
}
