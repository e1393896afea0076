/**
 * Signatures of PandaPon requests alone, for people who bring their own client.
 *
 * @packageDocumentation
 */
export { PandaPonError, type PandaPonErrorKind } from "../error.js";
export { signingMiddleware, type SigningMiddleware, type SigningMiddlewareOptions } from "./middleware.js";
export { randomNonce } from "./nonce.js";
export {
  signatureDigest,
  signatureHeaders,
  signatureText,
  type SignatureHeaders,
  type SignatureParts,
} from "./signature.js";
export { signer, type Signer, type SignerOptions } from "./signer.js";
export type { SignWarehouse, WarehouseParts, WarehouseSignature } from "./warehouse.js";
