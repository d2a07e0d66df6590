#!/usr/bin/env node
// The `stageline` command as a program: one run of the words that it was started with.

import { run } from "./run.ts";

// Whoever reads our output may stop reading it: `stageline report book.xlsx | head -3`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

await run(process.argv.slice(2));
