// Which folder may import which: `npm run check:imports`. Lower folders never import higher ones, and there are no cycles.
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circle-of-files", severity: "error", from: {}, to: { circular: true } },
    { name: "no-circle-of-folders", severity: "error", scope: "folder", from: {}, to: { circular: true } },
    {
      name: "no-import-from-the-folder-above",
      comment: "A file never imports a file that is directly in the parent of its folder.",
      severity: "error",
      from: { path: "^(.+)/[^/]+/[^/]+$" },
      to: { path: "^$1/[^/]+$" },
    },
    {
      name: "no-import-from-two-folders-above",
      severity: "error",
      from: { path: "^(.+)/[^/]+/[^/]+/[^/]+$" },
      to: { path: "^$1/[^/]+$" },
    },
    {
      name: "runtime-knows-no-build",
      comment: "src/ runs in production and imports nothing from scripts/.",
      severity: "error",
      from: { path: "^(?:src|generated)/" },
      to: { path: "^scripts/" },
    },
    {
      name: "core-knows-no-table",
      comment: "The full table in pandapon-openapi/core would put every operation into every bundle.",
      severity: "error",
      from: { path: "^src/[^/]+/" },
      to: { path: "^generated/" },
    },
    {
      name: "only-stage-2-knows-the-runtime",
      comment: "All other commands build pandapon-openapi. Stage 2 is scripts/tsconfig.runtime.json.",
      severity: "error",
      from: { path: "^scripts/", pathNot: "^scripts/(?:call|doctor|sandbox|sign|webhooks)/" },
      to: { path: "^(?:dist|src|generated)/|node_modules/pandapon-openapi/" },
    },
    {
      name: "sandbox-runs-in-a-page",
      comment: "The sandbox uses no Node API. What the commands need beside it is in sandbox/command/.",
      severity: "error",
      from: { path: "^scripts/sandbox/(?!command/)" },
      to: { path: "^(?:node:)|^scripts/sandbox/command/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "core-of-the-tools-knows-no-command",
      severity: "error",
      from: { path: "^scripts/core/" },
      to: { path: "^scripts/(?!core/)", pathNot: "node_modules" },
    },
    {
      name: "comparer-knows-no-command",
      severity: "error",
      from: { path: "^scripts/compare/" },
      to: { path: "^scripts/(?!core/|compare/)", pathNot: "node_modules" },
    },
    {
      name: "only-the-command-line-prints",
      comment: "cli/ holds flags and printing, and nothing imports it.",
      severity: "error",
      from: { path: "^scripts/(?!cli/)" },
      to: { path: "^scripts/cli/" },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: "\\.d\\.ts$" },
      to: {},
    },
  ],
  options: {
    // dist/ is what the name `pandapon-openapi` leads to in the repository.
    doNotFollow: { path: "node_modules|^dist/" },
    exclude: { path: "^scripts/dist/|(^|/)(node_modules|bin)/" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["types", "import", "node", "default"] },
  },
};
