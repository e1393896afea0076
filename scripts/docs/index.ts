// The docs page: one self-contained file.
import path from "node:path";
import { readBundleFile, type Refuse } from "../core/bundle-file.js";
import { isObject } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import type { Pointer } from "../core/pointer.js";
import { writeFiles } from "../core/write-files.js";
import { groupsOf } from "./contract/pages.js";
import { readable } from "./contract/readable.js";
import { redocPage, redocViewer } from "./redoc/index.js";
import type { LanguageSite } from "./site/site.js";
import { ENGLISH } from "./site/words.js";

export interface DocsOptions {
  /** The bundle, as `generate` makes it. */
  bundle: string;
  /** The folder that `index.html` goes to. */
  out: string;
}

/**
 * Builds the page. It loads nothing from any other host.
 * @returns the page's file, absolute
 * @throws Failure with code 2 if the bundle cannot be read or the page cannot be written
 */
export async function docs({ bundle, out }: DocsOptions): Promise<string> {
  // `readBundleFile` has looked at the version, and the rest of the chain wrote it.
  const document = readBundleFile(bundle, refuseForeign) as unknown as Document;
  const target = path.resolve(out);
  const site: LanguageSite = {
    ...{ language: "en", words: ENGLISH, contract: readable(document, ENGLISH) },
    ...{ sections: [], groups: groupsOf(document, ENGLISH, () => []), coverage: [] },
  };
  const languages = [{ code: "en", name: ENGLISH.language }];
  const page = redocPage({ viewer: await redocViewer(), site, languages, url: undefined, labels: {}, links: [] });
  writeFiles(target, new Map([["index.html", page]]));
  return path.join(target, "index.html");
}

/** Redocly's command would read any file and any address that a bundle names. */
const refuseForeign = (document: unknown, refuse: Refuse): void => {
  const foreign = foreignIn(document);
  if (foreign !== undefined) refuse(`it refers to ${foreign.name}, which is not part of it`, ...foreign.pointer);
};

/** The first `$ref`, example or mapping that leads out of the document, and its place. */
function foreignIn(value: unknown, pointer: Pointer = []): { name: string; pointer: Pointer } | undefined {
  if (typeof value === "string") {
    const [above, between] = pointer.slice(-3);
    // A mapping may also name a schema of the document.
    const isMapped = above === "discriminator" && between === "mapping" && /[./]/.test(value);
    const isReference = pointer.at(-1) === "$ref" || pointer.at(-1) === "externalValue" || isMapped;
    return isReference && !value.startsWith("#") ? { name: value, pointer } : undefined;
  }
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = foreignIn(member, [...pointer, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
