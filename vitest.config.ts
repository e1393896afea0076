import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests of the tool chain. Their imports are large: Redocly, prettier, TypeScript. */
const TOOLS = [
  "call",
  "cli",
  "config",
  "contract",
  "contract-diff",
  "core",
  "coverage",
  "docs",
  "doctor",
  "generate",
  "house",
  "init",
  "lint",
  "overlay",
  "operations",
  "pages",
  "postman",
  "sandbox",
  "sign",
  "webhooks/command",
].map((folder) => `test/${folder}/**/*.test.ts`);
/** It needs a module that no other file has used. */
const ALONE = ["test/signing/nonce-bytes.test.ts"];
/** Tests of what npm publishes. They need both packages packed. */
const PACKED = ["test/package/**/*.test.ts", "test/client/quick-start.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default vitest leaves one core free, which is half of a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The builds are run by Node as they are, as in a user's process; transforming them for each test file takes long.
    server: { deps: { external: [/\/dist\/(?!.*node_modules)/] } },
    // The files of a worker share its process and what it has imported: a process for each file takes a fifth of the time.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: "tools", include: TOOLS, globalSetup: "test/support/built.ts" },
      },
      {
        extends: true,
        test: {
          name: "runtime",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/stores/**", "test/consumers/files/**", ...TOOLS, ...ALONE, ...PACKED],
          globalSetup: "test/support/built.ts",
          // After the tools: a worker is reused as long as the next file is of the same project.
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: "alone", include: ALONE, isolate: true, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: {
          name: "packed",
          include: PACKED,
          globalSetup: ["test/support/built.ts", "test/support/packages.ts"],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
