/**
 * Only the signatures of PandaPon requests, for use with your own client.
 *
 * @packageDocumentation
 */
import { warehousePaths } from "../generated/operations.js";
import {
  signingMiddleware as signingMiddlewareWith,
  type SigningMiddleware,
  type SigningMiddlewareOptions,
} from "./signing/middleware.js";

export { PandaPonError, type PandaPonErrorKind } from "./errors/error.js";
export type { SigningMiddleware, SigningMiddlewareOptions } from "./signing/middleware.js";
export { randomNonce } from "./signing/nonce.js";
export {
  signatureDigest,
  signatureHeaders,
  signatureText,
  type SignatureHeaders,
  type SignatureParts,
} from "./signing/signature.js";
export { signer, type Signer, type SignerOptions } from "./signing/signer.js";
export type { SignWarehouse, WarehouseParts, WarehouseSignature } from "./signing/warehouse.js";

/**
 * Makes a middleware that signs each request of an openapi-fetch client. It does nothing else: it does not retry, keep ids exact
 * or check the `code` of an answer. `createClient` does all of that.
 *
 * ```ts
 * const client = createOpenapiFetchClient<paths>({ baseUrl: "https://api.pandapon.com" });
 * client.use(signingMiddleware({ accessKey, accessSecret, userId }));
 * ```
 * @param options the credentials and optional settings
 * @throws PandaPonError of kind `input` that names the missing or wrong option
 * @see {@link https://doc.pandapon.com/doc-5774404} for the headers
 */
export function signingMiddleware(options: SigningMiddlewareOptions = {}): SigningMiddleware {
  return signingMiddlewareWith(options, warehousePaths);
}
