// A type name is declared once in a package: two types of one name send a reader to the wrong one.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/workspace.js";

const DECLARATION = /^(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm;

test.each(["src", "scripts"])("%s/ declares each type name once", (folder) => {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/(?:^|[\\/])(?:dist|node_modules)[\\/]/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  const places = new Map<string, string[]>();
  for (const file of files) {
    for (const [, name = ""] of readFileSync(path.join(ROOT, folder, file), "utf8").matchAll(DECLARATION)) {
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  expect([...places].filter(([, declared]) => declared.length > 1)).toEqual([]);
});
