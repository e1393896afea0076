// `pandapon generate` with a configuration: what is selected, what is written, and what each mistake is told.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { check, generate, type Config } from "pandapon-codegen";
import { describe, expect, test } from "vitest";
import { readJson } from "../../scripts/dist/core/exact-json.js";
import { operationIdsIn, selectOperations } from "../../scripts/dist/select/index.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { operations, webhooks } from "../support/bundle.js";
import { consumer, textsIn, writeAll } from "../support/consumer.js";
import { pandapon, ROOT, temporaryFolder } from "../support/workspace.js";

const REFUNDS = { include: ["alibaba.refunds.*"] };
const CONFIG = "pandapon.config.json";

const run = (dir: string, name = CONFIG): ReturnType<typeof generate> => generate({ config: path.join(dir, name) });
const clientOf = async (dir: string): Promise<Record<string, string>> => textsIn((await run(dir)).out);

/** The operationIds that a client's table holds. */
const tableOf = (texts: Record<string, string>): string[] =>
  [...(texts["index.ts"] ?? "").matchAll(/^ {2}"?([\w.]+)"?: \{\n {4}method/gm)].map(([, id = ""]) => id);

const published = (): Document =>
  readJson(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8"))?.value as Document; // it is the bundle

describe("the selection", () => {
  const all = operations.map(({ id }) => id).sort();
  const startingWith = (prefix: string): string[] => all.filter((id) => id.startsWith(prefix));
  const cases: [what: string, config: Partial<Config>, ids: string[]][] = [
    ["everything", {}, all],
    ["a star matches dots too", { include: ["alibaba.*"] }, startingWith("alibaba.")],
    ["one operation by name", { include: ["taobao.refunds.get"] }, ["taobao.refunds.get"]],
    [
      "several globs, one operation in two of them",
      { include: ["*.refunds.get", "{alibaba,taobao}.refunds.get", "addresses.*"] },
      ["addresses.save", "alibaba.refunds.get", "taobao.refunds.get"],
    ],
    [
      "exclude takes away",
      { exclude: ["alibaba.*", "freight.*", "webhooks.*"] },
      [...startingWith("addresses"), ...startingWith("taobao.")],
    ],
  ];
  test.each(cases)("%s", async (_what, config, ids) => {
    expect(tableOf(await clientOf(consumer(config)))).toEqual(ids);
  });

  test("only what it reaches is left: no other path, schema, tag, message or security scheme", () => {
    const whole = published();
    const before = structuredClone(whole);
    const one = selectOperations(whole, new Set(["alibaba.refunds.get"]));
    expect(whole).toEqual(before);
    expect(Object.keys(one.paths ?? {})).toEqual(["/alibaba/refund/info"]);
    expect(one.webhooks).toBeUndefined();
    expect(one.tags?.map(({ name }) => name)).toEqual(["alibaba-after-sales"]);
    expect(one["x-tagGroups"]).toEqual([{ name: "1688", tags: ["alibaba-after-sales"] }]);
    expect(Object.keys(one.components?.["securitySchemes"] ?? {})).not.toContain("warehouseSign");
    const text = JSON.stringify(one, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    for (const [kind, components] of Object.entries(one.components ?? {})) {
      for (const name of Object.keys(components)) {
        const isNamed = text.includes(`"#/components/${kind}/${name}"`) || kind === "securitySchemes";
        expect(isNamed, `${kind}/${name}`).toBe(true);
      }
    }
    expect(Object.keys(one.components?.["schemas"] ?? {}).length).toBeLessThan(20);

    const freight = selectOperations(whole, new Set(["freight.book"]));
    expect(Object.keys(freight.components?.["securitySchemes"] ?? {})).toEqual(["warehouseSign", "warehouseTimestamp"]);
    expect(freight.security).toBeUndefined();
  });

  test("each single operation and each single message keeps every $ref that it needs", () => {
    const whole = published();
    for (const id of operationIdsIn(whole)) {
      const one = selectOperations(whole, new Set([id]));
      const refs = [
        ...JSON.stringify(one, (_key, value: unknown) => (typeof value === "bigint" ? 0 : value)).matchAll(
          /"\$ref":"#\/components\/(\w+)\/([^"]+)"/g,
        ),
      ];
      for (const [ref, kind = "", name = ""] of refs)
        expect(one.components?.[kind]?.[name], `${id}: ${ref}`).toBeDefined();
    }
    expect(operationIdsIn(whole)).toHaveLength(operations.length + webhooks.length);
  });

  test("messages come with their table, and without a client if no operation is selected", async () => {
    const texts = await clientOf(consumer({ include: ["webhooks.alibaba.*"] }));
    expect(Object.keys(texts)).toEqual(["index.ts", "schema.ts"]);
    expect(texts["index.ts"]).toContain("webhookTable");
    expect(texts["index.ts"]).not.toContain("TAOBAO");
    expect((await clientOf(consumer(REFUNDS)))["index.ts"]).not.toContain("webhookTable");
  });
});

describe("the folder", () => {
  test("imports nothing but the core of the runtime, and names a part only if an operation needs it", async () => {
    const cases: [config: Partial<Config>, imported: string[]][] = [
      [REFUNDS, ["createPandaPon as makeClient"]],
      [{ include: ["alibaba.products.*"] }, ["createPandaPon as makeClient", "listPages"]],
      [{ include: ["freight.*"], request: true }, ["createPandaPon as makeClient", "warehouseSigning", "anyRequest"]],
      [
        { include: ["alibaba.products.*", "freight.*"], style: "paths" },
        ["createClient as makeClient", "warehouseSigning"],
      ],
      [{ ...REFUNDS, style: "types" }, []],
    ];
    for (const [config, imported] of cases) {
      const texts = await clientOf(consumer(config));
      const [, names = ""] = /^import \{([^}]*)\} from "pandapon-openapi\/core"/m.exec(texts["index.ts"] ?? "") ?? [];
      expect(
        names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type ")),
      ).toEqual(imported);
      for (const text of Object.values(texts)) {
        const others = [...text.matchAll(/^(?:import|export) (?!type )[^;]*? from "([^"]+)"/gm)].map(
          ([, from]) => from,
        );
        expect(others.filter((from) => from !== "pandapon-openapi/core")).toEqual([]);
      }
    }
  });

  test("says how to make it again, and is not for eslint", async () => {
    for (const text of Object.values(await clientOf(consumer(REFUNDS)))) {
      expect(text.split("\n").slice(0, 2)).toEqual([
        "// Made by `pandapon generate` from pandapon.config.json. Do not edit: change pandapon.config.json and run `pandapon generate`.",
        "/* eslint-disable */",
      ]);
    }
  });

  test("is the same in every folder, whatever the line endings of its inputs are", async () => {
    const config = JSON.stringify({ out: "client", ...REFUNDS, overlays: ["o.yaml"] }, undefined, 2);
    const overlay = `overlay: 1.0.0\ninfo: { title: t, version: "1" }\nactions:\n  - target: $.paths[*][?@.operationId == 'alibaba.refunds.get']\n    update:\n      description: |\n        Two\n        lines.\n      summary: "One\\r\\nTwo */"\n`;
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
    const one = await clientOf(consumer({}, { [CONFIG]: config, "o.yaml": overlay }));
    expect(await clientOf(consumer({}, { [CONFIG]: crlf(config), "o.yaml": crlf(overlay) }))).toEqual(one);
    expect(Object.values(one).join("")).not.toContain("\r");
    expect(one["methods.ts"]).toContain("Two *\\/");
  });

  test("is written once: a second run changes nothing, and compiles nothing", async () => {
    const dir = consumer(REFUNDS);
    const config = path.join(dir, CONFIG);
    const first = await run(dir);
    expect(first).toMatchObject({
      files: ["index.ts", "methods.ts", "schema.ts"],
      written: ["index.ts", "methods.ts", "schema.ts"],
      removed: [],
    });
    const texts = textsIn(first.out);
    const steps: string[] = [];
    const onStep = (step: string): void => void steps.push(step);
    expect(await generate({ config, onStep })).toMatchObject({
      files: ["index.ts", "methods.ts", "schema.ts"],
      written: [],
    });
    expect((await check({ config, onStep })).changes).toEqual([]);
    expect(steps).toEqual([]);
    expect((await generate({ config, onStep, force: true })).written).toEqual([]);
    expect(steps).toEqual(["compiling"]);
    expect(textsIn(first.out)).toEqual(texts);
    // Each input counts.
    writeAll(dir, { [CONFIG]: JSON.stringify({ out: "client", include: ["alibaba.refunds.get"] }) });
    expect((await run(dir)).written).toEqual(["index.ts", "methods.ts", "schema.ts"]);
    writeAll(dir, { "client/schema.ts": `${textsIn(first.out)["schema.ts"]}edited` });
    expect((await run(dir)).written).toEqual(["schema.ts"]);
  });

  test("a checkout with other line endings is up to date", async () => {
    const dir = consumer(REFUNDS);
    const { out } = await run(dir);
    for (const [name, text] of Object.entries(textsIn(out)))
      writeFileSync(path.join(out, name), text.replaceAll("\n", "\r\n"));
    expect((await check({ config: path.join(dir, CONFIG) })).changes).toEqual([]);
    expect((await run(dir)).written).toEqual([]);
  });

  test("loses the files that another style or selection no longer has, and keeps others", async () => {
    const dir = consumer(REFUNDS);
    await run(dir);
    writeAll(dir, {
      "client/own.ts": "export {};\n",
      [CONFIG]: JSON.stringify({ out: "client", include: ["webhooks.*"] }),
    });
    expect((await check({ config: path.join(dir, CONFIG) })).changes).toEqual([
      { name: "index.ts", state: "differs" },
      { name: "methods.ts", state: "stale" },
      { name: "schema.ts", state: "differs" },
    ]);
    expect(await run(dir)).toMatchObject({ files: ["index.ts", "schema.ts"], removed: ["methods.ts"] });
    expect(Object.keys(textsIn(path.join(dir, "client")))).toEqual(["index.ts", "own.ts", "schema.ts"]);
  });

  const foreign: [what: string, files: Record<string, string>, message: string][] = [
    ["files of others", { "client/a.ts": "" }, "client holds files that `pandapon generate` has not made."],
    ["a file in its place", { client: "" }, "client is a file."],
    [
      "what this repository compiles",
      { "client/schema.d.ts": "// Made by `pandapon generate` from spec/.\n" },
      "client holds files that",
    ],
    [
      "a file of that name beside ours",
      { "client/a.ts": "// Made by `pandapon generate` from a.\n", "client/index.ts": "own" },
      "client/index.ts is not made by `pandapon generate` and would be overwritten.",
    ],
  ];
  test.each(foreign)("is refused if it is or holds %s", async (_what, files, message) => {
    const dir = consumer(REFUNDS, files);
    for (const args of [[], ["--check"]]) {
      expect(await pandapon(["generate", ...args], dir)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(message) as string,
      });
    }
    for (const [name, text] of Object.entries(files)) expect(readFileSync(path.join(dir, name), "utf8")).toBe(text);
  });

  test("may hold hidden files, and files with the marks of a conflict in git", async () => {
    const dir = consumer(REFUNDS, { "client/.gitkeep": "" });
    const { out } = await run(dir);
    const index = textsIn(out)["index.ts"] ?? "";
    writeFileSync(path.join(out, "index.ts"), `<<<<<<< HEAD\n${index}=======\n${index}>>>>>>> other\n`);
    expect((await run(dir)).written).toEqual(["index.ts"]);
    expect(textsIn(out)["index.ts"]).toBe(index);
  });
});

describe("the command", () => {
  test("says what it did, to a person and to a program", async () => {
    const dir = consumer(
      { ...REFUNDS, overlays: ["o.json"] },
      {
        "o.json": JSON.stringify({
          overlay: "1.1.0",
          info: { title: "t", version: "1" },
          actions: [{ target: "$.info.title", update: "Shop" }],
        }),
      },
    );
    const dry = await pandapon(["generate", "--check"], dir);
    expect(dry).toMatchObject({ code: 1, stderr: "" });
    expect(dry.stdout).toMatch(
      /^missing {2}client\/index.ts\nmissing {2}client\/methods.ts\nmissing {2}client\/schema.ts\n3 files out of date. Run `pandapon generate` and commit the result./,
    );
    const first = await pandapon(["generate"], dir);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(
      /^written {2}client\/index.ts\nwritten {2}client\/methods.ts\nwritten {2}client\/schema.ts\nDone. /,
    );
    const second = await pandapon(["generate", "--json"], dir);
    expect(JSON.parse(second.stdout)).toMatchObject({
      ok: true,
      out: "client",
      files: ["index.ts", "methods.ts", "schema.ts"],
      written: [],
    });
    rmSync(path.join(dir, "o.json"));
    const failed = await pandapon(["generate", "--json"], dir);
    expect(failed.code).toBe(2);
    expect(JSON.parse(failed.stdout)).toMatchObject({
      ok: false,
      message: expect.stringContaining("o.json") as string,
    });
  });

  const refused: [args: string[], config: Partial<Config>, message: string][] = [
    [["--spec", "spec"], REFUNDS, "--spec does not go with the configuration pandapon.config.json."],
    [["--out", "x"], REFUNDS, "--out does not go with the configuration pandapon.config.json. Set out there instead."],
    [["--runtime", "x"], REFUNDS, "--runtime does not go with the configuration"],
    [["--config", "gone.ts"], REFUNDS, "There is no configuration gone.ts. Run `pandapon init`"],
    [
      [],
      { include: ["alibaba.refund.*"] },
      `pandapon.config.json: "alibaba.refund.*" in include matches no operation and no webhook. Did you mean alibaba.refunds.`,
    ],
    [
      [],
      { include: ["alibaba.*"], exclude: ["alibaba.ordres.create"] },
      `"alibaba.ordres.create" in exclude matches no operation and no webhook. Did you mean alibaba.orders.create?`,
    ],
    [[], { include: ["zzz"] }, "Run `pandapon operations` for the list."],
    [[], { include: ["alibaba.refunds.*"], exclude: ["alibaba.*"] }, "exclude leaves no operation and no webhook."],
    [[], { overlays: ["gone.yaml"] }, "Cannot read gone.yaml"],
    [[], { out: "" }, "out must be the path of a folder"],
    [[], { out: "a\0b" }, "Cannot read the folder a\\u0000b (ERR_INVALID_ARG_VALUE). Name another one in out."],
    [[], { out: "x".repeat(300) }, "(ENAMETOOLONG). Name another one in out."],
    [[], { out: `${CONFIG}/a` }, "(ENOTDIR). Name another one in out."],
  ];
  test.each(refused)("%j with %j", async (args, config, message) => {
    const dir = consumer(config);
    expect(await pandapon(["generate", ...args], dir)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(message) as string,
    });
    expect(readdirSync(dir).sort()).toEqual(["node_modules", CONFIG]);
  });

  test.runIf(process.platform !== "win32")("a line break in the configuration's name ends no comment", async () => {
    const name = "a\nevil()\u2028.json";
    const dir = consumer({}, { [name]: JSON.stringify({ out: "client", ...REFUNDS }) });
    expect(await pandapon(["generate", "--config", name], dir)).toMatchObject({ code: 0, stderr: "" });
    for (const text of Object.values(textsIn(path.join(dir, "client")))) {
      expect(text.split(/[\n\u2028]/, 2)).toEqual([expect.stringMatching(/^\/\/.*evil/), "/* eslint-disable */"]);
    }
  });

  test("what a killed run has left is not in the way", async () => {
    const dir = consumer(REFUNDS, { "client/index.ts.1.tmp": "" });
    expect(await pandapon(["generate"], dir)).toMatchObject({ code: 0, stderr: "" });
    expect(await pandapon(["generate", "--check", "--force"], dir)).toMatchObject({ code: 0, stderr: "" });
  });

  test("a folder with nothing to compile", async () => {
    expect(await pandapon(["generate"], temporaryFolder())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Run `pandapon init`") as string,
    });
  });
});

describe("the installed runtime", () => {
  const manifest = (version: string): string =>
    JSON.stringify({ name: "pandapon-openapi", version, exports: { "./*": "./*" } });
  const cases: [what: string, files: Record<string, string>, message: string][] = [
    [
      "is missing",
      {},
      "pandapon-openapi is not installed for . , and the result needs it. Run: npm install pandapon-openapi@",
    ],
    ["is missing, with pnpm", { "pnpm-lock.yaml": "" }, "Run: pnpm add pandapon-openapi@"],
    ["is missing, with yarn", { "yarn.lock": "" }, "Run: yarn add pandapon-openapi@"],
    [
      "has another version",
      {
        "node_modules/pandapon-openapi/package.json": manifest("0.0.9"),
        "node_modules/pandapon-openapi/openapi.json": "{}",
      },
      "does not fit the installed pandapon-openapi 0.0.9: both must have the same version. Run: npm install pandapon-openapi@",
    ],
    [
      "has no contract",
      {
        "node_modules/pandapon-openapi/package.json": manifest("OWN"),
        "node_modules/pandapon-openapi/openapi.json": "{}",
      },
      "is not the bundle of pandapon-openapi. Install the package again.",
    ],
  ];
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "scripts/package.json"), "utf8")) as { version: string };
  test.each(cases)("%s", async (_what, files, message) => {
    const dir = temporaryFolder();
    mkdirSync(path.join(dir, ".git"));
    const named = Object.entries(files).map(([name, text]) => [name, text.replace("OWN", version)]);
    writeAll(dir, {
      ...(Object.fromEntries(named) as Record<string, string>),
      [CONFIG]: JSON.stringify({ out: "client" }),
    });
    const { code, stderr } = await pandapon(["generate"], dir);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(message.replace(". ,", ".,"));
    expect(code).toBe(2);
  });
});
