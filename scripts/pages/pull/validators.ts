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

export type KnownAnswers = ReturnType<typeof openKnownAnswers>;

/** @param spec the contract's folder, absolute */
export function openKnownAnswers(spec: string) {
  const file = cacheFile(spec, "pages-");
  const tools = fingerprintTools();
  const digestOf = (text: string): string => createHash("sha256").update(tools).update(text).digest("hex");
  // Only this module writes the file.
  const answers = (readCache(file) ?? {}) as Record<string, KnownAnswer>;
  return {
    /** What to send for a page whose file has this text: nothing if the last answer gave another text. */
    of: ({ href }: URL, text: string): Validators =>
      answers[href]?.digest === digestOf(text) ? answers[href].validators : {},
    /** Remembers an answer, and what it gave in the snapshot. */
    note({ href }: URL, validators: Validators, text: string): void {
      answers[href] = { validators, digest: digestOf(text) };
    },
    save: (): void => writeCache(file, answers),
  };
}
