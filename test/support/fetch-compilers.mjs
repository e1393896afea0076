// Fetches the oldest TypeScript that the types are for, before the tests of `npm run test:types`.
import { fetchPackages } from "./fetch-packages.mjs";

export default function setup() {
  fetchPackages({ typescript: "5.4.5" });
}
