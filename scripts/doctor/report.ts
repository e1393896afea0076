// The report of `pandapon doctor`: what the reads prove about the open questions. It holds no secret and no data.
import { QUESTIONS, type AlteredRead, type Question } from "./altered.js";
import type { Skew } from "./connection.js";
import { READ, type SignedRead, type TimestampUnit } from "./read.js";
import { acceptedUnit, refusalOf, type Tried } from "./unit.js";

export interface Findings {
  tried: Tried;
  /** Empty if they were not asked for. */
  altered: readonly AlteredRead[];
  skew?: Skew;
}

/** @param host the host of the base URL */
export function markdown(findings: Findings, host: string, day: string): string {
  const { tried, altered, skew } = findings;
  const reads: [string, SignedRead][] = [
    ...[...tried].map(([unit, reading]): [string, SignedRead] => [`signed by the rule, timestamp in ${unit}`, reading]),
    ...altered.map(({ question, unit, reading }): [string, SignedRead] => [
      `${QUESTIONS[question]}, in ${unit}`,
      reading,
    ]),
  ];
  return [
    "# What a signed read proves",
    "",
    `\`pandapon doctor\` sent \`${READ}\` to ${host} on ${day}. This report holds no credential, no signature and no data.`,
    "",
    "| question | answer |",
    "|---|---|",
    ...conclusions(findings).map((row) => `| ${row.join(" | ")} |`),
    ...(skew ? [`| clock against the server's | ${Math.round(skew.ms / 1000)} s |`] : []),
    "",
    "| read | result | HTTP status | code | msg |",
    "|---|---|---|---|---|",
    ...reads.map(([what, { verdict, status, code, msg }]) => {
      const shown = verdict === "accepted" ? "" : inCell(msg);
      return `| ${what} | ${verdict} | ${status ?? ""} | ${inCell(code)} | ${shown} |`;
    }),
    "",
  ].join("\n");
}

function conclusions({ tried, altered }: Findings): [question: string, answer: string][] {
  const readingOf = (question: Question): SignedRead | undefined =>
    altered.find((one) => one.question === question)?.reading;
  const needed = (question: Question): string => {
    const reading = readingOf(question);
    return reading === undefined
      ? "not tried"
      : { accepted: "no", refused: "yes", unclear: "not proved" }[reading.verdict];
  };
  return [
    ["Is UPPER(hex(MD5(accessKey + timestamp + nonce + accessSecret))) right?", ruleAnswer(tried, altered)],
    ["Which unit of the timestamp is accepted?", unitAnswer(acceptedUnit(tried), readingOf("other unit"))],
    ["Is the header signature needed and checked?", needed("wrong signature")],
    ["Is the header nonce-str needed?", needed("no nonce-str")],
    ["Is the header user-id needed?", needed("no user-id")],
    ["Is a nonce refused the second time?", needed("same nonce again")],
  ];
}

function ruleAnswer(tried: Tried, altered: readonly AlteredRead[]): string {
  const wrong = altered.filter(({ question }) => question === "wrong signature");
  if (acceptedUnit(tried) !== undefined) {
    const verdict = wrong[0]?.reading.verdict;
    if (verdict === "refused") return "yes: it was accepted, and a wrong signature was refused";
    if (verdict === "accepted") return "not proved: a wrong signature was accepted too";
    return "accepted; whether a wrong signature is refused is not known";
  }
  if (wrong.length === 0 || wrong.some(({ reading }) => reading.verdict !== "refused")) return "not proved";
  const told = wrong.filter(({ unit, reading }) => {
    const right = tried.get(unit);
    return right !== undefined && refusalOf(right) !== refusalOf(reading);
  });
  return told.length === 0
    ? "not accepted: a wrong signature is refused in the same way"
    : `perhaps, in ${told.map(({ unit }) => unit).join(" and ")}: a wrong signature is refused in another way`;
}

function unitAnswer(unit: TimestampUnit | undefined, other: SignedRead | undefined): string {
  if (unit === undefined) return "not proved";
  if (other === undefined) return `${unit}; the other was not tried`;
  return other.verdict === "accepted"
    ? "both"
    : other.verdict === "refused"
      ? unit
      : `${unit}; of the other nothing is proved`;
}

/**
 * Text of PandaPon for a cell of a table. What may be an id or data of people is replaced: addresses, long runs of digits, and
 * long words with digits.
 */
const inCell = (text = ""): string =>
  text
    .replaceAll(/\S+@\S+/g, "#")
    .replaceAll(/(?=[A-Za-z+/=_-]*\d)[\w+/=-]{16,}|\d[\d -]{5,}\d/g, "#")
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, " ")
    .replaceAll(/[\\`*_|<>[\]]/g, "\\$&");
