// The request that `pandapon sandbox` offers to try, as a line for curl in bash.
import { callable, signedRequest } from "../../call/index.js";
import { KEY, USER } from "../../core/credentials.js";
import type { Chosen } from "./credentials.js";

/** @returns a search for a product, signed now, as lines for bash. What is from the environment is named, not shown. */
export async function sampleCurl({ credentials, from }: Chosen, baseUrl: string): Promise<string[]> {
  const search = { keyword: "shoes", beginPage: 1, pageSize: 20 };
  const settings = { credentials, baseUrl };
  const { url, headers, body = "" } = await signedRequest(callable("alibaba.products.search"), search, settings);
  const variables: Readonly<Record<string, string | false>> = {
    "access-key": from.accessKey === "environment" && KEY,
    "user-id": from.userId === "environment" && USER,
  };
  const parts = Object.entries(headers).map(([name, value]) => {
    const variable = variables[name];
    return `-H ${variable ? `"${name}: $${variable}"` : quoted(`${name}: ${value}`)}`;
  });
  return [`curl ${quoted(url)} \\`, ...parts.map((part) => `  ${part} \\`), `  -d ${quoted(body)}`];
}

/** In single quotes, bash takes every character as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
