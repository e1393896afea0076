// Signing for people who bring their own openapi-fetch client.
import { optionalFunction } from "../errors/input-error.js";
import { signer, timestampSource, type SignerOptions } from "./signer.js";
import { signWarehouseUrl, type SignWarehouse } from "./warehouse.js";

/** Options of `signingMiddleware`. */
export interface SigningMiddlewareOptions extends SignerOptions {
  /** Signs the operations of the group `freight`; without it they are refused. */
  signWarehouse?: SignWarehouse | undefined;
}

/** What openapi-fetch hands to a middleware, as far as signing looks at it. */
interface Outgoing {
  request: Request;
  schemaPath: string;
}

/** A middleware of openapi-fetch. */
export interface SigningMiddleware {
  onRequest: (outgoing: Outgoing) => Promise<Request | undefined>;
}

/**
 * @param warehousePaths the paths of the operations that `signWarehouse` signs; all others are signed by headers
 * @throws PandaPonError of kind `input` that names the option which is missing or wrong
 */
export function signingMiddleware(
  options: SigningMiddlewareOptions,
  warehousePaths: readonly string[],
): SigningMiddleware {
  const sign = signer(options);
  const timestamp = timestampSource(options);
  const signWarehouse = optionalFunction(options.signWarehouse, "signWarehouse");
  return {
    async onRequest({ request, schemaPath }) {
      if (!warehousePaths.includes(schemaPath)) {
        for (const [name, value] of Object.entries(sign())) request.headers.set(name, value);
        return undefined;
      }
      // Without a way to sign, nothing need be read.
      const body = signWarehouse === undefined ? "" : await request.clone().text();
      const parts = { method: request.method, path: schemaPath, body, timestamp: timestamp() };
      return new Request(await signWarehouseUrl(request.url, parts, signWarehouse), request);
    },
  };
}
