// Makes the Postman collection: bundle -> openapi-to-postmanv2 -> exact and signed -> postman_collection.json.
import { readFileSync } from "node:fs";
import path from "node:path";
import { isFile } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import { readBundle } from "./bundle.js";
import { collectionText } from "./collection.js";

export interface PostmanOptions {
  /** The bundle, as `generate` makes it: YAML or JSON. */
  bundle: string;
  /** The folder that `postman_collection.json` goes to. */
  out: string;
  /** Write nothing, only compare. */
  check?: boolean;
}

export interface PostmanResult {
  /** Absolute. */
  file: string;
  /** Whether the file was missing or different before. */
  differed: boolean;
}

const NAME = "postman_collection.json";

/**
 * Writes the collection, unless it is up to date. The same bundle gives the same bytes.
 * @throws Failure with code 2 if the bundle cannot be read or converted, or the collection cannot be written
 */
export async function postman({ bundle, out, check = false }: PostmanOptions): Promise<PostmanResult> {
  const text = await collectionText(readBundle(bundle));
  const target = path.resolve(out);
  const file = path.join(target, NAME);
  const differed = !isFile(file) || readFileSync(file, "utf8") !== text;
  if (differed && !check) writeFiles(target, new Map([[NAME, text]]));
  return { file, differed };
}
