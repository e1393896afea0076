// Caches the validators (ETag, Last-Modified) of each page, so that a site need not send an unchanged page again.
import { createHash } from "node:crypto";
import { cacheFile, readCache, writeCache } from "../../core/cache-file.js";
import { fingerprintTools } from "../../generate/fingerprint.js";
import type { Validators } from "./fetch.js";

interface KnownAnswer {
  validators: Validators;
  /** Of the tools and of the text that they made of this answer. */
  digest: string;
}

export class KnownAnswers {
  readonly #file: string | undefined;
  readonly #tools = fingerprintTools();
  readonly #answers: Record<string, KnownAnswer>;

  /** @param spec the contract's folder, absolute */
  constructor(spec: string) {
    this.#file = cacheFile(spec, "pages-");
    // Only this module writes the file.
    this.#answers = (readCache(this.#file) ?? {}) as Record<string, KnownAnswer>;
  }

  /** What to send for a page whose file has this text: nothing if the last answer gave another text. */
  of({ href }: URL, text: string): Validators {
    const known = this.#answers[href];
    return known?.digest === this.#digest(text) ? known.validators : {};
  }

  /** Remembers an answer. @param text what it gave in the snapshot */
  note({ href }: URL, validators: Validators, text: string): void {
    this.#answers[href] = { validators, digest: this.#digest(text) };
  }

  save(): void {
    writeCache(this.#file, this.#answers);
  }

  #digest = (text: string): string => createHash("sha256").update(this.#tools).update(text).digest("hex");
}
