// What the sites gave with each page at the last pull, kept in the cache: it merely saves them from sending the page again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFile } from "../../core/cache-file.js";
import { isObject } from "../../core/node.js";
import { fingerprintTools } from "../../generate/fingerprint.js";
import { pageFile } from "../snapshot/read.js";
import type { Validators } from "./fetch.js";

interface KnownAnswer extends Validators {
  /** Of the page's file in the snapshot, as it was written from this answer. */
  digest: string;
}

/** By address. Entries of other tools or of files that were changed since are never used. */
export class KnownAnswers {
  readonly #spec: string;
  readonly #tools = fingerprintTools();
  readonly #answers: Map<string, KnownAnswer>;

  /** @param spec the contract's folder, absolute */
  constructor(spec: string) {
    this.#spec = spec;
    this.#answers = new Map(Object.entries(this.#read()));
  }

  /** What may be sent for a page: nothing where its file is missing or is not what that answer gave. */
  of(address: URL, id: string): Validators {
    const known = this.#answers.get(address.href);
    const file = pageFile(this.#spec, id);
    if (known === undefined || !existsSync(file) || digest(readFileSync(file)) !== known.digest) return {};
    const { etag, lastModified } = known;
    return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
  }

  /** Notes an answer and the text that came of it. */
  note(address: URL, { etag, lastModified }: Validators, text: string): void {
    this.#answers.delete(address.href);
    if (etag === undefined && lastModified === undefined) return;
    this.#answers.set(address.href, {
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
      digest: digest(text),
    });
  }

  forget(address: URL): void {
    this.#answers.delete(address.href);
  }

  save(): void {
    const file = cacheFile(this.#spec, "pages-");
    if (file === undefined) return;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ tools: this.#tools, answers: Object.fromEntries(this.#answers) }));
    } catch {
      // Without it the next pull asks for every page; that is all.
    }
  }

  #read(): Record<string, KnownAnswer> {
    const file = cacheFile(this.#spec, "pages-");
    if (file === undefined || !existsSync(file)) return {};
    try {
      const value: unknown = JSON.parse(readFileSync(file, "utf8"));
      if (!isObject(value) || value["tools"] !== this.#tools || !isObject(value["answers"])) return {};
      // Only this module writes the file, for the same version of itself.
      return value["answers"] as Record<string, KnownAnswer>;
    } catch {
      return {};
    }
  }
}

const digest = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
