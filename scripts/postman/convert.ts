// The only module that knows openapi-to-postmanv2.
import type { Options } from "openapi-to-postmanv2";
import { Failure } from "../core/problem.js";
import { errorCode } from "../core/spec-folder.js";

/** What the collection takes from the converter's result. */
export type ConvertedItem = ConvertedFolder | ConvertedRequest;
interface ConvertedFolder {
  name: string;
  description?: ConvertedText;
  item: ConvertedItem[];
}
export interface ConvertedRequest {
  name: string;
  request: {
    method: string;
    description?: ConvertedText;
    header?: ConvertedPair[];
    url: { host: string[]; path: string[]; query: ConvertedPair[]; variable: ConvertedPair[] };
    body: { raw?: string };
  };
  response?: { name: string; status: string; code: number; header?: ConvertedPair[]; body?: string }[];
}
export interface ConvertedPair {
  key: string;
  value: unknown;
  description?: ConvertedText;
}
export type ConvertedText = string | { content?: string } | null | undefined;

const OPTIONS: Options = {
  folderStrategy: "Tags",
  requestNameSource: "Fallback",
  // Bodies, parameters and answers are the examples of the contract.
  parametersResolution: "Example",
  // Otherwise it leaves out a header `Authorization`.
  keepImplicitHeaders: true,
};

/**
 * @returns the items of the collection as the converter makes them: one folder per tag, requests named as the operations' summaries
 * @throws Failure with code 2 if the converter is not installed or refuses the document
 */
export async function convert(document: object): Promise<ConvertedItem[]> {
  const { convertV2 } = await load();
  return new Promise((resolve, reject) => {
    // The converter changes the document that it gets, and takes JSON text as well.
    convertV2({ type: "string", data: JSON.stringify(document) }, OPTIONS, (error, result) => {
      const data: unknown = result?.output?.[0]?.data;
      // The converter's own types say no more than "an object".
      if (error == null && result?.result && data !== undefined) resolve((data as ConvertedFolder).item);
      else reject(new Failure(2, `The bundle cannot be converted: ${reasonOf(error ?? result?.reason)}`));
    });
  });
}

/** It brings 33 MB with it, so only those who make collections install it. */
async function load(): Promise<typeof import("openapi-to-postmanv2")> {
  try {
    const { default: converter } = await import("openapi-to-postmanv2");
    return converter;
  } catch (error) {
    if (errorCode(error) !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Failure(2, `The converter is not installed. Run \`npm install --save-dev openapi-to-postmanv2\`.`);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
