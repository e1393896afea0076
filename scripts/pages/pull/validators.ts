// Caches the validators (ETag, Last-Modified) of each page, so that a site need not send an unchanged page again.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFile } from "../../core/cache-file.js";
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
    this.#answers = readAnswers(this.#file);
  }

  /** @returns what to send with the request for a page whose file has this text: nothing if its last answer gave another text */
  of({ href }: URL, text: string): Validators {
    const known = this.#answers[href];
    return known?.digest === this.#digest(text) ? known.validators : {};
  }

  /** Remembers an answer. @param text what it gave in the snapshot */
  note({ href }: URL, validators: Validators, text: string): void {
    this.#answers[href] = { validators, digest: this.#digest(text) };
  }

  save(): void {
    if (this.#file === undefined) return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(this.#file, JSON.stringify(this.#answers));
    } catch {
      // Without the cache the next pull fetches every page.
    }
  }

  #digest = (text: string): string => createHash("sha256").update(this.#tools).update(text).digest("hex");
}

function readAnswers(file: string | undefined): Record<string, KnownAnswer> {
  try {
    // Only this module writes the file.
    return file === undefined ? {} : (JSON.parse(readFileSync(file, "utf8")) as Record<string, KnownAnswer>);
  } catch {
    return {};
  }
}
