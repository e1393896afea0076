// A contract as callers see it: one entry per operation, with every `$ref` and allOf resolved, and pointers back into the bundle.
import { isObject } from "../core/node.js";
import type { Content, Document, Parameter } from "../core/openapi.js";
import { targetIn } from "../core/schema-view.js";
import { sentOnly } from "../generate/sides.js";
import { under } from "../core/place.js";
import { pointerOf, type Listed } from "./pairs.js";
import { below, stepsOf } from "../core/pointer.js";
import { schemaViewer } from "./schema-view.js";
import { asText, type Side, type ViewSpot } from "./spot.js";

export interface View {
  document: Record<string, unknown>;
  /** Keyed by the pointer into the view. */
  spots: Map<string, ViewSpot>;
}

/** An operation, and the name that it has in both views. */
export interface ViewEntry {
  name: string;
  listed: Listed;
}

const HANDLED = ["parameters", "requestBody", "responses", "security"];

/** @param entries the operations that both contracts have */
export function viewOf(document: Document, entries: readonly ViewEntry[]): View {
  const spots = new Map<string, ViewSpot>();
  const target = targetIn(document);
  const sent = sentOnly(document);
  const view: Record<"paths" | "webhooks", Record<string, unknown>> = { paths: {}, webhooks: {} };

  /** Follows a node that may be a `$ref`. */
  const landing = <T extends object>(node: T, pointer: string): { node: T; pointer: string } => {
    const ref = "$ref" in node ? node.$ref : undefined;
    return { node: target(node), pointer: typeof ref === "string" ? ref : pointer };
  };

  function operationView({ name, listed }: ViewEntry): unknown {
    const { section, key, method, item, operation } = listed;
    const { operationId } = operation;
    const source = pointerOf(listed);
    const at = below("#", section, name, "post");
    const mine = section === "paths" ? "sent" : "received";
    const theirs = section === "paths" ? "received" : "sent";
    const mark = (pointer: string, place: string, sourcePointer: string, side?: Side): void =>
      void spots.set(pointer, { use: { operationId, place }, pointer: sourcePointer, ...(side && { side }) });
    const schemas = schemaViewer({ document, sent, spots, operationId });

    const content = ({ content: all = {} }: Content, from: string, to: string, place: string, side: Side): unknown =>
      Object.fromEntries(
        Object.entries(all).map(([type, { schema }]) => {
          const steps = ["content", type, "schema"];
          const shown = schema && schemas(schema, below(from, ...steps), below(to, ...steps), place, side);
          return [type, shown === undefined ? {} : { schema: shown }];
        }),
      );
    const examples = (part: Content | undefined): unknown =>
      asText(
        Object.values(part?.content ?? {}).flatMap((media) =>
          [media.example, media.examples].filter((one) => one !== undefined),
        ),
      );

    function parameterViews(): unknown[] {
      const own = (operation.parameters ?? []).map((one, index) => landing(one, below(source, "parameters", index)));
      const shared = (item.parameters ?? []).map((one, index) =>
        landing(one, below("#", section, key, "parameters", index)),
      );
      const hidden = new Set(own.map(({ node }) => `${node.in} ${node.name}`));
      return [...own, ...shared.filter(({ node }) => !hidden.has(`${node.in} ${node.name}`))].map(
        ({ node, pointer }, index) => {
          const { schema, example, examples: several, ...rest }: Parameter = node;
          const to = below(at, "parameters", index);
          const place = under(node.in, node.name);
          mark(to, place, pointer, mine);
          const shown = schema && schemas(schema, below(pointer, "schema"), below(to, "schema"), place, mine);
          return {
            ...textual(rest),
            "x-example": asText(example ?? several),
            ...(shown !== undefined && { schema: shown }),
          };
        },
      );
    }

    mark(at, "", source);
    const shown: Record<string, unknown> = {
      ...textual(Object.fromEntries(Object.entries(operation).filter(([name]) => !HANDLED.includes(name)))),
      "x-call": section === "paths" ? `${method.toUpperCase()} ${key}` : key,
      security: operation.security ?? document.security ?? [],
      parameters: parameterViews(),
    };
    if (operation.requestBody !== undefined) {
      const { node, pointer } = landing(operation.requestBody, below(source, "requestBody"));
      const to = below(at, "requestBody");
      mark(to, "body", pointer, mine);
      shown["requestBody"] = { ...node, content: content(node, pointer, to, "body", mine) };
      shown["x-body-example"] = examples(node);
    }
    shown["responses"] = Object.fromEntries(
      Object.entries(operation.responses ?? {}).map(([code, answer]) => {
        const { node, pointer } = landing(answer, below(source, "responses", code));
        const to = below(at, "responses", code);
        const place = code === "200" ? "response" : `response ${code}`;
        mark(to, place, pointer, theirs);
        shown[`x-response-example-${code}`] = examples(node);
        return [
          code,
          { ...whole({ ...node, content: undefined }), content: content(node, pointer, to, place, theirs) },
        ];
      }),
    );
    return shown;
  }

  /** A copy of a node with every `$ref` replaced by its target. */
  const whole = (node: object, above: readonly object[] = []): object => {
    const found = target(node);
    if (above.includes(found)) return {};
    const inner = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(inner) : isObject(value) ? whole(value, [...above, found]) : value;
    return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, inner(value)]));
  };

  for (const entry of entries) {
    const { section } = entry.listed;
    view[section][entry.name] = { post: operationView(entry) };
  }
  const { info, servers, tags, components } = document as Document & { servers?: unknown; tags?: unknown };
  return {
    spots,
    document: {
      openapi: document.openapi,
      // The same on both sides: the version is the result of the comparison, not a change.
      info: { ...info, version: "0.0.0" },
      ...(servers !== undefined && { servers }),
      ...(tags !== undefined && { tags }),
      ...view,
      components: { securitySchemes: whole(components?.["securitySchemes"] ?? {}) },
    },
  };
}

/** Turns the values of our own extensions into text. */
const textual = (node: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key.startsWith("x-") ? asText(value) : value]));

/** @returns the value at a pointer into a view */
export function valueIn({ document }: View, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(
    (here, step) => (Array.isArray(here) ? here[Number(step)] : isObject(here) ? here[step] : undefined),
    document,
  );
}

/** @returns the spot of a node of a view, or that of the nearest node above which has one */
export function spotAt({ spots }: View, pointer: string): ViewSpot {
  for (let here = pointer; here.includes("/"); here = here.slice(0, here.lastIndexOf("/"))) {
    const spot = spots.get(here);
    if (spot !== undefined) return spot;
  }
  // A node that belongs to no operation has the same pointer in the bundle.
  return { use: { place: stepsOf(pointer).join("/") }, pointer };
}
