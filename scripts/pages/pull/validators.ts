// Caches the validators (ETag, Last-Modified) of each page, so that a site need not send an unchanged page again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFile } from "../../core/cache-file.js";
import { isObject } from "../../core/node.js";
import { fingerprintTools } from "../../generate/fingerprint.js";
import { pageFile } from "../snapshot/read.js";
import type { Validators } from "./fetch.js";

interface KnownAnswer extends Validators {
  /** Of the text that this answer gave in the snapshot. */
  digest: string;
}

/** Validators by address. Those from another version of the tools, and those of files that changed since, are not used. */
export class KnownAnswers {
  readonly #spec: string;
  readonly #tools = fingerprintTools();
  readonly #answers: Map<string, KnownAnswer>;

  /** @param spec the contract's folder, absolute */
  constructor(spec: string) {
    this.#spec = spec;
    this.#answers = new Map(Object.entries(this.#read()));
  }

  /** The validators to send for a page: none if its file is missing or is not what the answer gave. */
  of(address: URL, id: string): Validators {
    const known = this.#answers.get(address.href);
    const file = pageFile(this.#spec, id);
    if (known === undefined || !existsSync(file) || digest(readFileSync(file)) !== known.digest) return {};
    const { etag, lastModified } = known;
    return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
  }

  /** Stores the validators of an answer. @param text what the answer gave in the snapshot */
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
      // Without the cache the next pull fetches every page.
    }
  }

  #read(): Record<string, KnownAnswer> {
    const file = cacheFile(this.#spec, "pages-");
    if (file === undefined || !existsSync(file)) return {};
    try {
      const value: unknown = JSON.parse(readFileSync(file, "utf8"));
      if (!isObject(value) || value["tools"] !== this.#tools || !isObject(value["answers"])) return {};
      // Only the same version of this module has written the file.
      return value["answers"] as Record<string, KnownAnswer>;
    } catch {
      return {};
    }
  }
}

const digest = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
