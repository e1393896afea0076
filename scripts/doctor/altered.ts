// The altered reads: each differs in one header from what was accepted, to learn which headers matter.
import { answerText, type Tried } from "./unit.js";
import type { Alteration, SignedRead, TimestampUnit } from "./read.js";

/** One altered read and its answer. */
export interface AlteredRead {
  alteration: Alteration;
  unit: TimestampUnit;
  reading: SignedRead;
}

export const ALTERATIONS: Readonly<Record<Alteration, string>> = {
  "wrong signature": "a signature of 32 zeros",
  "other unit": "the timestamp in the other unit, signed",
  "no nonce-str": "no header nonce-str, and signed without it",
  "no user-id": "no header user-id",
};

/**
 * Sends them one after the other. It ends early if an answer says nothing about the signature, such as "too many requests".
 * @param accepted the unit that was accepted
 * @param send sends one read, some time after the one before
 */
export async function alteredReads(
  tried: Tried,
  accepted: TimestampUnit,
  send: (unit: TimestampUnit, alteration: Alteration) => Promise<SignedRead>,
): Promise<AlteredRead[]> {
  const other: TimestampUnit = accepted === "s" ? "ms" : "s";
  const done: AlteredRead[] = [];
  for (const alteration of ["wrong signature", "other unit", "no nonce-str", "no user-id"] as const) {
    const unit = alteration === "other unit" ? other : accepted;
    const before = alteration === "other unit" ? tried.get(other) : undefined;
    const reading = before ?? (await send(unit, alteration));
    done.push({ alteration, unit, reading });
    if (reading.verdict === "unclear") break;
  }
  return done;
}

export const alteredText = ({ alteration, unit, reading }: AlteredRead): string =>
  `With ${ALTERATIONS[alteration]} (${unit}): ${answerText(reading)}.`;
