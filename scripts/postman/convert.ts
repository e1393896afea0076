// The only module that knows openapi-to-postmanv2.
import type { Options } from "openapi-to-postmanv2";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { errorCode } from "../core/spec-folder.js";

/** What the collection takes from the converter's result. */
export interface Converted {
  item: ConvertedItem[];
}
/** A folder, which has `item`, or a request. */
export interface ConvertedItem {
  name: string;
  description?: ConvertedText;
  item?: ConvertedItem[];
  request?: ConvertedRequest;
  response?: { name: string; status: string; code: number; header?: ConvertedPair[]; body?: string }[];
}
export interface ConvertedRequest {
  method: string;
  header?: ConvertedPair[];
  url: { path?: string[]; query?: ConvertedPair[]; variable?: ConvertedPair[] };
  body?: { mode: string; raw?: string };
}
export interface ConvertedPair {
  key: string;
  value: string;
  description?: ConvertedText;
}
export type ConvertedText = string | { content?: string } | null;

const PACKAGE = "openapi-to-postmanv2";
const OPTIONS: Options = {
  folderStrategy: "Tags",
  requestNameSource: "Fallback",
  // Bodies, parameters and answers are the examples of the contract.
  parametersResolution: "Example",
  includeWebhooks: false,
};

/**
 * @returns the collection as the converter makes it: one folder per tag, requests named as the operations' summaries
 * @throws Failure with code 2 if the converter is not installed or refuses the document
 */
export async function convert(document: Document): Promise<Converted> {
  const { convertV2 } = await load();
  return new Promise((resolve, reject) => {
    // The converter changes the document that it gets, and takes JSON text as well.
    convertV2({ type: "string", data: JSON.stringify(document) }, OPTIONS, (error, result) => {
      const data: unknown = result?.output?.[0]?.data;
      // The converter's own types say no more than "an object".
      if (error == null && result?.result && data !== undefined) resolve(data as Converted);
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
    throw new Failure(2, `The converter is not installed. Run \`npm install --save-dev ${PACKAGE}\`.`);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
