// Code samples: a call of an operation as a program of each language, with the example of the contract.
import type { Document, WholeOperation } from "../../core/openapi.js";
import { curlPush, curlSample } from "./curl.js";
import { javaSample } from "./java.js";
import { pythonSample } from "./python.js";
import { requestOf } from "./request.js";
import { methodSample, pathSample, webhookSample } from "./typescript.js";

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

type SampleLabel = (typeof SAMPLE_LANGUAGES)[number]["label"];

/**
 * Each sample is a whole program. It reads the credentials from `PANDAPON_ACCESS_KEY`, `PANDAPON_ACCESS_SECRET` and
 * `PANDAPON_USER_ID`, and the server from `PANDAPON_BASE_URL`, which may be that of a sandbox. It prints the answer with every digit,
 * and ends with a status other than 0 if the call failed.
 * @param whole an operation of the bundle, with the marks of ours: they tell which values are ids
 * @param document the bundle: its integers beyond 2^53 are bigints
 */
export function samplesOf(whole: WholeOperation, document: Document): Sample[] {
  const request = requestOf(whole, document);
  return samples({
    TypeScript: methodSample(request),
    "TypeScript (openapi-fetch)": pathSample(request),
    curl: curlSample(request),
    Python: pythonSample(request),
    Java: javaSample(request),
  });
}

/**
 * A receiver of a webhook, and a test push to it with the example of the contract.
 * @param whole a webhook of the bundle; its key is the message type
 */
export function webhookSamplesOf(whole: WholeOperation, document: Document): Sample[] {
  return samples({ TypeScript: webhookSample(whole.key), curl: curlPush(requestOf(whole, document).body) });
}

/** In the order of their tabs. */
const samples = (sources: Partial<Record<SampleLabel, string>>): Sample[] =>
  SAMPLE_LANGUAGES.flatMap(({ lang, label }) => {
    const source = sources[label];
    return source === undefined ? [] : [{ lang, label, source }];
  });
