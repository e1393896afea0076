// Runs the suite of test/runtimes with the CommonJS build.
const { inspect } = require("node:util");
const { createClient, createPandaPon, PandaPonError } = require("pandapon-openapi");
const signing = require("pandapon-openapi/signing");
const { suite } = require("./suite.cjs");

const inspectors = [(value) => inspect(value, { depth: 9, showHidden: true })];
suite({ ...JSON.parse(process.argv[2]), inspectors, createClient, createPandaPon, PandaPonError, signing }).then((results) =>
  console.log(JSON.stringify({ version: process.versions.node, results })),
);
