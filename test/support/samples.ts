// The code samples of the docs, for every operation and webhook of the committed bundle.
import path from "node:path";
import { readBundleFile } from "../../scripts/dist/core/bundle-file.js";
import { operationsOf, type Document, type WholeOperation } from "../../scripts/dist/core/openapi.js";
import { targetIn } from "../../scripts/dist/core/schema-view.js";
import { samplesOf, webhookSamplesOf, type Sample } from "../../scripts/dist/docs/samples/index.js";
import { ROOT } from "./run.js";

/** The bundle as the docs read it. What is read without a look has been checked. */
export const readDocument = (): Document =>
  readBundleFile(path.join(ROOT, "generated/openapi.yaml")) as unknown as Document;

export interface Sampled {
  id: string;
  samples: Sample[];
}

const sampled = (
  items: Document["paths"],
  document: Document,
  of: (whole: WholeOperation, document: Document) => Sample[],
): Sampled[] =>
  [...operationsOf(items, targetIn(document))].map((whole) => ({
    id: whole.operation.operationId,
    samples: of(whole, document),
  }));

export const operationSamples = (document: Document): Sampled[] => sampled(document.paths, document, samplesOf);
export const webhookSamples = (document: Document): Sampled[] => sampled(document.webhooks, document, webhookSamplesOf);

/** The sample of a language. */
export function sampleIn(samples: readonly Sample[], label: string): string {
  const found = samples.find((one) => one.label === label);
  if (found === undefined) throw new Error(`there is no sample in ${label}`);
  return found.source;
}

/** The samples of an operation with another example of its body. */
export function samplesWithBody(document: Document, id: string, example: unknown): Sample[] {
  const whole = [...operationsOf(document.paths, targetIn(document))].find((one) => one.operation.operationId === id);
  const content = whole?.operation.requestBody?.content?.["application/json"];
  if (whole === undefined || content === undefined) throw new Error(`${id} takes no body`);
  const requestBody = { content: { "application/json": { ...content, example } } };
  return samplesOf({ ...whole, operation: { ...whole.operation, requestBody } }, document);
}
