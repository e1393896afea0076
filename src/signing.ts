/**
 * Signatures of PandaPon requests alone, for people who bring their own client.
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
 * A middleware that signs each request of an openapi-fetch client. It does nothing else: no retries, no exact ids, no check of
 * the answer's `code`. `createClient` does all of that.
 *
 * ```ts
 * const client = createOpenapiFetchClient<paths>({ baseUrl: "https://api.pandapon.com" });
 * client.use(signingMiddleware({ accessKey, accessSecret, userId }));
 * ```
 * @throws PandaPonError of kind `input` that names the option which is missing or wrong
 * @see {@link https://doc.pandapon.com/doc-5774404} for the headers
 */
export function signingMiddleware(options: SigningMiddlewareOptions = {}): SigningMiddleware {
  return signingMiddlewareWith(options, warehousePaths);
}
