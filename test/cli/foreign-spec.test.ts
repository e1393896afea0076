// A spec folder from elsewhere: nothing outside it is read, written or run, and nothing in it keeps a command from ending.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { serve, text } from "../support/server.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, ROOT, smallSpec, temporaryFolder, type Edit } from "../support/workspace.js";

const LIST = "paths/shop/order.yaml";
const ORDER = "components/schemas/Order.yaml";
const SECRET = "type: string\ndescription: a secret of this machine\n";

/** The arguments of each command that reads a contract. */
const COMMANDS: [name: string, args: (spec: string, work: string) => string[]][] = [
  ["lint", (spec) => ["lint", "--spec", spec]],
  ["generate", (spec, work) => ["generate", "--spec", spec, "--out", path.join(work, "out")]],
  ["contract-diff", (spec) => ["contract-diff", spec, spec]],
  ["pages diff", (spec, work) => ["pages", "diff", "--spec", spec, "--from", page(work)]],
  ["pages pull", (spec, work) => ["pages", "pull", "--spec", spec, "--from", page(work)]],
  ["pages draft", (spec, work) => ["pages", "draft", page(work), "--spec", spec]],
];

function page(work: string): string {
  const file = path.join(work, "api-2.md");
  writeFileSync(file, CANCEL_PAGE);
  return file;
}

/** Runs every command; each must name the place and what to do, and end by itself. */
async function refusals(spec: string, names = COMMANDS.map(([name]) => name)): Promise<[name: string, text: string][]> {
  const found: [string, string][] = [];
  for (const [name, args] of COMMANDS.filter(([one]) => names.includes(one))) {
    const { code, stdout, stderr } = await pandapon(args(spec, temporaryFolder()));
    expect(`${name}: ${code}`).toMatch(/: [12]$/);
    expect(stdout + stderr).not.toContain("Unexpected");
    found.push([name, stdout + stderr]);
  }
  return found;
}

describe.skipIf(process.platform === "win32")("links and pipes", () => {
  const linked = (name: string, target: (spec: string) => string) => (): [spec: string, named: string] => {
    const spec = smallSpec();
    mkdirSync(path.join(spec, "pages"), { recursive: true });
    rmSync(path.join(spec, name), { recursive: true, force: true });
    symlinkSync(target(spec), path.join(spec, name));
    return [spec, name];
  };
  const outside = (spec: string): string => {
    const file = path.join(path.dirname(spec), "outside");
    writeFileSync(file, SECRET);
    return file;
  };
  const folder = (spec: string): string => {
    mkdirSync(path.join(path.dirname(spec), "elsewhere"));
    return path.join(path.dirname(spec), "elsewhere");
  };
  const pipe = (name: string) => (): [spec: string, named: string] => {
    const spec = smallSpec();
    mkdirSync(path.join(spec, "pages"), { recursive: true });
    rmSync(path.join(spec, name), { force: true });
    execFileSync("mkfifo", [path.join(spec, name)]);
    return [spec, name];
  };

  test.each<[string, () => [spec: string, named: string]]>([
    ["a schema that is a link to a file outside", linked(ORDER, outside)],
    ["a schema that is a link to a file inside", linked("components/schemas/Same.yaml", () => "Order.yaml")],
    ["openapi.yaml that is a link", linked("openapi.yaml", outside)],
    ["navigation.yaml that is a link", linked("navigation.yaml", outside)],
    ["a folder that is a link", linked("components", folder)],
    ["a link to the folder around it", linked("paths/shop/circle", () => "..")],
    ["a link to itself", linked("paths/shop/circle.yaml", () => "circle.yaml")],
    ["a link that leads nowhere", linked("paths/lost.yaml", () => "nowhere.yaml")],
    ["a page of the snapshot that is a link", linked("pages/api-2.json", outside)],
    ["the list of the sites that is a link", linked("pages/sites.json", outside)],
    ["the snapshot that is a link", linked("pages", folder)],
    ["a pipe in the place of a path", pipe("paths/shop/pipe.yaml")],
    ["a pipe in the place of openapi.yaml", pipe("openapi.yaml")],
    ["a pipe in the place of a page", pipe("pages/api-2.json")],
  ])("%s: refused by its name, and nothing is written through it", async (_, given) => {
    const [spec, name] = given();
    for (const [, said] of await refusals(spec)) {
      expect(said).toContain(`${path.join(spec, name)} is `);
      expect(said).toContain("Replace it with a regular file, or remove it.");
    }
    const kept = path.join(path.dirname(spec), "outside");
    if (existsSync(kept)) expect(readFileSync(kept, "utf8")).toBe(SECRET);
  });

  test.each(["openapi.json", "schema.d.ts"])("generate does not write through a link: %s", async (name) => {
    const [spec, out] = [smallSpec(), temporaryFolder()];
    writeFileSync(path.join(out, "../kept"), "as it was");
    symlinkSync("../kept", path.join(out, name));
    const { code, stderr } = await pandapon(["generate", "--spec", spec, "--out", out]);
    expect([code, stderr]).toEqual([2, `${path.join(out, name)} is in the way and is not a file. Move it.\n`]);
    expect(readFileSync(path.join(out, "../kept"), "utf8")).toBe("as it was");
    rmSync(path.join(out, "../kept"));
  });

  test.each(["paths", "paths/shop", "paths/shop/parcel.yaml"])(
    "draft does not write through a link: %s",
    async (name) => {
      const [spec, out, elsewhere] = [smallSpec(), temporaryFolder(), temporaryFolder()];
      mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
      const isFile = name.endsWith(".yaml");
      if (isFile) writeFileSync(path.join(elsewhere, "kept"), "as it was");
      symlinkSync(isFile ? path.join(elsewhere, "kept") : elsewhere, path.join(out, name));
      const file = path.join(temporaryFolder(), "api-77.md");
      writeFileSync(
        file,
        CANCEL_PAGE.replace("/shop/order/{orderId}", "/shop/parcel").replace("api-2-run", "api-77-run"),
      );
      const { code, stderr } = await pandapon(["pages", "draft", file, "--spec", spec, "--out", out]);
      expect(code).toBe(2);
      expect(stderr).toContain(path.join(out, name));
      expect(
        isFile ? readFileSync(path.join(elsewhere, "kept"), "utf8") : existsSync(path.join(elsewhere, "shop")),
      ).toBe(isFile ? "as it was" : false);
    },
  );

  test.each<[string, (pipe: string) => string[]]>([
    ["a saved page", (file) => ["pages", "diff", "--spec", smallSpec(), "--from", file]],
    ["a bundle to compare", (file) => ["contract-diff", file, file]],
    ["a bundle to show", (file) => ["docs", "--bundle", file, "--out", temporaryFolder()]],
    ["a lint configuration", (file) => ["lint", "--spec", smallSpec(), "--config", file]],
    ["a list of addresses", (file) => ["pages", "pull", "--spec", smallSpec(), "--site", file]],
    ["a README", (file) => ["coverage", "--write", file]],
  ])("a pipe that is named as %s is refused", async (_, args) => {
    const file = path.join(temporaryFolder(), "pipe.yaml");
    execFileSync("mkfifo", [file]);
    const { code, stderr } = await pandapon(args(file));
    expect(stderr).toContain(file);
    expect(stderr).not.toContain("Unexpected");
    expect(code).toBe(2);
  });
});

test.each(["pages/api-2.json", "pages/sites.json", ORDER, "navigation.yaml", "openapi.yaml"])(
  "a folder in the place of %s: its name and what to do",
  async (name) => {
    const spec = smallSpec();
    await pandapon(["pages", "pull", "--spec", spec, "--from", page(temporaryFolder())]);
    rmSync(path.join(spec, name), { force: true });
    mkdirSync(path.join(spec, name), { recursive: true });
    const pages = name.startsWith("pages/");
    const { code, stdout, stderr } = await pandapon(["pages", "diff", "--spec", spec]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(path.join(spec, name));
    expect(stdout + stderr).not.toContain("Unexpected");
    if (!pages) return;
    const file = page(temporaryFolder());
    const pulled = await pandapon(["pages", "pull", "--spec", spec, "--from", file]);
    expect([pulled.code, pulled.stderr]).toEqual([2, expect.stringContaining(path.join(spec, name))]);
    expect(pulled.stderr).not.toContain("Unexpected");
  },
);

describe("references out of the folder", () => {
  test.each<[string, (spec: string) => string]>([
    ["an absolute path", () => "/etc/hosts"],
    ["a file beside the folder", () => "../../../secret.yaml"],
    ["a file of an address", () => "file:///etc/hosts"],
    ["data", () => "data:application/json,{}"],
  ])("%s is refused with file, line and fix", async (_, ref) => {
    const spec = smallSpec([LIST, "../../components/schemas/Order.yaml", ref("")]);
    writeFileSync(path.join(spec, "../secret.yaml"), SECRET);
    for (const [name, said] of await refusals(spec, ["lint", "generate", "contract-diff", "pages diff"])) {
      expect(`${name}: ${said}`).toContain(`${path.join(spec, LIST)}:8`);
      expect(said).toContain("is outside");
      expect(said).toContain("Copy that file into the folder.");
      expect(said).not.toContain("a secret of this machine");
    }
  });

  test("an address is not requested", async () => {
    const server = await serve(text(SECRET, "application/yaml"));
    const spec = smallSpec([LIST, "../../components/schemas/Order.yaml", `${server.url}/Order.yaml`]);
    await refusals(spec, ["lint", "generate", "contract-diff", "pages diff", "pages pull"]);
    expect(server.requests).toEqual([]);
  });

  test("files in sibling folders below the spec folder are read as before", async () => {
    const spec = smallSpec([LIST, "../../components/schemas/Order.yaml", "../../shared/deep/Order.yaml"]);
    mkdirSync(path.join(spec, "shared/deep"), { recursive: true });
    const order = readFileSync(path.join(spec, ORDER), "utf8").replaceAll(
      "OrderId.yaml",
      "../../components/schemas/OrderId.yaml",
    );
    writeFileSync(path.join(spec, "shared/deep/Order.yaml"), order);
    const out = path.join(temporaryFolder(), "out");
    expect(await pandapon(["generate", "--spec", spec, "--out", out])).toMatchObject({ code: 0, stderr: "" });
    expect(await pandapon(["pages", "diff", "--spec", spec, "--from", page(temporaryFolder())])).toMatchObject({
      code: 0,
    });
  });

  const BUNDLE = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths: {}
components:
  schemas:
    A:
      type: object
      x-a: HERE
`;
  test.each<[string, string]>([
    ["a $ref to a file", "{ $ref: ./secret.yaml }"],
    ["a $ref to an absolute path", "{ $ref: /etc/hosts }"],
    ["a $ref to an address", "{ $ref: 'http://127.0.0.1:9/a.yaml' }"],
    ["a mapping", "{ discriminator: { propertyName: a, mapping: { a: ./secret.yaml } } }"],
    ["an example in a file", "{ externalValue: ./secret.yaml }"],
    ["a $ref where no field is known", "[{ a: { $ref: ./secret.yaml } }]"],
  ])("a bundle with %s is not shown", async (_, part) => {
    const dir = temporaryFolder();
    const [bundle, out] = [path.join(dir, "bundle.yaml"), path.join(dir, "site")];
    writeFileSync(path.join(dir, "secret.yaml"), SECRET);
    writeFileSync(bundle, BUNDLE.replace("HERE", part));
    const { code, stderr } = await pandapon(["docs", "--bundle", bundle, "--out", out]);
    expect(stderr).toMatch(
      new RegExp(`^.*bundle\\.yaml:8: This is not a bundle: it refers to .*\\. Run \`pandapon generate\``),
    );
    expect([code, existsSync(out)]).toEqual([2, false]);
  });

  test.each(["./secret.yaml", "/etc/hosts", "http://127.0.0.1:9/a.yaml"])(
    "a bundle with a $ref to %s is not compared",
    async (ref) => {
      const dir = temporaryFolder();
      const bundle = path.join(dir, "bundle.yaml");
      writeFileSync(path.join(dir, "secret.yaml"), SECRET);
      writeFileSync(bundle, BUNDLE.replace("HERE", `{ $ref: '${ref}' }`));
      const { code, stderr } = await pandapon(["contract-diff", bundle, bundle]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/bundle\.yaml:\d+:\d+ .*is not part of .*bundle\.yaml/);
    },
  );
});

test.each(["beside the spec folder", "in the spec folder", "above it"])(
  "a configuration %s is not read",
  async (where) => {
    const project = temporaryFolder();
    const spec = path.join(project, "contract/spec");
    cpSync(smallSpec(), spec, { recursive: true });
    const dir = where === "in the spec folder" ? spec : where === "above it" ? project : path.dirname(spec);
    writeFileSync(path.join(dir, "redocly.yaml"), "plugins: [./run.mjs]\nextends: [http://127.0.0.1:9/rules.yaml]\n");
    writeFileSync(
      path.join(dir, "run.mjs"),
      `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(path.join(project, "ran"))}, "");\nexport default () => ({ id: "run" });\n`,
    );
    for (const cwd of [ROOT, temporaryFolder()]) {
      expect(await pandapon(["lint", "--spec", spec], cwd)).toMatchObject({ code: 0, stderr: "" });
      expect(await pandapon(["generate", "--spec", spec, "--out", path.join(project, "out")], cwd)).toMatchObject({
        code: 0,
      });
    }
    expect(existsSync(path.join(project, "ran"))).toBe(false);
  },
);

test("the configuration in the working directory is read", async () => {
  const spec = smallSpec();
  const project = path.dirname(spec);
  writeFileSync(
    path.join(project, "redocly.yaml"),
    "rules:\n  rule/a: { subject: { type: Operation, property: summary }, assertions: { minLength: 99 } }\n",
  );
  const { code, stdout } = await pandapon(["lint", "--spec", "spec"], project);
  expect([code, stdout]).toEqual([1, expect.stringContaining("rule/a")]);
});

describe("aliases that stand for too many values", () => {
  const bomb = (depth: number, width: number, indent = ""): string =>
    Array.from({ length: depth }, (_, n) => {
      const item = n === 0 ? "x" : `*a${n - 1}`;
      return `${indent}x-a${n}: &a${n} [${Array.from({ length: width }, () => item).join(", ")}]\n`;
    }).join("");
  const PLACES: [string, Edit][] = [
    ["openapi.yaml", ["openapi.yaml", "paths:\n", `${bomb(30, 10)}paths:\n`]],
    ["a path's file", [LIST, "  summary: List orders\n", `  summary: List orders\n${bomb(30, 10, "  ")}`]],
    ["a schema's file", [ORDER, "properties:\n", `${bomb(6, 10)}properties:\n`]],
    ["a schema's file, two by two", [ORDER, "properties:\n", `${bomb(40, 2)}properties:\n`]],
    ["a list that holds itself", [ORDER, "properties:\n", "x-a: &a [*a]\nproperties:\n"]],
  ];
  test.each(PLACES)("%s: every command refuses it at once", async (_, edit) => {
    const spec = smallSpec(edit);
    const started = performance.now();
    for (const [name, said] of await refusals(spec, ["lint", "generate", "contract-diff", "pages diff"])) {
      expect(`${name}: ${said}`).toContain(path.join(spec, edit[0]));
      expect(said).toMatch(/aliases stand for more than 100000 values|has no anchor before it/);
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("a bundle: contract-diff and docs refuse it", async () => {
    const dir = temporaryFolder();
    const bundle = path.join(dir, "bundle.yaml");
    writeFileSync(bundle, `openapi: 3.1.0\ninfo: { title: Shop, version: 1.0.0 }\n${bomb(30, 10)}paths: {}\n`);
    for (const args of [
      ["contract-diff", bundle, bundle],
      ["docs", "--bundle", bundle, "--out", path.join(dir, "site")],
    ]) {
      const { code, stderr } = await pandapon(args);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/bundle\.yaml:3.*aliases stand for more than 100000 values/),
      ]);
    }
  });

  test("aliases that stand for few values are read", async () => {
    const spec = smallSpec([
      ORDER,
      "properties:\n",
      "properties:\n  first: &text { type: string, description: A note., examples: [a] }\n  second: *text\n",
    ]);
    expect(await pandapon(["generate", "--spec", spec, "--out", path.join(temporaryFolder(), "out")])).toMatchObject({
      code: 0,
    });
  });
});

describe("shapes that each lead to the next one twice", () => {
  const FORMS: [string, (next: string) => string][] = [
    ["two members", (next) => `type: object\nproperties:\n  a: ${next}\n  b: ${next}\n`],
    ["two parts", (next) => `allOf: [${next}, ${next}]\n`],
    ["two alternatives", (next) => `oneOf: [${next}, ${next}]\n`],
    [
      "a member of two alternatives",
      (next) =>
        `oneOf:\n  - { type: object, properties: { a: ${next} } }\n  - { type: object, properties: { a: ${next} } }\n`,
    ],
  ];
  test.each(FORMS)("%s: every command refuses them by their place", async (_, form) => {
    const spec = smallSpec([ORDER, "properties:\n", "properties:\n  first: { $ref: ./Step0.yaml }\n"]);
    for (let index = 0; index < 24; index += 1) {
      const text = index === 23 ? "type: string\n" : form(`{ $ref: ./Step${index + 1}.yaml }`);
      writeFileSync(path.join(spec, `components/schemas/Step${index}.yaml`), text);
    }
    const started = performance.now();
    for (const [name, args] of COMMANDS.filter(([one]) => ["lint", "generate", "contract-diff"].includes(one))) {
      const { code, stdout, stderr } = await pandapon(args(spec, temporaryFolder()), path.dirname(spec));
      expect(`${name}: ${code}`).toBe(`${name}: ${name === "lint" ? 1 : 2}`);
      expect(stdout + stderr).toMatch(/Step\d+(?:\.yaml:\d+:1 |\S* cannot be read)/);
      expect(stdout + stderr).toMatch(/is composed of too many schemas\.[^]*Describe fewer levels\./);
    }
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

test("lint refuses a chain of 2000 shapes", async () => {
  const spec = smallSpec([ORDER, "properties:\n", "properties:\n  first: { $ref: ./Step0.yaml }\n"]);
  for (let index = 0; index < 2000; index += 1) {
    const inner = index === 1999 ? "{ type: string }" : `{ $ref: ./Step${index + 1}.yaml }`;
    writeFileSync(
      path.join(spec, `components/schemas/Step${index}.yaml`),
      `type: object\nproperties: { a: ${inner} }\n`,
    );
  }
  const { code, stdout } = await pandapon(["lint", "--spec", spec], path.dirname(spec));
  expect([code, stdout]).toEqual([1, expect.stringMatching(/openapi\.yaml:1:1 .*nest too deep/)]);
});
