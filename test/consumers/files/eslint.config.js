// Every entry is found by the resolver that eslint-plugin-import uses by default.
import plugin from "eslint-plugin-import";

export default [
  {
    files: ["*.mjs", "*.cjs"],
    plugins: { import: plugin },
    rules: { "import/no-unresolved": ["error", { commonjs: true }] },
  },
];
