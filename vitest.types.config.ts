// Checks the types under older versions of TypeScript that are still in use: `npm run test:types`.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/package/types.test.ts",
      "test/package/observed.test.ts",
      "test/generate/method-calls.test.ts",
      "test/generate/client-types.test.ts",
    ],
    globalSetup: ["test/support/built.ts", "test/support/packages.ts", "test/support/fetch-compilers.mjs"],
    env: { TYPESCRIPT: "5.4 5.9 6.0" },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
