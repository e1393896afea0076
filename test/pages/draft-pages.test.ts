// Drafts of invented pages: the files have what a page shows, leave open what it does not show, and refuse what cannot be drafted.
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lint } from "pandapon-codegen/lint";
import { diffPages, draftPage, findPage, pullPages } from "pandapon-codegen/pages";
import type { Problem } from "pandapon-codegen";
import type { NavigationEntry } from "pandapon-codegen/coverage";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bundleSpec } from "../../scripts/dist/core/redocly-bundle.js";
import { openSpecFolder } from "../../scripts/dist/core/spec-folder.js";
import type { Field, ReadPage } from "../../scripts/dist/pages/page/page.js";
import { comparer, type Finding } from "../../scripts/dist/pages/diff/index.js";
import { draft, type Draft } from "../../scripts/dist/pages/draft/index.js";
import { at } from "../support/bundle.js";
import { DESCRIPTION_RULES } from "../support/pages/description-rules.js";
import { ENVELOPE, field, inventedPage } from "../support/pages/invented-page.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, ROOT, smallSpec, temporaryFolder } from "../support/workspace.js";

function contract(): string {
  const spec = path.join(temporaryFolder(), "spec");
  const pages = path.join(ROOT, "spec/pages");
  cpSync(path.join(ROOT, "spec"), spec, { recursive: true, filter: (source) => source !== pages });
  return spec;
}

interface Checked extends Draft {
  file: unknown;
  entry: unknown;
}

interface Made {
  drafts: Map<ReadPage, Draft>;
  /** Why a page could not be drafted. */
  refused: Map<ReadPage, unknown>;
  problems: Problem[];
  findings: Finding[];
  entries: Map<ReadPage, unknown>;
}

/** Drafts pages into a copy of the contract one after the other, lints the result, and compares it with the pages. */
async function make(pages: readonly ReadPage[], spec: string): Promise<Made> {
  const drafts: Made["drafts"] = new Map();
  const refused: Made["refused"] = new Map();
  for (const page of pages) {
    await draft(page, { spec, write: true }).then(
      (made) => drafts.set(page, made),
      (error: unknown) => refused.set(page, error),
    );
  }
  const problems = (await lint({ spec })).filter(({ rule }) => !DESCRIPTION_RULES.has(rule));
  const { findings } = comparer(spec)([{ pages: [...drafts.keys()], problems: [] }]);
  const entries = new Map(pages.map((page) => [page, entryOf(spec, page.path)]));
  return { drafts, refused, problems, findings, entries };
}

/**
 * The draft of a page, if nothing is wrong with it. What is wrong with the other drafts beside it is for their own tests.
 * @param differences what the comparison with the page finds
 */
function checked(page: ReadPage, differences: string[], made: Made): Checked {
  const { drafts, refused, problems, findings, entries } = made;
  const own = drafts.get(page);
  if (own === undefined) throw refused.get(page);
  const others = [...drafts].filter(([other]) => other !== page);
  const isOthers = (file: string): boolean => others.some(([, { files }]) => file.endsWith(`/${files[0]?.path}`));
  expect(problems.filter(({ file }) => !isOthers(file))).toEqual([]);
  const told = findings.filter((finding) => !others.some(([{ id }]) => id === finding.page));
  expect(told.map(({ kind, place, message }) => `${kind} ${place}: ${message}`)).toEqual(differences);
  return { ...own, file: parse(own.files[0]?.text ?? ""), entry: entries.get(page) };
}

async function drafted(page: ReadPage, spec = contract()): Promise<Checked> {
  return checked(page, [], await make([page], spec));
}

const together: ReadPage[] = [];
let made: Promise<Made> | undefined;

/**
 * For a page that needs no contract of its own: all such pages are drafted into one copy, once, for the first test that asks.
 * To be called outside the tests. Each page gets an id of its own, and needs a path of its own.
 */
function sharing(page: ReadPage, differences: string[] = []): () => Promise<Checked> {
  const own = { ...page, ...idOf(together.length) };
  together.push(own);
  return async () => checked(own, differences, await (made ??= make(together, contract())));
}

const idOf = (number: number): Pick<ReadPage, "id" | "url"> => {
  const id = `api-${999000001 + number}`;
  return { id, url: `https://doc.pandapon.com/${id}` };
};

const body = (file: unknown, ...way: string[]): unknown =>
  at(file, "post", "requestBody", "content", "application/json", ...way);
const answer = (file: unknown, ...way: string[]): unknown =>
  at(file, "post", "responses", "200", "content", "application/json", ...way);
/** The items of LIST. */
const paperIn = (file: unknown): unknown =>
  answer(file, "schema", "allOf", "1", "properties", "data", "properties", "wrappings", "items");
const entryOf = (spec: string, key: string): unknown => {
  const { entries } = parse(readFileSync(path.join(spec, "navigation.yaml"), "utf8")) as { entries: NavigationEntry[] };
  return entries.find((entry) => key === (entry.path ?? entry.webhook));
};

const LIST = inventedPage(
  {
    "body/orderId": field("integer", { required: "yes", format: "int64", example: 2542285634920880794n }),
    "body/webSite": field("string", { enum: ["1688", "other"], example: "1688" }),
    "body/wrappingColour": field("string", { named: ["red", "green"], nullable: "yes" }),
    "body/wrappingPrice": field("integer", { format: "int64", default: 100 }),
    "body/orderStatus": field("integer", { enum: ["1", "2"], required: "not visible" }),
    "body/pageNo": field("integer", { required: "yes" }),
    "body/pageSize": field("integer", { required: "yes" }),
    ...ENVELOPE,
    "response/data": field("object", { nullable: "yes" }),
    "response/data/total": field("integer", { format: "int32" }),
    "response/data/success": field("boolean"),
    "response/data/errorCode": field("string", { nullable: "yes" }),
    "response/data/wrappings": field("array"),
    "response/data/wrappings/*": field("object", { shape: "WrappingPaperVO" }),
    "response/data/wrappings/*/wrappingId": field("integer", { format: "int64", required: "yes" }),
    "response/data/wrappings/*/orderId": field("string"),
    "response/data/wrappings/*/counts": field("array", { nullable: "yes" }),
    "response/data/wrappings/*/counts/*": field("object"),
    "response/data/wrappings/*/counts/*/id": field("integer", { format: "int64", nullable: "yes" }),
    "response/data/wrappings/*/counts/*/count": field("integer", { format: "int32", nullable: "yes" }),
    "response/data/wrappings/*/note": field("string"),
  },
  {
    examples: {
      body: [
        { orderId: 2542285634920880794n, webSite: "1688", wrappingPrice: 250, orderStatus: 1, pageNo: 1, pageSize: 20 },
      ],
      response: [
        {
          requestId: null,
          code: 0,
          developId: 1034048464150856547n,
          msg: "",
          data: {
            total: 1,
            success: true,
            errorCode: null,
            wrappings: [{ wrappingId: 3682557363260579405n, orderId: "2542285634920880794", counts: null, note: null }],
          },
        },
      ],
    },
  },
);

describe("a new operation", { timeout: 60_000 }, () => {
  const draftedList = sharing(LIST);

  test("has what the page shows, as the contract writes it", async () => {
    const { file, operationId, files, todo, entry } = await draftedList();
    expect(operationId).toBe("alibaba.orders.orderWrappingList");
    expect(files.map(({ path: name, state }) => `${state} ${name}`)).toEqual([
      "new paths/alibaba/order/wrapping/list.yaml",
      "changed openapi.yaml",
      "changed navigation.yaml",
    ]);
    expect(at(file, "post", "tags")).toEqual(["1688 orders"]);
    expect(at(file, "post", "x-effect")).toBe("write");
    expect(body(file, "schema", "required")).toEqual(["orderId", "pageNo", "pageSize"]);
    expect(body(file, "schema", "properties")).toMatchObject({
      orderId: { type: "integer", format: "int64" },
      webSite: { type: "string", enum: ["1688", "other"] },
      wrappingColour: { type: ["string", "null"], "x-extensible-enum": ["red", "green"], examples: ["red"] },
      wrappingPrice: { type: "integer", format: "int64", "x-unit": "unknown", default: 100 },
      orderStatus: { type: "integer", format: "int32", enum: [1, 2], "x-required": "unknown" },
      pageSize: { type: "integer", format: "int32" },
    });
    expect(entry).toEqual({
      title: "List the wrapping papers",
      group: "1688 orders",
      path: "/alibaba/order/wrapping/list",
    });
    expect(todo.join("\n")).toMatch(/x-effect is write until you know that the call only reads/);
    expect(todo.join("\n")).toMatch(/Add x-pagination and x-success if /);
    expect(todo.join("\n")).toMatch(/no entry listed the page/);
    expect(todo.join("\n")).toMatch(/required mark.*: body\/orderStatus\./);
  });

  test("writes no integer that YAML would round", async () => {
    const { file, files } = await draftedList();
    expect(body(file, "example", "orderId")).toBe("2542285634920880794");
    expect(answer(file, "example", "developId")).toBe("1034048464150856547");
    expect(answer(file, "example", "code")).toBe(200);
    const [item] = (answer(file, "example", "data", "wrappings") ?? []) as unknown[];
    expect(item).toEqual({
      wrappingId: "3682557363260579405",
      orderId: "2542285634920880794",
      counts: null,
      note: null,
    });
    expect(files.map(({ text }) => text).join("\n")).not.toMatch(/^[^"']*(?<!\d)\d{17,}(?!\d)[^"']*$/m);
    expect(at(paperIn(file), "properties", "orderId")).toMatchObject({ type: "string", format: "int64" });
  });

  test("uses the envelope of the contract, and records that table and example disagree", async () => {
    const { file, todo } = await draftedList();
    expect(at(paperIn(file), "required")).toEqual(["wrappingId"]);
    expect(at(paperIn(file), "properties", "note", "type")).toEqual(["string", "null"]);
    expect(todo.join("\n")).toMatch(
      /components of the objects .*: response\/data\/wrappings\/\* \(WrappingPaperVO\)\./,
    );
    expect(at(file, "post", "x-evidence", "accepted")).toEqual([
      {
        at: "response/data/wrappings/*/note",
        facet: "nullable",
        page: "https://doc.pandapon.com/api-999000001",
        says: "never null",
        why: "The example is null.",
      },
    ]);
    expect(answer(file, "schema", "allOf", "0")).toEqual({
      $ref: "../../../../components/schemas/common/Envelope.yaml",
    });
  });

  test("replaces the entry that lists it, keeps its titles, and changes nothing else in the file, not even line endings", async () => {
    const spec = contract();
    const navigation = path.join(spec, "navigation.yaml");
    const before = readFileSync(navigation, "utf8").replaceAll("\n", "\r\n");
    writeFileSync(navigation, before);
    const url = "https://doc-en.pandapon.com/api-263477654";
    const { entry, operationId } = await drafted({ ...LIST, id: "api-263477654", url }, spec);
    expect(operationId).toBe("alibaba.refunds.orderWrappingList");
    const after = readFileSync(navigation, "utf8");
    const [old, now] = [before, after].map((text) => text.split(/^(?= {2}- )/m));
    expect(now).toHaveLength(old?.length ?? 0);
    const changed = (now ?? []).filter((one, index) => one !== old?.[index]);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.replaceAll("\r\n", "")).not.toContain("\n");
    expect(entry).toEqual({
      title: "Check the reason for refund and return (used to create refund and return)",
      titleZh: "查询退款退货原因(用于创建退款退货)",
      group: "1688 after-sales",
      path: LIST.path,
    });
  });

  test("is written to the output folder, and never over a file", async () => {
    const spec = contract();
    const out = temporaryFolder();
    const { files } = await draft(LIST, { spec, out, write: true });
    for (const { path: name, text } of files) expect(readFileSync(path.join(out, name), "utf8")).toBe(text);
    expect(existsSync(path.join(spec, "paths/alibaba/order/wrapping/list.yaml"))).toBe(false);
    await expect(draft(LIST, { spec, out, write: true })).rejects.toMatchObject({
      code: 2,
      message: expect.stringMatching(/list\.yaml already is a draft of POST /) as string,
    });
  });
});

test.each([
  ["/alibaba/order/wrapping-paper/list", "alibaba.orders.orderWrappingPaperList"],
  ["/open/cart/2024/{id}", "taobao.cart.cart2024"],
  // Nothing is known that begins like it.
  ["/market/item.v2/{id}/DETAIL_INFO", "market.itemV2DetailInfo"],
  ["/{id}", "call.call"],
  ["/1688/9", "call1688.call9"],
  ["/alibaba/refund/1688steps", "alibaba.refunds.refund1688steps"],
  // JavaScript calls these itself, or every object has them.
  ["/market/then", "market.callThen"],
  ["/constructor/toString", "callConstructor.callToString"],
  ["/market/__proto__", "market.proto"],
  ["/market/delete", "market.delete"],
  ["/request/create", "callRequest.create"],
  ["/with/{id}", "callWith.call"],
  ["/market/request", "market.request"],
  ["/市场/列表", "call.call"],
  ["/{id}/-/._~", "call.call"],
])("the operationId of %s has the form that lint wants: %s", async (route, id) => {
  const spec = path.join(ROOT, "spec");
  const { operationId } = await draft({ ...LIST, path: route, method: "PUT" }, { spec });
  expect(operationId).toBe(id);
  expect(operationId).toMatch(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*){1,2}$/);
});

test("an operationId that is taken gets a number", async () => {
  const { operationId } = await draft({ ...LIST, path: "/shop/list" }, { spec: smallSpec() });
  expect(operationId).toBe("shop.orders.list2");
});

test("operationIds that would be the same, or begin with the same words, get a number", async () => {
  const spec = smallSpec();
  const ids = [];
  for (const [index, route] of ["/市场/列表", "/市场/查询", "/{id}/-", "/shop/LIST", "/shop/list/{id}"].entries()) {
    ids.push((await draft({ ...LIST, path: route, ...idOf(index) }, { spec, write: true })).operationId);
  }
  expect(ids).toEqual(["call.call", "call.call2", "call.call3", "shop.orders.list2", "shop.orders.list3"]);
  expect((await lint({ spec })).filter(({ rule }) => rule === "pandapon/operation-id")).toEqual([]);
});

describe("another method on a known path is another operation", { timeout: 60_000 }, () => {
  const ROUTE = "/alibaba/refund/goods/return";
  const FILE = "paths/alibaba/refund/goods/return.yaml";
  const page = inventedPage(
    { "query/refundId": field("string", { required: "yes" }), ...ENVELOPE, "response/data": field("boolean") },
    { path: ROUTE, method: "GET", title: "Parcel of a return" },
  );
  const kindsOf = (read: ReadPage, spec = path.join(ROOT, "spec")): string[] =>
    comparer(spec)([{ pages: [read], problems: [] }]).findings.map(({ kind, place }) => `${kind} ${place}`.trim());

  test("a new page is not covered; a known page or a known title has moved", () => {
    expect(kindsOf(page)).toEqual(["not covered"]);
    expect(kindsOf({ ...page, method: "DELETE" })).toEqual(["not covered"]);
    const known = "api-263477657";
    expect(kindsOf({ ...page, id: known })).toContain("moved");
    expect(kindsOf({ ...page, id: "", title: "The buyer submits the refund information" })).toContain("moved");
    expect(kindsOf({ ...page, id: "", title: "" })).toEqual(["not covered"]);
  });

  test("its draft is added to the path's file, and each method gets an entry", async () => {
    const spec = contract();
    const before = readFileSync(path.join(spec, FILE), "utf8");
    const { files } = await drafted(page, spec);
    expect(files.map(({ path: name, state }) => `${state} ${name}`)).toEqual([
      `changed ${FILE}`,
      "changed navigation.yaml",
    ]);
    expect(files[0]?.text.startsWith(before)).toBe(true);
    expect(Object.keys(parse(files[0]?.text ?? "") as object)).toEqual(["post", "get"]);
    const { entries } = parse(readFileSync(path.join(spec, "navigation.yaml"), "utf8")) as {
      entries: NavigationEntry[];
    };
    expect(entries.filter((entry) => entry.path === ROUTE).map(({ title, method }) => `${method} ${title}`)).toEqual([
      "POST The buyer submits the refund information",
      "GET Parcel of a return",
    ]);
    await drafted({ ...page, id: "api-999000002", method: "PUT", title: "Change the parcel" }, spec);
  });

  test("an entry in flow style gets the method too", async () => {
    const spec = smallSpec();
    const entries = "entries:\n  - { title: A, group: G, path: /shop/order }\n";
    writeFileSync(path.join(spec, "navigation.yaml"), entries);
    const { files } = await draft({ ...LIST, path: "/shop/order", method: "PUT" }, { spec });
    const text = files.find((file) => file.path === "navigation.yaml")?.text;
    expect(text).toContain("  - { title: A, group: G, path: /shop/order, method: POST }\n");
    expect(text).toMatch(/method: PUT/);
  });

  test("in an output folder, drafts of one file add up", async () => {
    const spec = contract();
    const out = temporaryFolder();
    await draft(page, { spec, out, write: true });
    await draft({ ...page, id: "api-999000002", method: "PUT", title: "B" }, { spec, out, write: true });
    expect(Object.keys(parse(readFileSync(path.join(out, FILE), "utf8")) as object)).toEqual(["post", "get", "put"]);
    await expect(draft(page, { spec, out, write: true })).rejects.toMatchObject({
      message: expect.stringMatching(/return\.yaml already is a draft of GET /) as string,
    });
    await expect(draft({ ...page, method: "POST" }, { spec, out, write: true })).rejects.toMatchObject({
      message: expect.stringMatching(/^The contract has POST .* as alibaba\.refunds\.submitReturn/) as string,
    });
    cpSync(out, spec, { recursive: true });
    expect((await lint({ spec })).filter(({ rule }) => !DESCRIPTION_RULES.has(rule))).toEqual([]);
  });
});

describe("a path with characters that are not safe in a file name", { timeout: 60_000 }, () => {
  const FILES: [route: string, file: string][] = [
    ["/alibaba/refund/{refund-id}/steps", "paths/alibaba/refund/{refund-id}/steps.yaml"],
    ["/alibaba/refund/{refundId}:cancel", "paths/alibaba/refund/{refundId}=3Acancel.yaml"],
    ["/alibaba/refund/{编号}/{refund id}", "paths/alibaba/refund/{=E7=BC=96=E5=8F=B7}/{refund=20id}.yaml"],
    ["/alibaba/a:b/list", "paths/alibaba/a=3Ab/list.yaml"],
    ["/alibaba/退款/list", "paths/alibaba/=E9=80=80=E6=AC=BE/list.yaml"],
    ["/alibaba/{from}-{to}/a=b", "paths/alibaba/{from}-{to}/a=3Db.yaml"],
    ["/alibaba/con/aux.v2", "paths/alibaba/=63=6F=6E/=61=75=78=2E=76=32.yaml"],
    ["/alibaba/v1./a.yaml", "paths/alibaba/=76=31=2E/=61=2E=79=61=6D=6C.yaml"],
    ['/alibaba/a<b>|"*\\', "paths/alibaba/a=3Cb=3E=7C=22=2A=5C.yaml"],
    // The contract has /alibaba/order/detail. Windows and macOS would take the two files for one.
    ["/alibaba/Order/detail", "paths/alibaba/=4F=72=64=65=72/detail.yaml"],
    ["/alibaba/order/Detail", "paths/alibaba/order/=44=65=74=61=69=6C.yaml"],
  ];

  const named = FILES.map(([route]) => sharing({ ...LIST, path: route }));

  test("gets a file with a safe name", async () => {
    const all = await Promise.all(named.map((one) => one()));
    expect(all.map(({ files }) => files[0]?.path)).toEqual(FILES.map(([, file]) => file));
  });

  test("is compiled as it is", async () => {
    const spec = smallSpec();
    const route = "/shop/{order-id}:cancel";
    await draft({ ...LIST, path: route }, { spec, write: true });
    const { bundle } = await bundleSpec(openSpecFolder(spec));
    expect(at(bundle.parsed, "paths", route, "post", "operationId")).toBe("shop.orders.cancel2");
    const out = path.join(temporaryFolder(), "generated");
    const ran = await pandapon(["generate", "--spec", spec, "--out", out]);
    expect(ran.code, ran.stderr).toBe(0);
    expect(readFileSync(path.join(out, "schema.d.ts"), "utf8")).toContain(`"${route}"`);
  });
});

describe("the envelope of an answer", { timeout: 60_000 }, () => {
  const { "response/requestId": _, "response/developId": __, ...short } = ENVELOPE;
  const data = { "response/data": field("object"), "response/data/done": field("boolean") };

  const OTHERS: [what: string, fields: Record<string, Field>][] = [
    ["some of its fields", { ...short, ...data }],
    ["no developId", { ...short, "response/requestId": field("string"), ...data }],
    ["a code that is text", { ...ENVELOPE, "response/code": field("string"), ...data }],
    ["a msg that is an object", { ...ENVELOPE, "response/msg": field("object"), "response/msg/text": field("string") }],
    ["a code with another format", { ...ENVELOPE, "response/code": field("integer", { format: "int64" }), ...data }],
  ];

  const others = OTHERS.map(([what, fields], index) => {
    const names = Object.keys(fields).flatMap((place) => /^response\/(\w+)$/.exec(place)?.[1] ?? []);
    return { what, names, made: sharing(inventedPage(fields, { path: `/alibaba/order/paper${index}` })) };
  });

  test("is not used for a page that shows it in another way", async () => {
    for (const { what, names, made: draftedOne } of others) {
      const shown = answer((await draftedOne()).file, "schema", "properties");
      expect(Object.keys(shown as object).sort(), what).toEqual(names.sort());
    }
  });

  const code = field("integer", { nullable: "yes", enum: ["200", "500"] });
  const closed = sharing(
    inventedPage({ ...ENVELOPE, "response/code": code, ...data }, { path: "/alibaba/order/paper/closed" }),
  );

  test("keeps the closed values of code", async () => {
    const { file, todo } = await closed();
    expect(answer(file, "schema", "allOf", "1", "properties", "code")).toMatchObject({ enum: [200, 500, null] });
    expect(answer(file, "example", "code")).toBe(200);
    expect(todo.join("\n")).toMatch(/Say what each value means.*response\/code \(200 500\)/);
  });
});

describe("what a field shows", { timeout: 60_000 }, () => {
  const only = (types: string): ReturnType<typeof field> =>
    field(types, { from: "example", nullable: "not visible", required: "not visible" });
  const step = "response/data/step";
  const marked = sharing(
    inventedPage(
      {
        ...ENVELOPE,
        "response/data": field("object"),
        [step]: field("object"),
        [`${step}/name`]: field("string"),
        [`${step}/detail`]: only("object"),
        [`${step}/detail/kind`]: only("string"),
      },
      {
        path: "/alibaba/order/paper/marked",
        examples: { body: [], response: [{ data: { step: { name: "a", detail: { kind: "x" } } } }] },
      },
    ),
  );

  test("below a table only in an example is marked once, where it begins", async () => {
    const { file } = await marked();
    const inStep = answer(file, "schema", "allOf", "1", "properties", "data", "properties", "step", "properties");
    expect(at(inStep, "detail", "x-evidence")).toEqual({ basis: "example" });
    expect(at(inStep, "detail", "properties", "kind")).not.toHaveProperty("x-evidence");
    expect(at(inStep, "name")).not.toHaveProperty("x-evidence");
  });

  const impossible = sharing(
    inventedPage(
      {
        "body/size": field("integer", { enum: ["1", "1.5"] }),
        "body/kind": field("", { enum: ["a", "b"], format: "date" }),
        "body/flag": field("boolean", { named: ["on", "off"] }),
        "body/papers": field("array string", { enum: ["a"] }),
      },
      { path: "/alibaba/order/paper/impossible" },
    ),
  );

  test("as values that its types cannot have is left to do, and accepted", async () => {
    const { file, todo } = await impossible();
    expect(todo.join("\n")).toMatch(
      /Add the values .*: body\/size \(1 1\.5\), body\/kind \(a b\), body\/flag \(on off\), body\/papers \(a\)/,
    );
    expect(JSON.stringify(body(file, "schema"))).not.toContain('"enum"');
  });
});

describe("what a page does not show", { timeout: 60_000 }, () => {
  const unplaced = sharing(
    inventedPage(
      {
        "body/lines": field("array", { required: "not visible" }),
        "body/lines/*": field("object"),
        "body/lines/*/quantity": field("integer", { required: "not visible" }),
        "body/lines/?/ribbon": field("string", { required: "not visible" }),
        "body/?/remarkOfMine": field("string", { required: "not visible" }),
        ...ENVELOPE,
        "response/data": field("object"),
      },
      { form: "text", path: "/alibaba/order/paper/unplaced" },
    ),
    ["body/?/remarkOfMine", "body/lines/?/ribbon"].map(
      (place) => `added ${place}: \`${place}\` is new on the page (string)`,
    ),
  );

  test("fields without a place are left out and noted", async () => {
    const { file, files, todo } = await unplaced();
    expect(files[0]?.text).not.toMatch(/ribbon|remarkOfMine/);
    expect(todo.join("\n")).toMatch(/place.*: body\/lines\/\?\/ribbon, body\/\?\/remarkOfMine\./);
    expect(at(file, "post", "x-evidence")).toMatchObject({ request: "partial", response: "partial" });
    expect(body(file, "schema", "x-open")).toBe(true);
    expect(answer(file, "schema", "allOf", "1", "properties", "data", "x-open")).toBe(true);
  });

  const request = {
    ribbonColour: "red",
    widthMm: 300,
    lines: [{ itemId: 672991141190, price: 1.5 }],
    labels: { "a b": 1 },
  };
  const from = (types: string): ReturnType<typeof field> =>
    field(types, { from: "example", nullable: "not visible", required: "not visible" });
  const byExample = sharing(
    inventedPage(
      {
        "body/ribbonColour": from("string"),
        "body/widthMm": from("integer"),
        "body/lines": from("array"),
        "body/lines/*": from("object"),
        "body/lines/*/itemId": from("integer"),
        "body/lines/*/price": from("number"),
        "body/labels": from("object"),
      },
      {
        form: "text",
        visible: { header: "none", path: "none", query: "none", body: "example", response: "none" },
        examples: { body: [request], response: [] },
        status: "not visible",
        path: "/alibaba/order/paper/by-example",
      },
    ),
  );

  test("fields that only examples show are marked, and their objects stay open", async () => {
    const { file, todo } = await byExample();
    expect(at(file, "post", "x-evidence")).toMatchObject({
      status: "unknown",
      request: "partial",
      response: "unknown",
    });
    expect(body(file, "schema")).toMatchObject({ "x-open": true, "x-evidence": { basis: "example" } });
    expect(body(file, "schema")).not.toHaveProperty("required");
    expect(body(file, "schema", "properties", "widthMm")).toMatchObject({ "x-required": "unknown", format: "int32" });
    expect(body(file, "schema", "properties", "labels")).not.toHaveProperty("properties");
    expect(body(file, "example")).toEqual(request);
    expect(answer(file, "schema", "allOf", "1", "properties")).toEqual({ data: { "x-required": "unknown" } });
    expect(todo.join("\n")).toMatch(/integer formats.*body\/widthMm \(int32\)/);
  });

  const ids = sharing(
    inventedPage(
      {
        "body/refundId": field("integer", { format: "int64", required: "yes" }),
        "body/orderId": field("string", { example: "A-17" }),
        ...ENVELOPE,
        "response/data": field("boolean", { nullable: "yes" }),
      },
      { path: "/alibaba/order/wrapping/cancel", title: "" },
    ),
  );

  test("an id that has another form in other calls is marked, so that both are allowed", async () => {
    const { file, todo } = await ids();
    expect(at(file, "post", "x-effect")).toBe("write");
    expect(body(file, "schema", "properties", "refundId")).toMatchObject({ format: "int64", "x-id": "text" });
    expect(body(file, "schema", "properties", "orderId")).toMatchObject({ type: "string", "x-id": "text" });
    expect(todo.join("\n")).toMatch(/ids.*body\/refundId.*body\/orderId/);
  });
});

describe("a callback", { timeout: 60_000 }, () => {
  const pushed = sharing(
    inventedPage(
      {
        "body/messageType": field("string"),
        "body/messageBody": field("object"),
        "body/messageBody/orderId": field("integer", { format: "int64" }),
        "body/messageBody/wrappedTime": field("integer", { format: "int64" }),
      },
      {
        kind: "callback",
        path: "1688_ORDER_BUYER_VIEW_ORDER_WRAPPING_MODIFY",
        title: "Wrapping changed",
        visible: { header: "table", path: "table", query: "table", body: "table", response: "none" },
        examples: { body: [{ messageType: "X", messageBody: { orderId: 2542285634920880794n } }], response: [] },
      },
    ),
  );

  test("becomes a webhook with the security and the answer of the others", async () => {
    const { file, files, operationId, entry } = await pushed();
    expect(operationId).toBe("webhooks.alibaba.orderBuyerViewOrderWrappingModify");
    expect(files[0]?.path).toBe("webhooks/1688_ORDER_BUYER_VIEW_ORDER_WRAPPING_MODIFY.yaml");
    expect(at(file, "post")).toMatchObject({
      tags: ["Webhooks"],
      "x-effect": "write",
      security: [{ pushSignature: [] }],
      responses: { "200": { description: "" } },
    });
    expect(body(file, "example", "messageBody", "orderId")).toBe("2542285634920880794");
    expect(entry).toMatchObject({ group: "1688 callbacks" });
  });
});

describe("a path with names", { timeout: 60_000 }, () => {
  const alternative = sharing(
    inventedPage(
      {
        "path/paperId": field("integer", { format: "int64", required: "yes", example: 99 }),
        "query/colour": field("string", { required: "not visible" }),
        "body/colour": field("string"),
        ...ENVELOPE,
        "response/data": field("array", { nullable: "yes" }),
        "response/data/*": field("string"),
      },
      { path: "/open/cart/paper/{paperId}", title: "Add paper" },
    ),
  );

  test("has them as parameters, and one that is also in the body is marked as an alternative", async () => {
    const { file, operationId, todo } = await alternative();
    expect(operationId).toBe("taobao.cart.cartPaper");
    expect(at(file, "post", "parameters")).toEqual([
      { name: "paperId", in: "path", required: true, schema: { type: "integer", format: "int64" }, example: 99 },
      {
        name: "colour",
        in: "query",
        "x-required": "unknown",
        "x-alternative": "body",
        schema: { type: "string" },
        example: "example",
      },
    ]);
    expect(todo.join("\n")).toMatch(/Decide on colour/);
  });

  const twice = sharing(
    inventedPage(
      { "path/paperId": field("string", { required: "yes" }), "query/paperId": field("string"), ...ENVELOPE },
      { path: "/open/cart/paper/twice/{paperId}", title: "Add paper" },
    ),
  );

  test("that are elsewhere too has them as one input, which is noted", async () => {
    const { file, todo } = await twice();
    expect(at(file, "post", "parameters")).toMatchObject([{ name: "paperId", in: "path" }]);
    expect(todo.join("\n")).toMatch(/Decide on paperId: .* in the path\./);
  });
});

test("the functions of the package: pull saved pages, compare them, and draft a new one", async () => {
  const spec = smallSpec();
  const saved = path.join(temporaryFolder(), "api-77.md");
  writeFileSync(
    saved,
    CANCEL_PAGE.replace("/shop/order/{orderId}:", "/shop/parcel:").replace("api-2-run", "api-77-run"),
  );
  expect(await pullPages({ spec, from: [saved] })).toMatchObject({ written: ["api-77"], problems: [] });
  expect(diffPages({ spec }).findings).toMatchObject([{ kind: "not covered", page: "api-77" }]);
  const { page, problems } = findPage({ which: "api-77", spec });
  expect(problems).toEqual([]);
  expect((await draftPage(page, { spec })).files[0]).toMatchObject({ path: "paths/shop/parcel.yaml", state: "new" });
});

describe("what cannot be drafted is refused with a reason", { timeout: 60_000 }, () => {
  const spec = path.join(ROOT, "spec");
  const cases: [what: string, page: Partial<ReadPage>, says: RegExp][] = [
    [
      "an operation that the contract has",
      { path: "/alibaba/order/detail" },
      /has POST .* as alibaba\.orders\.get.*pages diff/,
    ],
    [
      "a path that differs only in the names in braces",
      { path: "/open/order/refund/cancel/{id}" },
      /The contract has .* as \/open\/order\/refund\/cancel\/\{refundId\}: .* by hand/,
    ],
    ["a path that leads out of the folder", { path: "/../../etc/passwd" }, /wrapping\.md:7: .* is not a usable path/],
    ["a path with an empty step", { path: "/open//list" }, /is not a usable path/],
    ["a path with a slash at its end", { path: "/open/list/" }, /is not a usable path/],
    ["a path with a query", { path: "/open/list?page=1" }, /is not a usable path/],
    ["a path with an open brace", { path: "/open/{id" }, /is not a usable path/],
    ["a path with a name that is empty", { path: "/open/{}" }, /is not a usable path/],
    ["a path with a line break", { path: "/open/a\nb" }, /is not a usable path/],
    ["a page without a path", { path: "" }, /is not a usable path/],
    ["a message type that leads out of the folder", { kind: "callback", path: "../X" }, /is not a usable message type/],
    ["a page without a method", { method: "" }, /does not show an HTTP method/],
  ];
  test.each(cases)("%s", async (_what, page, says) => {
    await expect(draft({ ...LIST, ...page }, { spec, out: temporaryFolder(), write: true })).rejects.toMatchObject({
      name: "Failure",
      code: 2,
      message: expect.stringMatching(says) as string,
    });
  });
});

test.each<[what: string, navigation: string, titles: string[]]>([
  ["no entries", "# Empty.\nentries: []\n", ["List the wrapping papers"]],
  ["no entries, and CRLF", "entries: [] # None.\r\n", ["List the wrapping papers"]],
  ["entries in block style", "entries:\n- { title: A, group: G }\n# The end.\n", ["A", "List the wrapping papers"]],
])("navigation.yaml with %s gets the entry", async (_, navigation, titles) => {
  const spec = smallSpec();
  writeFileSync(path.join(spec, "navigation.yaml"), navigation);
  const { files } = await draft(LIST, { spec });
  const text = files.find((file) => file.path === "navigation.yaml")?.text ?? "";
  const { entries } = parse(text) as { entries: NavigationEntry[] };
  expect(entries.map(({ title }) => title)).toEqual(titles);
  for (const comment of navigation.match(/#.*/g) ?? []) expect(text).toContain(comment);
  expect(text.includes("\r\n")).toBe(navigation.includes("\r\n"));
});

test("navigation.yaml with entries in flow style is refused", async () => {
  const spec = smallSpec();
  writeFileSync(path.join(spec, "navigation.yaml"), "entries: [{ title: A, group: G }]\n");
  await expect(draft(LIST, { spec })).rejects.toMatchObject({
    name: "Failure",
    code: 2,
    message: `The list \`entries\` of ${spec}/navigation.yaml is not in block style. Write one entry per line, beginning with a dash.`,
  });
});
