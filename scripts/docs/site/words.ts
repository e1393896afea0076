// The words of the site that are not in the contract, in English. A language replaces them: spec/translations/<language>/words.yaml.
// `{name}` stands for a value. Texts are Markdown where a sentence is, and plain where a title is.

export const ENGLISH = {
  /** The language as it calls itself, for the switch. */
  language: "English",

  // Around the pages.
  siteTitle: "PandaPon OpenAPI",
  skip: "Skip to the content",
  menu: "All pages",
  guide: "Guide",
  languages: "Languages",
  reference: "Open in the interactive reference",
  asMarkdown: "This page as Markdown",
  staticSection: "This section as a plain page",
  staticPage: "This operation as a plain page",
  staticPages: "Plain pages",
  downloads: "Downloads",
  notOfficial: "Not PandaPon's own documentation. Curated by hand from its pages.",
  /** For language models: where the API is. */
  hosts: "Base URL of all paths: {hosts}.",
  /** Behind a description that stays in English on a page of another language, and what it means. */
  untranslatedMark: "(EN)",
  untranslated: "Texts marked with (EN) are not translated yet.",
  untranslatedSection: "This section is not translated yet.",
  notFound: "Page not found",
  notFoundText: "There is no page at this address. Start at the [first page]({link}).",
  coverage: "Coverage",
  coverageText:
    "Every entry of PandaPon's navigation, in its order: what this contract describes, and why it does not describe the rest.",
  notDescribed: "Not described:",

  // The parts of an operation's page.
  parameters: "Parameters",
  requestBody: "Request body",
  message: "Message",
  answer: "Answer",
  requestExample: "Example request",
  responseExample: "Example answer",
  messageExample: "Example message",
  samples: "Code",
  field: "Field",
  type: "Type",
  mark: "Required",
  meaning: "Meaning",
  example: "Example",
  title: "Title",
  operation: "Operation",
  /** The title of an operation whose summary others have too. */
  titleInGroup: "{group}: {title}",
  /** If others of its group have it. */
  titleWithId: "{title} ({id})",
  known: "What is known",

  // The description of an operation.
  callAs: "Call it as `{call}`.",
  messageType: "The `messageType` is `{type}`.",
  reads: "It only reads.",
  writes: "It changes real data.",
  checkWith: "If the outcome is unknown, look with {operation} before you call again. {how}",
  checkWithNone: "If the outcome is unknown, no operation is known that tells what happened.",
  pagination: "The answer is one page of a list: `{page}` counts from {first}, `{size}` is how many to get.",
  success: "HTTP 200 and `code` 200 are not enough: look at `{flag}` of the answer too.",

  // What is known of an operation.
  evidence: "What is known:",
  restsOn: "Rests on [PandaPon's page]({page}), {modified}.",
  modified: "last changed {date}",
  modifiedUnknown: "whose date is not visible",
  pageFrom: "The page's address is concluded from the order of PandaPon's navigation.",
  otherPages: "Also used: {pages}.",
  otherPage: "another page",
  "status.in-development": "PandaPon marks it as in development.",
  "status.deprecated": "PandaPon marks it as deprecated.",
  "status.unknown": "Whether PandaPon has released it is not visible.",
  visible: "{request}, {response}.",
  "request.complete": "Every field of the request is visible",
  "request.partial": "A part of the request is visible",
  "request.unknown": "The request is not visible",
  "response.complete": "every field of the answer is visible",
  "response.partial": "a part of the answer is visible",
  "response.unknown": "the answer is not visible",
  "message.complete": "Every field of the message is visible.",
  "message.partial": "A part of the message is visible.",
  "message.unknown": "The message is not visible.",
  contradictions: "Where PandaPon's pages disagree",
  contradictionCount: "Places where PandaPon's pages disagree: [{count}]({link}).",
  contradiction: "`{at}`: [a page]({page}) says {says}. {why}",
  contradictionEverywhere: "`{at}`: pages say {says}. {why}",
  // What pages say of a field, if it is not a type.
  "says.required": "required",
  "says.never null": "never null",
  "says.absent": "absent",

  // The generated parts of sections.
  missingTitle: "What is missing, by operation",
  undescribedTitle: "What is not described at all",
  contradictionsTitle: "Contradictions that this contract accepts",
  contradictionsText:
    "Pages say different things about these places, or a page contradicts its own example. The contract takes both. `response` is the answer, and a star is each item of a list.",
  /** Before the contradictions of shapes that several operations share. */
  sharedShapes: "Shapes that several operations share",
  changesHeading: "{date}: version {version}",
  changesBreaking: "Breaking",
  changesAdded: "Added",
  changesDocumentation: "Documentation",
  /** Behind a step of a flow, where it is written as a list. */
  flowOutside: "(outside of this API)",

  // The description of a field.
  required: "required",
  optional: "optional",
  markUnknown: "not known if required",
  markUnknownNote: "No page shows whether it is required.",
  unit: "Unit: {unit}.",
  "unit.fen": "fen (1/100 yuan)",
  "unit.yuan": "yuan",
  "unit.ms": "milliseconds",
  "unit.s": "seconds",
  knownValues: "Known values: {values}. Others can occur.",
  closedValues: "One of {values}.",
  open: "More fields than these can occur.",
  alternativeBody: "Some pages show it in the body. Send it in one place.",
  textId: "It may hold letters, although this name is an integer elsewhere.",
  "basis.example": "Known from an example; no table lists it.",
  "basis.v2": "Known from a page of the v2 API.",
  "basis.manual": "Known from PandaPon's development manual.",
  "basis.inferred": "A conclusion; no page prints it.",
  "basis.upstream": "Not PandaPon's word: the platform behind it has this.",
  "basis.client": "Not PandaPon's word: a client of the same paths reads this.",
  "basis.observed": "Not PandaPon's word: seen in an answer.",
  basisPage: "([page]({page}))",
  recursive: "The same shape as the one around it.",

  // The type of a field.
  "type.id": "integer id",
  "type.textId": "id as text",
  "type.integer": "integer",
  "type.number": "number",
  "type.boolean": "boolean",
  "type.string": "text",
  "type.object": "object",
  "type.array": "list",
  "type.null": "null",
  "type.json": "text that holds JSON",
  "type.any": "not known",
  "type.listOf": "list: {items}",
  "type.or": "{one} or {other}",
} as const satisfies Readonly<Record<string, string>>;

/** The same words in any language. */
export type Words = Readonly<Record<keyof typeof ENGLISH, string>>;

/** A text with its placeholders filled. A placeholder without a value stays, so that a misspelt one is seen. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );

/** Sentences one after the other. Chinese has no space between them. */
export const sentences = (texts: readonly (string | undefined)[]): string =>
  texts
    .filter(Boolean)
    .join(" ")
    .replaceAll(/(?<=[。：；，！？）]) /g, "");

/** A word whose name ends in a value of the contract: `unit.fen`. */
export const wordOf = (words: Words, kind: string, value: unknown): string | undefined =>
  (words as Readonly<Record<string, string>>)[`${kind}.${String(value)}`];

/** What a page says of a field: a word of the contract that the site has too, such as a type, or a text of the contract. */
export const saysWord = (says: string, words: Words): string | undefined =>
  wordOf(words, "says", says) ?? wordOf(words, "type", says);
