import { defineConfig } from "vitest/config";

const everyTest = {
  setupFiles: ["test/seed.ts"],
  // Only to end what hangs: a busy machine takes its time, and no test asserts how long anything takes.
  testTimeout: 240_000,
  hookTimeout: 240_000,
};

// biome-ignore lint/style/noDefaultExport: the test runner reads its settings from the default export
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        // The core is pure: nothing in it remembers what a test did, so a worker may read it once for all of its files.
        test: { name: "core", include: ["test/shared/**/*.test.ts"], isolate: false, ...everyTest },
      },
      {
        test: {
          name: "hosts",
          include: ["test/**/*.test.ts"],
          exclude: ["test/shared/**"],
          globalSetup: ["test/built-command.ts"],
          ...everyTest,
        },
      },
    ],
  },
});
