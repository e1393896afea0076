// The report of `pandapon doctor`: what the reads prove about the open questions. It holds no secret and no data.
import type { Altered, Question } from "./altered.js";
import { QUESTIONS } from "./altered.js";
import type { Skew } from "./connection.js";
import { READ, type Reading } from "./read.js";
import { acceptedUnit, refusalOf, type Tried } from "./unit.js";

export interface Findings {
  tried: Tried;
  /** Empty if they were not asked for. */
  altered: readonly Altered[];
  skew?: Skew;
}

/** @param host the host of the base URL */
export function markdown(findings: Findings, host: string, day: string): string {
  const { tried, altered, skew } = findings;
  const reads: [string, Reading][] = [
    ...[...tried].map(([unit, reading]): [string, Reading] => [`signed by the rule, timestamp in ${unit}`, reading]),
    ...altered.map(({ question, reading }): [string, Reading] => [QUESTIONS[question], reading]),
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
  const unit = acceptedUnit(tried);
  const found = new Map<Question, Reading>(altered.map(({ question, reading }) => [question, reading]));
  const verdict = (question: Question): Reading["verdict"] | undefined => found.get(question)?.verdict;
  const wrong = found.get("wrong signature");
  const alike = wrong && [...tried.values()].some((reading) => refusalOf(reading) === refusalOf(wrong));
  const signature =
    unit === undefined
      ? wrong?.verdict !== "refused"
        ? "not proved"
        : alike
          ? "not accepted: a wrong signature is refused in the same way"
          : "perhaps: the refusal is another one than that of a wrong signature"
      : wrong?.verdict === "refused"
        ? "yes: it was accepted, and a wrong signature was refused"
        : wrong?.verdict === "accepted"
          ? "not proved: a wrong signature was accepted too"
          : "accepted; whether a wrong signature is refused was not tried";
  const needed = (question: Question): string => {
    const told = verdict(question);
    return told === "accepted" ? "no" : told === "refused" ? "yes" : told === undefined ? "not tried" : "not proved";
  };
  const both = verdict("other unit") === "accepted";
  const unitText = unit === undefined ? "not proved" : both ? "both" : unit;
  return [
    ["Is UPPER(hex(MD5(accessKey + timestamp + nonce + accessSecret))) right?", signature],
    [
      "Which unit of the timestamp is accepted?",
      `${unitText}${unit && !found.has("other unit") ? "; the other was not tried" : ""}`,
    ],
    ["Is the header signature needed and checked?", needed("wrong signature")],
    ["Is the header nonce-str needed?", needed("no nonce-str")],
    ["Is the header user-id needed?", needed("no user-id")],
    ["Is a nonce refused the second time?", needed("same nonce again")],
  ];
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
