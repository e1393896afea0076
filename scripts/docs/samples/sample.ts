// What a sample is, and the languages that there are samples in.

/** A call of an operation as a program. */
export interface Sample {
  /** As Redoc and highlighters call the language: `typescript`, `bash`, `python`, `java`. */
  lang: string;
  /** The title of its tab: `TypeScript`, `TypeScript (openapi-fetch)`, `curl`, `Python`, `Java`. */
  label: string;
  source: string;
}

/**
 * The languages in the order of their tabs, as Redoc's option `openapi.codeSamples.languages` takes them. Redoc drops a sample
 * whose label, or `lang` if it has none, is not in this list.
 */
export const SAMPLE_LANGUAGES = [
  { lang: "typescript", label: "TypeScript" },
  { lang: "typescript", label: "TypeScript (openapi-fetch)" },
  { lang: "bash", label: "curl" },
  { lang: "python", label: "Python" },
  { lang: "java", label: "Java" },
] as const;

export type SampleLabel = (typeof SAMPLE_LANGUAGES)[number]["label"];
