// The methods of the client and the types of their inputs and results, as declarations.
import {
  CLIENT_METHODS,
  operationsOf,
  type CheckWith,
  type Document,
  type Operation,
  type WholeOperation,
} from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { targetIn } from "../core/schema-view.js";
import { answerOf, resultOf } from "./calls.js";
import { callTypes, quoted, type CallTypes } from "./call-types.js";

interface ClientMethod extends WholeOperation {
  types: CallTypes;
}

/** Methods and further groups, by name. */
interface MethodGroup extends Map<string, MethodGroup | ClientMethod> {}

/**
 * Compiles a bundle into `methods.d.ts`, without a banner.
 * @param core where the file imports the types of calls from
 * @param schema where it imports the types of the contract from
 * @throws Failure with code 1 if one operationId is the beginning of another, because it cannot be both a method and a group, or
 * if one begins as a method that every client has
 */
export function compileMethods(document: Document, core: string, schema = "./schema.js"): string {
  const methods = [...operationsOf(document.paths, targetIn(document))]
    .map((whole): ClientMethod => ({ ...whole, types: callTypes(whole.operation, document) }))
    .sort((a, b) => (a.operation.operationId < b.operation.operationId ? -1 : 1));
  const paged = methods.filter(({ types }) => types.item !== undefined);
  const calls = [
    ...(paged.length < methods.length ? ["Call"] : []),
    "CallOptions",
    ...(paged.length > 0 ? ["ListCall"] : []),
  ];
  const observed = ["Observed", "ObservedOperation", "WithObserved"];
  return [
    `import type { ${[...calls, ...observed].join(", ")} } from ${quoted(core)};`,
    // A contract of operations without inputs and described answers has no type from there.
    ...(methods.some(({ types: { input, result } }) => `${input}${result}`.includes("operations["))
      ? [`import type { operations } from ${quoted(schema)};`]
      : []),
    "",
    "/** The input and the result of each operation, by operationId. */",
    "export interface OperationTypes {",
    ...methods.map((one) => `  ${typesEntry(one)}`),
    "}",
    "",
    "/** The inputs of an operation: path, query and body as one object. */",
    `export type Input<Id extends keyof OperationTypes> = ${withObserved("input")};`,
    "",
    "/** What the method of an operation returns: the `data` of the answer, or the whole answer if it has no `data`. */",
    `export type Result<Id extends keyof OperationTypes> = ${withObserved("result")};`,
    "",
    ...(paged.length > 0 ? itemTypes(paged) : []),
    "/** One method per operation, named by its operationId. */",
    `export interface Methods ${groupType(grouped(methods))}`,
    "",
    "/** The operation of each method and path. `request` takes its types from here. */",
    "export interface Routes {",
    ...methods.map((one) => `  ${routesEntry(one, document)}`),
    "}",
    "",
  ].join("\n");
}

/** Written out: an alias for all of it would cost each program that calls a method. */
function withObserved(part: "input" | "result"): string {
  const said = `OperationTypes[Id][${quoted(part)}]`;
  const seen = `(Observed[Id] & ObservedOperation)[${quoted(part)}]`;
  return `unknown extends ${seen} ? ${said} : WithObserved<${said}, ${seen}>`;
}

const typesEntry = ({ operation, types: { input, result, item } }: ClientMethod): string =>
  `${quoted(operation.operationId)}: { input: ${input}; result: ${result};${item === undefined ? "" : ` item: ${item};`} };`;

function routesEntry({ operation, method, key }: ClientMethod, document: Document): string {
  const { operationId: id } = operation;
  const call = `Methods${id
    .split(".")
    .map((word) => `[${quoted(word)}]`)
    .join("")}`;
  const result = quoted(resultOf(answerOf(operation), document));
  return `${quoted(`${method.toUpperCase()} ${key}`)}: { id: ${quoted(id)}; call: ${call}; result: ${result}; };`;
}

const itemTypes = (paged: ClientMethod[]): string[] => [
  "/** The operations that return a list in pages. */",
  `export type ListId = ${paged.map(({ operation }) => quoted(operation.operationId)).join(" | ")};`,
  "",
  "/** One record of a list that is returned in pages. */",
  `export type Item<Id extends ListId> = OperationTypes[Id]["item"];`,
  "",
];

/** `alibaba.refunds.create` is the method `create` of the group `refunds` of the group `alibaba`. */
function grouped(methods: ClientMethod[]): MethodGroup {
  const root: MethodGroup = new Map();
  for (const method of methods) {
    const id = method.operation.operationId;
    const words = id.split(".");
    const name = words.pop() ?? id;
    let group = root;
    if (CLIENT_METHODS.has(words[0] ?? name)) throw reserved(id);
    for (const word of words) {
      const next = group.get(word) ?? new Map<string, MethodGroup | ClientMethod>();
      if (!(next instanceof Map)) throw clash(next.operation, method.operation);
      group.set(word, next);
      group = next;
    }
    // No group has this name yet: in code unit order, a name comes before the names that begin with it.
    group.set(name, method);
  }
  return root;
}

const reserved = (id: string): Failure =>
  new Failure(1, `operationId "${id}" begins with a method of every client. Begin it with another word.`);

const clash = (one: Operation, other: Operation): Failure =>
  new Failure(
    1,
    `operationId "${one.operationId}" and "${other.operationId}" cannot both be called: one is the beginning of the other. Rename one of the two.`,
  );

function groupType(group: MethodGroup): string {
  const members = [...group].map(([name, member]) =>
    member instanceof Map ? `readonly ${name}: ${groupType(member)};` : methodType(name, member),
  );
  return `{\n${members.join("\n").replaceAll(/^(?=.)/gm, "  ")}\n}`;
}

function methodType(name: string, method: ClientMethod): string {
  const { inputOptional, item } = method.types;
  const id = quoted(method.operation.operationId);
  const call = item === undefined ? `Call<Result<${id}>>` : `ListCall<Result<${id}>, Item<${id}>>`;
  return `${methodComment(method)}\n${memberName(name)}(input${inputOptional ? "?" : ""}: Input<${id}>, options?: CallOptions): ${call};`;
}

/** In an interface, a bare `new` is a constructor. */
const memberName = (name: string): string => (name === "new" ? quoted(name) : name);

function methodComment({ operation, method, key }: ClientMethod): string {
  const { summary, description } = operation;
  const effect =
    operation["x-effect"] === "read"
      ? "A read: retried after a temporary failure."
      : "A write: retried only if it was certainly never sent.";
  // A contract may be compiled before it is linted, so the evidence may be missing.
  const page = operation["x-evidence"]?.page;
  const check = checkInWords(operation["x-check-with"]);
  const paragraphs = [
    ...(summary === undefined ? [] : [sentence(summary)]),
    ...(description === undefined ? [] : [description]),
    ...(check === undefined ? [] : [check]),
    `\`${method.toUpperCase()} ${key}\`. ${effect}${page === undefined ? "" : `\n@see {@link ${page} | PandaPon's page}`}`,
  ];
  return comment(paragraphs.join("\n\n"));
}

/** What to do if a write failed and it is not known whether it took effect. */
const checkInWords = (check: CheckWith | undefined): string | undefined =>
  check === undefined
    ? undefined
    : check === "none"
      ? "If the outcome is unknown, no read is known that tells it."
      : `If the outcome is unknown, check with \`${check.operation}\`: ${check.how}`;

const sentence = (title: string): string => (/[.!?]$/.test(title) ? title : `${title}.`);

const comment = (text: string): string => {
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
};
