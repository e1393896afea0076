// The words of the site that are not in the contract, in English. A language replaces them: spec/translations/<language>/words.yaml.
export const ENGLISH = {
  /** The language as it calls itself, for the switch. */
  language: "English",
} as const satisfies Readonly<Record<string, string>>;

/** The same words in any language. */
export type Words = Readonly<Record<keyof typeof ENGLISH, string>>;
