// Tests that need Redis and PostgreSQL: `npm run test:stores`.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/stores/**/*.test.ts"],
    globalSetup: ["test/support/built.ts", "test/stores/servers.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
