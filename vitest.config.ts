import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests of what npm publishes: they need both packages packed. */
const PACKED = ["test/package/**/*.test.ts", "test/client/quick-start.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default vitest leaves one core free, which is half of a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "source",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", ...PACKED],
          globalSetup: "test/support/built.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "packed",
          include: PACKED,
          globalSetup: ["test/support/built.ts", "test/support/packages.ts"],
        },
      },
    ],
  },
});
