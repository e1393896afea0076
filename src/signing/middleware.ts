// Signing for people who bring their own openapi-fetch client.
import { warehousePaths } from "../../generated/operations.js";
import { optionalFunction } from "../input-error.js";
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
 * A middleware that signs each request of an openapi-fetch client. It adds nothing else: no retries, no exact ids, no look at
 * the answer's `code`; `createClient` has those.
 *
 * ```ts
 * const client = createOpenapiFetchClient<paths>({ baseUrl: "https://api.pandapon.com" });
 * client.use(signingMiddleware({ accessKey, accessSecret, userId }));
 * ```
 * @throws PandaPonError of kind `input` that names the option which is missing or cannot be right
 * @see {@link https://doc.pandapon.com/doc-5774404} for the headers
 */
export function signingMiddleware(options: SigningMiddlewareOptions = {}): SigningMiddleware {
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
