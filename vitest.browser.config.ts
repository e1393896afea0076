// Tests that need a real browser: `npm run test:browser`.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    globalSetup: "test/support/built.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
