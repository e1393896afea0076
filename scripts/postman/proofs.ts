// How a request proves who sends it: the headers and query parameters that the operation's security schemes name.
import { objectOf } from "../core/node.js";
import type { Operation } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import type { BundleDocument } from "./bundle.js";

export interface Proof {
  in: "header" | "query";
  /** The name of the header or parameter. */
  name: string;
  /** The variable that has the value: the name of the security scheme. */
  variable: string;
  description: string;
}

/** @throws Failure with code 2 if a scheme is not an API key in a header or in the query */
export function proofsOf({ operationId, security }: Operation, bundle: BundleDocument): Proof[] {
  // If there are several ways, the first one is the one to use.
  const [needed = {}] = security ?? bundle.security ?? [];
  return Object.keys(needed).map((variable) => {
    const scheme = objectOf(bundle.components?.["securitySchemes"]?.[variable]);
    const { type, in: place, name, description = "" } = scheme;
    if (type !== "apiKey" || (place !== "header" && place !== "query") || typeof name !== "string") {
      const message = `${operationId} uses the security scheme ${variable}, which is not an API key in a header or in the query.`;
      throw new Failure(2, `${message} Describe it as one, or leave it out of the bundle.`);
    }
    return { in: place, name, variable, description: String(description) };
  });
}
