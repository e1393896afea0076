// Yarn 1 installs openapi-typescript beside the TypeScript of the consumer, and not beside the one that the tool chain pins.
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { generate } from "pandapon-codegen";
import { expect, test } from "vitest";
import { consumer, textsIn } from "../support/consumer.js";
import { link } from "../support/packed.js";
import { ROOT, run } from "../support/run.js";

const CODEGEN = path.join(ROOT, "scripts");

test("a client is compiled with the tool chain's own TypeScript, wherever that of the consumer is", async () => {
  const dir = consumer({ include: ["alibaba.refunds.*"] });
  const installed = path.join(dir, "node_modules/pandapon-codegen");
  for (const name of ["dist", "bin", "package.json"]) {
    cpSync(path.join(CODEGEN, name), path.join(installed, name), { recursive: true });
  }
  link("typescript", installed);
  // TypeScript 7 has none of what openapi-typescript calls.
  symlinkSync(path.join(ROOT, "node_modules/typescript"), path.join(dir, "node_modules/typescript"), "junction");
  // A link would lead back to the place where it is installed here.
  const [from] = ["scripts/node_modules", "node_modules"]
    .map((place) => path.join(ROOT, place, "openapi-typescript"))
    .filter(existsSync);
  cpSync(from ?? "", path.join(dir, "node_modules/openapi-typescript"), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(path.join(CODEGEN, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const others = Object.keys(dependencies).filter(
    (name) => !["typescript", "openapi-typescript", "pandapon-openapi"].includes(name),
  );
  for (const name of others) link(name, dir);

  // What openapi-typescript itself depends on.
  const NODE_PATH = [path.join(CODEGEN, "node_modules"), path.join(ROOT, "node_modules")].join(path.delimiter);
  const bin = path.join(installed, "bin/pandapon.js");
  const { code, stderr } = await run(process.execPath, [bin, "generate"], dir, { NODE_PATH });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const here = consumer({ include: ["alibaba.refunds.*"] });
  await generate({ config: path.join(here, "pandapon.config.json") });
  expect(textsIn(path.join(dir, "client"))).toEqual(textsIn(path.join(here, "client")));
});
