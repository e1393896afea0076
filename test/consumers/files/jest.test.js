// Imports the package in a test, and requires it.
import * as main from "pandapon-openapi";
import * as core from "pandapon-openapi/core";
import * as signing from "pandapon-openapi/signing";
import { required } from "./load.cjs";
import { suite } from "./suite.js";

test("the suite passes", async () => {
  const results = await suite(
    [
      { from: "import", main, core, signing },
      { from: "require", ...required },
    ],
    DISTINCT,
  );
  expect(results.filter(({ reason }) => reason !== undefined)).toEqual([]);
  expect(results.length).toBeGreaterThan(10);
});
