// The contract as Redoc gets it: sections as tags, links of the site, and exact digits.
import { Lexer } from "marked";
import { readJson } from "../../core/exact-json.js";
import { isObject, objectOf, type Node } from "../../core/node.js";
import { METHODS, operationsOf } from "../../core/openapi.js";
import { Failure } from "../../core/problem.js";
import { operationFile, redocAnchor, redocSection, sectionFile, withLinks } from "../site/links.js";
import type { LanguageSite, OperationPage, Section } from "../site/site.js";
import { ANNOTATION, DIGITS, DRAWING } from "./marks.js";

export interface RedocDefinition {
  definition: unknown;
  /** Inline drawings of the sections, by the number in their address. */
  drawings: readonly string[];
}

/** @throws Failure with code 1 if a text links to a section or an operation that is not there */
export function redocDefinition(site: LanguageSite): RedocDefinition {
  const { contract, sections, words } = site;
  const drawings: string[] = [];
  const tags = sections.map((section) => ({
    name: redocSection(section.slug).slice(1),
    "x-displayName": section.title,
    "x-traitTag": true,
    description: `${sectionMarkdown(section, drawings)}\n\n[${words.staticSection}](${sectionFile(section.slug)})`,
  }));
  const guide = tags.length === 0 ? [] : [{ name: words.guide, tags: tags.map(({ name }) => name) }];
  const whole = {
    ...contract,
    tags: [...tags, ...(contract.tags ?? [])],
    "x-tagGroups": [...guide, ...(contract["x-tagGroups"] ?? [])],
  };
  const pages = new Map(
    site.groups.flatMap(({ operations }) => operations.map((page) => [`${page.path} ${page.method}`, page] as const)),
  );
  const context: DefinitionContext = { pages, words, anchors: anchorsOf(site) };
  const definition = prepared(whole, [], context);
  return { definition, drawings: drawings.map((svg) => linked(svg, context)) };
}

interface DefinitionContext extends Pick<LanguageSite, "words"> {
  /** Where the page shows a section or an operation: `section:ids`. */
  anchors: ReadonlyMap<string, string>;
  pages: ReadonlyMap<string, OperationPage>;
}

function anchorsOf({ contract, sections, groups }: LanguageSite): ReadonlyMap<string, string> {
  const anchors = new Map(sections.map(({ slug }) => [`section:${slug}`, `#${redocSection(slug)}`]));
  for (const items of [contract.paths, contract.webhooks]) {
    for (const { key, operation } of operationsOf(items, (node) => node)) {
      const anchor = `#${redocAnchor(operation.tags?.[0] ?? "", operation.operationId)}`;
      anchors.set(`operation:${operation.operationId}`, anchor).set(`operation:${key}`, anchor);
    }
  }
  for (const { id } of groups.flatMap(({ operations }) => operations)) anchors.set(`page:${id}`, operationFile(id));
  return anchors;
}

/** A copy with exact digits and the links of the site. */
function prepared(value: unknown, at: readonly string[], context: DefinitionContext): unknown {
  const last = at.at(-1);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return last === "description" ? linked(value, context) : value;
  if (Array.isArray(value)) return value.map((item, index) => prepared(item, [...at, String(index)], context));
  if (!isObject(value)) return value;
  if (last === "x-codeSamples") return value;
  if (at.join("/") === "components/examples") return withExactValues(value);
  const copy: Node = {};
  for (const [key, member] of Object.entries(value)) {
    if (isJson(last) && key === "example") copy[key] = exact(member);
    else if (isJson(last) && key === "examples") copy[key] = withExactValues(member);
    else copy[key] = prepared(member, [...at, key], context);
  }
  return isOperation(at) ? withPage(copy, context.pages.get(`${at[1] ?? ""} ${at[2] ?? ""}`), context) : copy;
}

const isJson = (key: string | undefined): boolean =>
  key !== undefined && /^application\/(?:[\w.+-]+\+)?json\b/.test(key);

const isOperation = ([root, , method, ...more]: readonly string[]): boolean =>
  (root === "paths" || root === "webhooks") && METHODS.some((one) => one === method) && more.length === 0;

/** The operation with a link to its plain page, and its samples. */
function withPage(operation: Node, page: OperationPage | undefined, { words }: DefinitionContext): Node {
  if (page === undefined) return operation;
  const description = `${String(operation["description"] ?? "")}\n\n[${words.staticPage}](${operationFile(page.id)})`;
  return { ...operation, description, ...(page.samples.length > 0 && { "x-codeSamples": page.samples }) };
}

const withExactValues = (examples: unknown): Node =>
  Object.fromEntries(
    Object.entries(objectOf(examples)).map(([name, one]) => [
      name,
      isObject(one) && "value" in one ? { ...one, value: exact(one["value"]) } : one,
    ]),
  );

/** An example with its long integers marked. Redoc parses a text that looks like JSON, and would round them. */
function exact(example: unknown): unknown {
  const read = typeof example === "string" && /^\s*[{[]/.test(example) ? readJson(example) : undefined;
  return marked(read === undefined ? example : read.value);
}

function marked(value: unknown): unknown {
  if (typeof value === "bigint") return `${DIGITS}${value}`;
  if (Array.isArray(value)) return value.map(marked);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, marked(member)]));
}

/** Links to places of the page and to plain pages, in Markdown and in drawings. */
const linked = (text: string, { anchors }: Pick<DefinitionContext, "anchors">): string =>
  withLinks(text, (kind, name, anchor) => {
    const target = anchors.get(`${kind}:${name}`);
    if (target === undefined) throw new Failure(1, `A text of the docs links to ${kind}:${name}, which is not there.`);
    return kind === "page" ? target + anchor : target;
  });

/**
 * The Markdown of a section for Redoc. Its headings get numbers as anchors, since their titles differ in each language;
 * its drawings become pictures with an address of our own.
 */
function sectionMarkdown({ markdown }: Section, drawings: string[]): string {
  let heading = 0;
  return Lexer.lex(markdown)
    .map(({ type, raw }) => {
      if (type === "html") {
        const title = /<title[^>]*>([^<]*)/.exec(raw)?.[1] ?? "";
        return `![${title.replaceAll(/[[\]\\]/g, "")}](${DRAWING}${drawings.push(raw.trim()) - 1})\n\n`;
      }
      if (type !== "heading" || !raw.startsWith("#")) return raw;
      heading += 1;
      return `${raw.trimEnd()} ${ANNOTATION.open} #part-${heading} ${ANNOTATION.close}\n\n`;
    })
    .join("");
}
