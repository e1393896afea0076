// What a user of only the signature sees. Compiled by three versions of TypeScript against the packed package; never run.
import {
  PandaPonError,
  randomNonce,
  signatureDigest,
  signatureHeaders,
  signatureText,
  signer,
  signingMiddleware,
  type SignatureHeaders,
  type Signer,
  type SignWarehouse,
} from "pandapon-openapi/signing";
import { same } from "./same.js";

const sign = signer({ accessKey: "k", accessSecret: "s", userId: "u", timestampUnit: "s", now: () => 0 });
same<typeof sign, Signer>();
same<ReturnType<typeof sign>, SignatureHeaders>();
same<keyof SignatureHeaders, "access-key" | "timestamp" | "nonce-str" | "user-id" | "signature">();
// fetch accepts the headers.
void fetch("https://api.pandapon.com", { headers: { ...sign("other"), "content-type": "application/json" } });
void fetch("https://api.pandapon.com", { headers: sign() });
// @ts-expect-error a user id is a string
sign(2100007341207);
// @ts-expect-error a clock returns milliseconds
signer({ now: () => new Date() });
// @ts-expect-error the signer has no base URL
signer({ baseUrl: "https://api.pandapon.com" });

// The stages.
const parts = { accessKey: "k", timestamp: "1733474179", nonce: randomNonce(), accessSecret: "s" };
same<ReturnType<typeof signatureDigest>, string>();
signatureDigest(signatureText(parts));
signatureHeaders(parts, "u") satisfies SignatureHeaders;
// @ts-expect-error the timestamp is the text of the header, exactly as sent
signatureText({ ...parts, timestamp: 1733474179 });

const signWarehouse: SignWarehouse = async ({ path, timestamp }) => ({ timestamp, sign: path });
same<Awaited<ReturnType<ReturnType<typeof signingMiddleware>["onRequest"]>>, Request | undefined>();
signingMiddleware({ signWarehouse });
new PandaPonError("input", "wrong").kind satisfies "input" | string;
