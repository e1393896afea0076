import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**"],
    globalSetup: "test/support/built.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one core is left free, which is half of a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
