// A worker that runs the suite. Bundled before use. It imports the package and requires it.
import { imported } from "./load.mjs";
import { required } from "./load.cjs";
import { suite } from "./suite.js";

const copies = [
  { from: "import", ...imported },
  { from: "require", ...required },
];
export default {
  fetch: async () => Response.json(await suite(copies, DISTINCT)),
};
