// What a finding says, and how it is fixed. Each kind has its words here.
import type { Difference, Finding, FindingKind } from "./finding.js";

type FindingWords = [message: string, fix: string];

const ACCEPT = "or record the contradiction in x-evidence.accepted";

/** A page without an id cannot be drafted. */
const draftFix = (command: string | undefined): string =>
  command === undefined
    ? "Save the page with its id in the file name, as in api-250313122.md, and compare again."
    : `Run \`${command}\`.`;

const WORDS: Record<FindingKind, (difference: Difference, name: string) => FindingWords> = {
  added: ({ says, allows }, name) =>
    allows === "fewer"
      ? [`${name} is new on the page (${says}, required)`, "Describe it and add it to `required`."]
      : [`${name} is new on the page (${says})`, "Describe it."],
  removed: ({ inExample }, name) => [
    inExample
      ? `${name} is gone from the page's table; only the example still shows it`
      : `${name} is gone from the page`,
    "Remove it, or record in x-evidence.accepted (facet: place) why it stays.",
  ],
  renamed: ({ says, at }) => [
    `\`${at}\` is likely called ${says} now`,
    `Rename it to ${says}. If they are two fields, describe the new one and remove the old one.`,
  ],
  type: ({ says, contract, allows, inExample, schema }, name) => [
    `${name} is ${allows === "fewer" ? "only " : ""}${says} on the page${inExample ? " in its example" : ""}, ${contract} in the contract`,
    `${schema === undefined ? "Remove the type" : `Write ${typeWords(schema)}`}, ${ACCEPT}.`,
  ],
  nullable: ({ allows, inExample }, name) =>
    allows === "more"
      ? [
          `${name} may be null on the page${inExample ? ", by its example" : ""}, never in the contract`,
          'Add "null" to the type.',
        ]
      : [
          `${name} is never null on the page, and may be null in the contract`,
          `Remove "null" from the type, ${ACCEPT}.`,
        ],
  required: ({ says, contract, allows, notKnown }, name) => [
    `${name} is marked ${says} on the page, and ${contract} in the contract`,
    [
      ...(allows === "fewer" ? ["Add it to `required`."] : notKnown ? [] : ["Remove it from `required`."]),
      ...(notKnown ? ["Remove `x-required: unknown`."] : []),
    ].join(" "),
  ],
  format: ({ says, contract }, name) => [
    `${name} has the format ${says} on the page, ${contract} in the contract`,
    `Write \`format: ${says}\`, or the format that spec/README.md asks for instead.`,
  ],
  enum: ({ says, contract, value, closed, allows }, name) => {
    if (value === undefined) {
      const fix = "Write the values as `enum`, and remove `x-extensible-enum` if it is there.";
      return [`${name} may be ${says} on the page, and ${contract} in the contract`, fix];
    }
    return allows === "more" || allows === "in addition"
      ? [
          `${name} may be "${value}" on the page; the contract does not list the value`,
          `Add "${value}" to ${closed ? "enum" : "x-extensible-enum"}.`,
        ]
      : [
          `${name} may be "${value}" in the contract; the page does not list the value`,
          `Remove "${value}", ${ACCEPT}.`,
        ];
  },
  moved: ({ says, contract }) => [
    `The page describes ${says}, the contract ${contract}`,
    "Move the file, its $ref in openapi.yaml and the path in navigation.yaml; keep the operationId.",
  ],
  status: ({ says, contract }) => [
    `The page is marked ${says}, the contract says ${contract}`,
    `Write \`status: ${says}\` here.`,
  ],
  modified: ({ says, contract }) => [
    `The page was modified on ${says}, the contract rests on the version of ${contract}`,
    `Check the page, then write \`modified: "${says}"\` here.`,
  ],
  "page gone": ({ contract }) => [
    `The site no longer lists ${contract}`,
    "Check whether the endpoint still answers. Name the page that shows it now, or remove it.",
  ],
  "page changed": ({ facet, before, says }, name) => [
    `${facet === undefined ? name : `The ${facet} of ${name}`} (${before} before, ${says} now) changed on the page; the contract allows it`,
    "Check whether the contract has to say so too. If not, nothing is left to do.",
  ],
  "not covered": ({ says, title, draft }) => [`${says} ("${title}") has no entry in navigation.yaml`, draftFix(draft)],
  "now visible": ({ says, place, title, draft, schema }, name) =>
    place === ""
      ? [`${says} is visible now; navigation.yaml has no path for "${title}"`, draftFix(draft)]
      : schema === undefined
        ? [
            `${name} is visible on the page; the contract says that no page shows it`,
            "Describe what the page shows, and update x-evidence (complete or partial).",
          ]
        : [
            `${name} is ${says} on the page; the contract has no type, because no page showed it`,
            `Write ${typeWords(schema)}.`,
          ],
  "stale acceptance": ({ value, facet }, name) => [
    `The page no longer says "${value}" of ${name} (${facet})`,
    "Remove the entry from x-evidence.accepted, and what the contract says because of it.",
  ],
};

/** The words of a difference. */
export function wordsOf(difference: Difference): Pick<Finding, "message" | "fix"> {
  const [message, fix] = WORDS[difference.kind](difference, `\`${difference.place}\``);
  return { message, fix };
}

/** Types as they are written in a schema. */
function typeWords({ types, nullable }: NonNullable<Difference["schema"]>): string {
  const words = [...new Set(types), ...(nullable ? ['"null"'] : [])];
  return words.length === 1 && !nullable ? `\`type: ${words.join("")}\`` : `\`type: [${words.join(", ")}]\``;
}
