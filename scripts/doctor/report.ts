// The report of `pandapon doctor`: what the reads prove about the open questions. It holds no secret and no data.
import { ALTERATIONS, type AlteredRead } from "./altered.js";
import type { Skew } from "./connection.js";
import { pushAnswer } from "./push.js";
import { READ, type Alteration, type SignedRead } from "./read.js";
import { acceptedUnit, type Tried } from "./unit.js";
import type { PushCheck } from "../webhooks/index.js";

export interface Findings {
  tried: Tried;
  /** Empty if they were not asked for. */
  altered: readonly AlteredRead[];
  skew?: Skew;
  /** Only if a recorded push was given. */
  push?: PushCheck;
}

/** @param host the host of the base URL */
export function markdown(findings: Findings, host: string, day: string): string {
  const { tried, altered, skew, push } = findings;
  const reads: [string, SignedRead][] = [
    ...[...tried].map(([unit, reading]): [string, SignedRead] => [`signed by the rule, timestamp in ${unit}`, reading]),
    ...altered.map(({ alteration, unit, reading }): [string, SignedRead] => [
      `${ALTERATIONS[alteration]}, in ${unit}`,
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
    ...(push ? [`| What is signed of a push? | ${pushAnswer(push)} |`] : []),
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
  const verdictOf = (alteration: Alteration): SignedRead["verdict"] | "not tried" =>
    altered.find((one) => one.alteration === alteration)?.reading.verdict ?? "not tried";
  const needed = (alteration: Alteration): string =>
    ({ accepted: "no", refused: "yes", unclear: "not proved", "not tried": "not tried" })[verdictOf(alteration)];
  const unit = acceptedUnit(tried);
  return [
    [
      "Is UPPER(hex(MD5(accessKey + timestamp + nonce + accessSecret))) right?",
      unit === undefined
        ? "not proved"
        : {
            accepted: "not proved: a wrong signature was accepted too",
            refused: "yes: it was accepted, and a wrong signature was refused",
            unclear: "accepted; whether a wrong signature is refused is not known",
            "not tried": "accepted; whether a wrong signature is refused is not known",
          }[verdictOf("wrong signature")],
    ],
    [
      "Which unit of the timestamp is accepted?",
      unit === undefined
        ? "not proved"
        : {
            accepted: "both",
            refused: unit,
            unclear: `${unit}; the other is not proved`,
            "not tried": `${unit}; the other was not tried`,
          }[verdictOf("other unit")],
    ],
    ["Is the header signature needed and checked?", needed("wrong signature")],
    ["Is the header nonce-str needed?", needed("no nonce-str")],
    ["Is the header user-id needed?", needed("no user-id")],
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
