// The altered reads: each differs in one header from what was accepted, to learn which headers matter.
import { answerText, acceptedUnit, type Tried } from "./unit.js";
import { newStamp, type Change, type Reading, type Stamp, type Unit } from "./read.js";

export type Question = "wrong signature" | "other unit" | "no nonce-str" | "no user-id" | "same nonce again";

/** One altered read and its answer. */
export interface Altered {
  question: Question;
  reading: Reading;
}

export const QUESTIONS: Readonly<Record<Question, string>> = {
  "wrong signature": "a signature of 32 zeros",
  "other unit": "the timestamp in the other unit, signed",
  "no nonce-str": "no header nonce-str, and signed without it",
  "no user-id": "no header user-id",
  "same nonce again": "the headers of the accepted read once more",
};

/**
 * Sends them one after the other. It ends early if an answer tells nothing, such as "too many requests".
 * @param stamp the one of the accepted read
 * @param send sends one read
 * @param pause waits before each read
 */
export async function alteredReads(
  tried: Tried,
  stamp: Stamp,
  now: () => number,
  send: (stamp: Stamp, change: Change) => Promise<Reading>,
  pause: () => Promise<void>,
): Promise<Altered[]> {
  const unit = acceptedUnit(tried);
  const other: Unit = unit === "s" ? "ms" : "s";
  const fresh = (): Stamp => newStamp(unit ?? "ms", now());
  const wrong = { question: "wrong signature", stamp: fresh, change: "wrong signature" } as const;
  // Without an accepted read, only a wrong signature tells something: whether the refusals were about the signature.
  const plan: readonly { question: Question; stamp: () => Stamp; change: Change }[] =
    unit === undefined
      ? [wrong]
      : [
          wrong,
          { question: "other unit", stamp: () => newStamp(other, now()), change: "nothing" },
          { question: "no nonce-str", stamp: fresh, change: "no nonce-str" },
          { question: "no user-id", stamp: fresh, change: "no user-id" },
          { question: "same nonce again", stamp: () => stamp, change: "nothing" },
        ];
  const done: Altered[] = [];
  for (const { question, stamp: make, change } of plan) {
    const known = question === "other unit" ? tried.get(other) : undefined;
    if (known === undefined) await pause();
    const reading = known ?? (await send(make(), change));
    done.push({ question, reading });
    if (reading.verdict === "unclear") break;
  }
  return done;
}

export const alteredText = ({ question, reading }: Altered): string =>
  `With ${QUESTIONS[question]}: ${answerText(reading)}.`;
