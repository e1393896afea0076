// The altered reads: each differs in one header from what was accepted, to learn which headers matter.
import { answerText, acceptedUnit, type Tried } from "./unit.js";
import { newStamp, type HeaderChange, type SignedRead, type SignedStamp, type TimestampUnit } from "./read.js";

export type Question = "wrong signature" | "other unit" | "no nonce-str" | "no user-id" | "same nonce again";

/** One altered read and its answer. */
export interface AlteredRead {
  question: Question;
  unit: TimestampUnit;
  reading: SignedRead;
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
  stamp: SignedStamp,
  now: () => number,
  send: (stamp: SignedStamp, change: HeaderChange) => Promise<SignedRead>,
  pause: () => Promise<void>,
): Promise<AlteredRead[]> {
  const unit = acceptedUnit(tried);
  const other: TimestampUnit = unit === "s" ? "ms" : "s";
  const wrong = (of: TimestampUnit): AlteredStep => ({
    question: "wrong signature",
    unit: of,
    change: "wrong signature",
  });
  const plan: readonly AlteredStep[] =
    unit === undefined
      ? // Whether the refusals were about the signature. Which headers matter cannot be told.
        [...tried.keys()].map(wrong)
      : [
          wrong(unit),
          { question: "other unit", unit: other, change: "nothing" },
          { question: "no nonce-str", unit, change: "no nonce-str" },
          { question: "no user-id", unit, change: "no user-id" },
          { question: "same nonce again", unit, change: "nothing", stamp },
        ];
  const done: AlteredRead[] = [];
  for (const { question, unit: own, change, stamp: given } of plan) {
    let reading = question === "other unit" ? tried.get(other) : undefined;
    if (reading === undefined) {
      await pause();
      reading = await send(given ?? newStamp(own, now()), change);
    }
    done.push({ question, unit: own, reading });
    if (reading.verdict === "unclear") break;
  }
  return done;
}

interface AlteredStep {
  question: Question;
  unit: TimestampUnit;
  change: HeaderChange;
  /** Default: a new one. */
  stamp?: SignedStamp;
}

export const alteredText = ({ question, unit, reading }: AlteredRead): string =>
  `With ${QUESTIONS[question]} (${unit}): ${answerText(reading)}.`;
