// The published bundle, and the names that its parts should have in any tool.
import { readFileSync } from "node:fs";
import path from "node:path";
import { isLosslessNumber, parse } from "lossless-json";
import { ROOT } from "../support/fetch-packages.mjs";

export const JSON_FILE = path.join(ROOT, "generated/openapi.json");
export const YAML_FILE = path.join(ROOT, "generated/openapi.yaml");

/** Its numbers are LosslessNumbers, so that examples keep their digits. @type {any} */
const bundle = parse(readFileSync(JSON_FILE, "utf8"));

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
export const capital = (/** @type {string} */ word) => word.charAt(0).toUpperCase() + word.slice(1);
export const uncapital = (/** @type {string} */ word) => word.charAt(0).toLowerCase() + word.slice(1);

/**
 * @typedef {object} Operation
 * @property {string} id
 * @property {string} name the id as one word: `AlibabaOrdersCancel`
 * @property {string} method
 * @property {string} path
 * @property {any} operation as the bundle has it
 */
/** @type {Operation[]} */
export const operations = Object.entries(bundle.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => method in item).map((method) => {
    const operation = item[method];
    const name = operation.operationId.split(".").map(capital).join("");
    return { id: operation.operationId, name, method, path, operation };
  }),
);

/** `alibabaOrdersCancel`: most generators name a function so. */
export const functionNames = operations.map(({ name }) => uncapital(name));

/** `AlibabaOrdersCancelRequest` and `AlibabaOrdersCancelResponse`, of each operation that has one. */
export const requestsAndResponses = operations.flatMap(({ name, operation }) => [
  ...(operation.requestBody === undefined ? [] : [`${name}Request`]),
  `${name}Response`,
]);

export const componentNames = new Set(Object.keys(bundle.components.schemas));

/** The tags that have operations. */
export const tags = [...new Set(operations.map(({ operation }) => operation.tags[0]))];

/** Names that a tool made up, or that no programming language takes. */
const isBad = (/** @type {string} */ name) => /^_?\d|^_?Inline/i.test(name);

/**
 * @param {string} what
 * @param {Iterable<string>} found
 * @param {string[]} expected
 * @returns {string[]} what is wrong with the names
 */
export function nameProblems(what, found, expected) {
  const names = new Set(found);
  const missing = expected.filter((name) => !names.has(name));
  const bad = [...names].filter(isBad);
  return [
    ...(missing.length > 0 ? [`no ${what} ${list(missing)}`] : []),
    ...(bad.length > 0 ? [`bad names: ${list(bad)}`] : []),
  ];
}

/** @param {string[]} all @returns {string} the first of them, and how many more there are */
export function list(all) {
  const shown = all.slice(0, 5).join(", ");
  return all.length > 5 ? `${shown} and ${all.length - 5} more` : shown;
}

/** @param {any} value @returns {any} what a `$ref` leads to */
function resolved(value) {
  if (value?.$ref === undefined) return value;
  /** @type {string[]} */
  const steps = value.$ref.slice(2).split("/");
  return resolved(steps.reduce((place, step) => place[step.replaceAll("~1", "/").replaceAll("~0", "~")], bundle));
}

/** @param {any} holder a media type or a parameter */
const exampleOf = ({ example, examples }) => example ?? resolved(Object.values(examples ?? {})[0])?.value;

/** @param {any} holder a request body or an answer */
export const bodyExample = (holder) => exampleOf(resolved(holder).content["application/json"]);

/** The parameters of an operation with the texts of their examples. @param {any} operation */
export const parametersOf = ({ parameters = [] }) =>
  parameters.map(resolved).map((/** @type {any} */ parameter) => ({
    in: parameter.in,
    name: parameter.name,
    value: exampleOf(parameter) ?? resolved(parameter.schema).examples[0],
    isAlternative: parameter["x-alternative"] !== undefined,
  }));

/** What proves who calls an operation, by the name of its security scheme. @param {any} operation */
export const proofsOf = ({ security = bundle.security }) =>
  Object.keys(security[0]).map((scheme) => {
    const { in: where, name } = bundle.components.securitySchemes[scheme];
    return { in: where, name, scheme };
  });

/** The example of each request and answer, by the name of its schema. @type {[string, unknown][]} */
export const examples = operations.flatMap(({ name, operation: { requestBody, responses } }) => [
  ...(requestBody === undefined
    ? []
    : [/** @type {[string, unknown]} */ ([`${name}Request`, bodyExample(requestBody)])]),
  [`${name}Response`, bodyExample(responses["200"])],
]);

/**
 * @param {unknown} value
 * @param {string} [place]
 * @returns {string[]} the places of integers that a number of JavaScript cannot hold, such as `,orderIds,0`
 */
export function unsafePlaces(value, place = "") {
  if (isLosslessNumber(value)) return Number.isSafeInteger(Number(value.value)) ? [] : [place];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unsafePlaces(part, `${place},${key}`));
}
