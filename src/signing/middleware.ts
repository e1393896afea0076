// A middleware that signs the requests of any openapi-fetch client.
import { optionalFunction } from "../errors/input-error.js";
import { signer, timestampSource, type SignerOptions } from "./signer.js";
import { warehouseSigning, type SignWarehouse } from "./warehouse.js";

/** Options of `signingMiddleware`. */
export interface SigningMiddlewareOptions extends SignerOptions {
  /** Signs the operations of the group `freight`. Without it they fail with kind `input`. */
  signWarehouse?: SignWarehouse | undefined;
}

/** The part of a middleware call of openapi-fetch that signing needs. */
interface Outgoing {
  request: Request;
  schemaPath: string;
}

/** A middleware of openapi-fetch. */
export interface SigningMiddleware {
  onRequest: (outgoing: Outgoing) => Promise<Request | undefined>;
}

/**
 * @param options the credentials and optional settings
 * @param warehousePaths the paths of the operations that `signWarehouse` signs. All others are signed with headers.
 * @throws PandaPonError of kind `input` that names the missing or wrong option
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
      // Without `signWarehouse` the call fails below, so the body is not needed.
      const body = signWarehouse === undefined ? "" : await request.clone().text();
      const { url, method } = request;
      const signed = await warehouseSigning(
        { url, info: { method, path: schemaPath }, body },
        { signWarehouse, timestamp },
      );
      return new Request(signed, request);
    },
  };
}
