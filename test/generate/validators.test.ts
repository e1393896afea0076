// The bundle is a correct OpenAPI 3.1 document for tools that were not used to make it.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import spectral from "@stoplight/spectral-core";
import rulesets from "@stoplight/spectral-rulesets";
import { describe, expect, test } from "vitest";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { printValue } from "../../scripts/dist/generate/print.js";
import { withBareIds } from "../../scripts/dist/generate/publish/bare-ids.js";
import { publish } from "../../scripts/dist/generate/publish/index.js";
import { document, nodeAt } from "../support/bundle.js";
import { ROOT, run, temporaryFolder } from "../support/workspace.js";

const BUNDLE = path.join(ROOT, "generated/openapi.yaml");
const REDOCLY = path.join(ROOT, "node_modules/@redocly/cli/bin/cli.js");
const redocly = (args: string[], cwd = ROOT) =>
  run(process.execPath, [REDOCLY, ...args], cwd, { REDOCLY_TELEMETRY: "off" });

const copy = (): Record<string, unknown> => structuredClone(document);

describe("validators that are not Redocly", () => {
  test("@seriousme/openapi-schema-validator", async () => {
    const validator = new Validator();
    expect(await validator.validate(copy())).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  test("@apidevtools/swagger-parser", async () => {
    // Its types have no OpenAPI 3.1 document; the parser checks the document at run time.
    const api = await SwaggerParser.validate(copy() as never);
    expect(Object.keys(api.paths ?? {})).toEqual(Object.keys(nodeAt(document, "paths")));
  });

  test("both refuse a wrong document", async () => {
    const wrong = { ...copy(), paths: { "/a": { get: { responses: [] } } } };
    expect(await new Validator().validate(structuredClone(wrong))).toMatchObject({ valid: false });
    await expect(SwaggerParser.validate(wrong as never)).rejects.toThrow();
  });

  test("Spectral's oas ruleset finds no error", async () => {
    const linter = new spectral.Spectral();
    // The two packages have different types for a ruleset.
    linter.setRuleset(new spectral.Ruleset(rulesets.oas as ConstructorParameters<typeof spectral.Ruleset>[0]));
    const found = await linter.run(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8"));
    const ERROR = 0;
    expect(
      found.filter((one) => one.severity === ERROR).map((one) => `${one.code} ${one.path.join("/")}: ${one.message}`),
    ).toEqual([]);
  });
});

describe("the pinned Redocly CLI", () => {
  test("lints the contract with the project's redocly.yaml and plugin", async () => {
    const { code, stdout } = await redocly(["lint", "--format=json"]);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
    expect(code).toBe(0);
  });

  test("bundles it into the same document", async () => {
    const out = path.join(temporaryFolder(), "bundle.json");
    await redocly(["bundle", "spec/openapi.yaml", "--output", out]);
    const theirs = JSON.parse(readFileSync(out, "utf8")) as Document;
    // Both are published. The import of the committed one rounds long ids, like JSON.parse.
    const { document: published } = publish(theirs);
    withBareIds(published);
    expect(JSON.parse(printValue(published))).toEqual(copy());
  });

  test("generates a client from it that type-checks under strict TypeScript", async () => {
    const dir = temporaryFolder();
    const client = path.join(dir, "client.ts");
    await redocly(["generate-client", BUNDLE, "--output", client], dir);
    mkdirSync(path.join(dir, "node_modules"));
    symlinkSync(path.join(ROOT, "node_modules/@types"), path.join(dir, "node_modules/@types"));
    writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
    const options = [
      "--noEmit",
      "--strict",
      "--skipDefaultLibCheck",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom,dom.iterable",
      "--module",
      "nodenext",
      "--types",
      "node",
    ];
    const { code, stdout } = await run(
      process.execPath,
      [path.join(ROOT, "node_modules/typescript/bin/tsc"), ...options, client],
      dir,
    );
    expect(stdout).toBe("");
    expect(code).toBe(0);
    expect(readFileSync(client, "utf8")).toContain("alibaba_refunds_create");
  });
});
