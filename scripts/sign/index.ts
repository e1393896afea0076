// Signs one request: its five headers.
import { operationTable, type OperationTable } from "pandapon-openapi";
import { signer, type SignatureHeaders } from "pandapon-openapi/signing";
import type { Credentials } from "../core/credentials.js";
import { Failure } from "../core/problem.js";

export interface SignOptions {
  credentials: Credentials;
  timestampUnit?: "ms" | "s";
  /** The text of the header `timestamp`, to check a signature by hand. Default: now. */
  timestamp?: string;
  /** The text of the header `nonce-str`, to check a signature by hand. Default: 32 random characters. */
  nonce?: string;
  /** A path of the API. It is not signed; it is given to refuse operations that these headers do not sign. */
  path?: string;
}

/**
 * @returns the headers of one request. PandaPon accepts them for 600 seconds from their timestamp.
 * @throws Failure with code 2 if an option is wrong
 */
export function sign({ credentials, timestampUnit, timestamp, nonce, path }: SignOptions): SignatureHeaders {
  if (path !== undefined) refuseWarehouse(path);
  if (timestamp !== undefined && !/^[1-9]\d{9,12}$/.test(timestamp)) {
    throw new Failure(2, "--timestamp must be the digits of a Unix time: 10 for seconds, 13 for milliseconds.");
  }
  if (nonce !== undefined && !/^[!-~]+$/.test(nonce)) {
    throw new Failure(2, "--nonce must be visible ASCII characters without spaces. PandaPon asks for 32.");
  }
  const own = signer({
    ...credentials,
    ...(nonce !== undefined && { nonce: () => nonce }),
    // It is signed digit for digit.
    ...(timestamp === undefined ? { timestampUnit } : { now: () => Number(timestamp), timestampUnit: "ms" }),
  });
  return own();
}

/** @throws Failure with code 2 if an operation of the warehouse has this path */
function refuseWarehouse(given: string): void {
  const table: OperationTable = operationTable;
  const [plain = ""] = given.replace(/^https?:\/\/[^/]*/i, "").split(/[?#]/);
  const same = (path: string): boolean => path.toLowerCase() === plain.toLowerCase().replace(/\/+$/, "");
  const found = Object.entries(table).find(([, { security, path }]) => security === "warehouse" && same(path));
  if (found) {
    throw new Failure(
      2,
      `${found[0]} is not signed by headers but by \`timestamp\` and \`sign\` in the query. No page says how to compute \`sign\`: ask PandaPon.`,
    );
  }
}
