// Warehouse operations carry `timestamp` and `sign` in the query. No page says how `sign` is made, so the caller must.
import { inputError } from "../errors/input-error.js";

/** What is known of a warehouse request when it is signed. */
export interface WarehouseParts {
  method: string;
  /** The operation's path, such as `/open/pp/logistics/orderRenderFreight`; without that of `baseUrl`. */
  path: string;
  /** The body exactly as sent. */
  body: string;
  /** The present moment in the unit that `timestampUnit` says; use another where yours differs. */
  timestamp: string;
}

/** The two query parameters of a signed warehouse request. */
export interface WarehouseSignature {
  timestamp: string;
  sign: string;
}

/** Signs a warehouse request by the rule that PandaPon told you; it is in no public page. */
export type SignWarehouse = (parts: WarehouseParts) => WarehouseSignature | Promise<WarehouseSignature>;

/**
 * @returns the URL with the two parameters
 * @throws PandaPonError of kind `input` where there is no `signWarehouse`, or it gives no texts
 */
export async function signWarehouseUrl(
  url: string,
  parts: WarehouseParts,
  signWarehouse: SignWarehouse | undefined,
  operation?: string,
): Promise<string> {
  if (signWarehouse === undefined) {
    throw inputError(
      "signWarehouse",
      "is missing: warehouse operations are signed by a rule of their own that no public page states. Ask PandaPon for it",
      operation,
    );
  }
  // From plain JavaScript it may be anything.
  const signed: Partial<WarehouseSignature> | undefined = await signWarehouse(parts);
  const target = new URL(url);
  for (const name of ["timestamp", "sign"] as const) {
    const text = signed?.[name];
    if (!text || typeof text !== "string") {
      throw inputError("signWarehouse", "must return { timestamp, sign }, two texts", operation);
    }
    target.searchParams.set(name, text);
  }
  return target.href;
}
