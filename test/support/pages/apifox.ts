// Writes pages as an Apifox site serves them: Markdown with the OpenAPI 3.0.1 document of one endpoint, or the export of the whole project.
import { DEFAULT_SCHEMA, dump, Type } from "js-yaml";
import { stringify as stringifyJson } from "lossless-json";
import { exampleOf, type Field, type Page, type Shape } from "./model.js";

type Node = Record<string, unknown>;

const STATUS = { released: "released", "in-development": "developing", deprecated: "deprecated" } as const;

/** Writes a bigint with all its digits. */
const BIGINT = new Type("!bigint", {
  kind: "scalar",
  resolve: () => false,
  predicate: (value) => typeof value === "bigint",
  represent: String,
});
const SCHEMA = DEFAULT_SCHEMA.extend({ implicit: [BIGINT] });
const yamlOf = (value: Node): string => dump(value, { lineWidth: -1, noRefs: true, schema: SCHEMA });

/** The named shapes of one document. If two different shapes have one name, the second gets a number. */
class Components {
  readonly schemas: Record<string, Node> = {};

  ref(name: string, schema: Node): string {
    const text = stringifyJson(schema);
    for (let count = 0; ; count += 1) {
      const key = count === 0 ? name : `${name}_${count}`;
      const known = this.schemas[key];
      if (known !== undefined && stringifyJson(known) !== text) continue;
      this.schemas[key] = schema;
      return `#/components/schemas/${encodeURIComponent(key)}`;
    }
  }
}

/** The document of one endpoint's page. */
const apifoxDocument = (page: Page): Node => documentOf([page]);

/** The export of a whole project. */
const exportDocument = (pages: readonly Page[]): Node => documentOf(pages);

function documentOf(pages: readonly Page[]): Node {
  const components = new Components();
  const paths: Record<string, Node> = {};
  for (const page of pages) {
    const key = page.path;
    paths[key] = { ...paths[key], [page.method.toLowerCase()]: operationOf(page, components) };
  }
  return {
    openapi: "3.0.1",
    info: { title: "", description: "", version: "1.0.0" },
    tags: [],
    paths,
    components: { schemas: components.schemas, securitySchemes: {} },
    servers: [{ url: "https://api.pandapon.com", description: "production" }],
    security: [],
  };
}

/** The Markdown page of an endpoint, as `<page>.md` of a site serves it. */
export function markdownPage(page: Page): string {
  return `# ${page.title}\n\n## OpenAPI Specification\n\n\`\`\`yaml\n${yamlOf(apifoxDocument(page))}\n\`\`\`\n`;
}

export const exportJson = (pages: readonly Page[]): string => stringifyJson(exportDocument(pages), null, 2) ?? "";
export const exportYaml = (pages: readonly Page[]): string => yamlOf(exportDocument(pages));

function operationOf(page: Page, components: Components): Node {
  const body = page.kind === "callback" ? undefined : page.body;
  const answer = page.kind === "callback" ? page.body : page.response;
  return {
    summary: page.title,
    deprecated: page.status === "deprecated",
    description: "",
    tags: page.folder.slice(-1),
    parameters: [
      ...page.inPath.map((one) => parameterOf(one, "path", components)),
      ...page.query.map((one) => parameterOf(one, "query", components)),
      ...page.header.map((one) => parameterOf(one, "header", components)),
    ],
    ...(body && {
      requestBody: {
        content: { "application/json": { schema: schemaOf(body, components), example: exampleOf(body) } },
      },
    }),
    responses: {
      "200": {
        description: "",
        ...(answer && {
          content: {
            "application/json": {
              schema: schemaOf(answer, components),
              examples: { "1": { summary: "Success", value: exampleOf(answer) } },
            },
          },
        }),
        headers: {},
        "x-apifox-name": "Success",
      },
    },
    security: [],
    "x-apifox-folder": page.folder.join("/"),
    "x-apifox-status": STATUS[page.status],
    "x-run-in-apifox": `https://app.apifox.com/web/project/1/apis/${page.id}-run`,
  };
}

function parameterOf({ name, required, shape }: Field, place: string, components: Components): Node {
  const { label, ...bare } = shape;
  return {
    name,
    in: place,
    description: label ?? "",
    required: required === "yes",
    example: exampleOf(shape),
    schema: schemaOf(bare, components),
  };
}

/** The schema of a property or an item: a `$ref` if the shape has a name. */
function usedSchema(shape: Shape, components: Components): Node {
  if (shape.name === undefined || shape.fields === undefined) return schemaOf(shape, components);
  const { name, nullable, label, named, ...own } = shape;
  const $ref = components.ref(name, schemaOf({ ...own, nullable: false }, components));
  return { $ref, ...described({ nullable, ...(label !== undefined && { label }), ...(named && { named }) }) };
}

function schemaOf(shape: Shape, components: Components): Node {
  const { type, format, enum: values, items, fields } = shape;
  const schema: Node = {
    ...(type !== undefined && { type }),
    ...(format !== undefined && { format }),
    ...described(shape),
    ...(values !== undefined && { enum: values }),
    ...(type === "array" && { items: items === undefined ? {} : usedSchema(items, components) }),
  };
  if (type !== "object") return schema;
  const listed = (fields ?? []).filter((field) => field.listed);
  const required = listed.filter((field) => field.required === "yes").map((field) => field.name);
  return {
    ...schema,
    properties: Object.fromEntries(listed.map((field) => [field.name, usedSchema(field.shape, components)])),
    ...(required.length > 0 && { required }),
    "x-apifox-orders": listed.map((field) => field.name),
    "x-apifox-ignore-properties": [],
  };
}

/** The text that a page shows for a field: its label, and the meaning of its values. */
export const labelOf = ({ label = "", named }: Pick<Shape, "label" | "named">): string =>
  named === undefined ? label : [label, ...named.map((value, index) => `case ${index + 1}: "${value}"`)].join("; ");

const described = (shape: Pick<Shape, "nullable" | "label" | "named">): Node => ({
  ...(shape.named !== undefined
    ? { description: labelOf(shape) }
    : shape.label !== undefined && { title: shape.label }),
  ...(shape.nullable && { nullable: true }),
});
