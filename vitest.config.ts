import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: the test runner reads its settings from the default export
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/built-command.ts"],
    setupFiles: ["test/seed.ts"],
    // Only to end what hangs: a busy machine takes its time, and no test asserts how long anything takes.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});
