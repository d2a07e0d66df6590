import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

const everyTest = {
  setupFiles: ["test/seed.ts"],
  // A worker reads the sources once for all of its files. The core is pure, and the hosts keep nothing but what may be
  // kept: what was compiled or made before, and folders with a name of their own for each test.
  isolate: false,
  // Only to end what hangs: a busy machine takes its time, and no test asserts how long anything takes.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 200_000 } },
};

// biome-ignore lint/style/noDefaultExport: the test runner reads its settings from the default export
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: { name: "core", include: ["test/shared/**/*.test.ts"], ...everyTest },
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
