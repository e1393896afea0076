// What `pandapon generate` writes: the same bytes every time, in order, complete, and only if something changed.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ARTEFACTS, check, generate } from "pandapon-codegen";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { pandapon, ROOT, smallSpec, temporaryFolder } from "../support/workspace.js";

const SPEC = path.join(ROOT, "spec");
const COMMITTED = path.join(ROOT, "generated");

const read = (dir: string, name: string): string => readFileSync(path.join(dir, name), "utf8");

test("the committed files are what the contract makes, byte for byte", async () => {
  const out = temporaryFolder();
  expect((await generate({ spec: SPEC, out, runtime: "../src" })).written).toEqual([...ARTEFACTS]);
  for (const name of ARTEFACTS) expect(read(out, name) === read(COMMITTED, name), name).toBe(true);
});

test("the order in which openapi.yaml lists its paths does not matter", async () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()];
  const first = "  /shop/order:\n    $ref: paths/shop/order.yaml\n";
  const second = "  /shop/order/{orderId}:\n    $ref: paths/shop/order/{orderId}.yaml\n";
  await generate({ spec: smallSpec(), out: here });
  await generate({ spec: smallSpec(["openapi.yaml", first + second, second + first]), out: there });
  for (const name of ARTEFACTS) expect(read(there, name)).toBe(read(here, name));
});

test("YAML and JSON are the same document, and name the command that made them", () => {
  const json = JSON.parse(read(COMMITTED, "openapi.json")) as unknown;
  expect(parse(read(COMMITTED, "openapi.yaml"))).toEqual(json);
  expect(parse(read(COMMITTED, "openapi.yaml"), { version: "1.1" })).toEqual(json);
  for (const name of ARTEFACTS) expect(read(COMMITTED, name).slice(0, 200)).toContain("pandapon generate");
});

test("paths, webhooks and components are sorted", () => {
  // A document has these records; the YAML file is the same document, in the same order.
  const document = JSON.parse(read(COMMITTED, "openapi.json")) as Record<string, Record<string, object>>;
  const components = document["components"] ?? {};
  for (const record of [document["paths"], document["webhooks"], components, ...Object.values(components)]) {
    expect(Object.keys(record ?? {})).toEqual(Object.keys(record ?? {}).sort());
    expect(Object.keys(record ?? {})).not.toEqual([]);
  }
});

test("no id loses a digit on its way from spec to bundle", () => {
  const ids = /["'](\d{17,19})["']/g;
  const inSpec = new Set<string>();
  for (const entry of readdirSync(SPEC, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".yaml")) continue;
    for (const [, id = ""] of readFileSync(path.join(entry.parentPath, entry.name), "utf8").matchAll(ids))
      inSpec.add(id);
  }
  expect(inSpec.size).toBeGreaterThan(10);
  // Bare or in quotes, as the id travels.
  for (const name of ["openapi.json", "openapi.yaml"] as const) {
    const bundle = read(COMMITTED, name);
    expect([...inSpec].filter((id) => !new RegExp(`\\b${id}\\b`).test(bundle))).toEqual([]);
  }
});

describe("a second run", () => {
  test("writes nothing if nothing changed", async () => {
    const spec = smallSpec();
    const out = path.join(spec, "../out");
    await generate({ spec, out });
    expect((await generate({ spec, out })).written).toEqual([]);
  });

  test("writes what changed, and fixes what was edited by hand", async () => {
    const out = temporaryFolder();
    await generate({ spec: smallSpec(), out });
    const unit = smallSpec(["components/schemas/Order.yaml", "x-unit: fen", "x-unit: yuan"]);
    expect((await generate({ spec: unit, out })).written).toEqual(["openapi.yaml", "openapi.json"]);
    writeFileSync(path.join(out, "operations.ts"), "edited\n");
    expect((await generate({ spec: unit, out })).written).toEqual(["operations.ts"]);
  });

  test("compiles nothing if the contract and the results are unchanged and packages are installed", async () => {
    const spec = smallSpec();
    const dir = path.dirname(spec);
    const out = path.join(dir, "out");
    const steps: string[] = [];
    const onStep = (step: string): void => void steps.push(step);
    mkdirSync(path.join(dir, "node_modules"));
    await generate({ spec, out });
    expect((await generate({ spec, out, onStep })).written).toEqual([]);
    expect(steps).toEqual([]);

    writeFileSync(path.join(out, "schema.d.ts"), "edited\n");
    expect((await generate({ spec, out, onStep })).written).toEqual(["schema.d.ts"]);
    expect(steps).not.toEqual([]);

    const price = path.join(spec, "components/schemas/Order.yaml");
    writeFileSync(price, readFileSync(price, "utf8").replace("x-unit: fen", "x-unit: yuan"));
    expect((await generate({ spec, out })).written).toEqual(["openapi.yaml", "openapi.json"]);
  });
});

test("runs in one process keep apart: at the same time, after one another and after a failure", async () => {
  const titled = (title: string) => {
    const spec = smallSpec(["openapi.yaml", "title: Shop", `title: ${title}`]);
    return { spec, out: path.join(spec, "../out"), title };
  };
  const titleIn = (out: string): unknown => {
    const { info }: { info: { title: string } } = JSON.parse(readFileSync(path.join(out, "openapi.json"), "utf8"));
    return info.title;
  };
  const broken = smallSpec(["paths/shop/order.yaml", "../../components/schemas/Order.yaml", "../../Nothing.yaml"]);
  for (const round of [1, 2]) {
    const shops = ["A", "B", "C"].map((name) => titled(`${name}${round}`));
    const failing = expect(generate({ spec: broken, out: path.join(broken, "../out") })).rejects.toMatchObject({
      name: "Failure",
      problems: [{ file: expect.stringContaining("paths/shop/order.yaml") as string }],
    });
    await Promise.all([failing, ...shops.map((one) => generate(one))]);
    expect(shops.map(({ out }) => titleIn(out))).toEqual(shops.map(({ title }) => title));
  }
});

describe("--check", () => {
  test("is silent about files that are up to date", async () => {
    expect((await check({ spec: SPEC, out: COMMITTED, runtime: "../src" })).changes).toEqual([]);
  });

  test("names the files that differ or are missing, writes nothing, and exits with 1", async () => {
    const out = temporaryFolder();
    for (const name of ["openapi.yaml", "openapi.json", "schema.d.ts", "methods.d.ts"])
      copyFileSync(path.join(COMMITTED, name), path.join(out, name));
    writeFileSync(path.join(out, "schema.d.ts"), "// edited\n");
    const { code, stdout } = await pandapon(["generate", "--runtime", "../src", "--check", "--out", out]);
    expect(code).toBe(1);
    expect(stdout).toContain(`differs  ${out}/schema.d.ts\nmissing  ${out}/operations.ts\n`);
    expect(stdout).not.toContain("openapi");
    expect(readdirSync(out).sort()).toEqual(["methods.d.ts", "openapi.json", "openapi.yaml", "schema.d.ts"]);
    expect(read(out, "schema.d.ts")).toBe("// edited\n");
  });
});
