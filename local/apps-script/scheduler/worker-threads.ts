// The threads of runs that start from the sources, as tests do: their code is put together when the first is asked for.

import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { buildSync } from "esbuild";
import { type ThreadPool, threadPool } from "./thread-pool.ts";

export type WorkerThreads = ThreadPool;

export function openWorkerThreads(): WorkerThreads {
  setFlagsFromString(LATE_OPTIMISING);
  return threadPool(workerCode());
}

// Each execution begins with globals of its own, and what the engine makes of its code in the background is gone with them,
// mostly before it is ready: a sixth of the work of a run. So a function has to run for longer before it is worth that; the
// engine's own measure is an eighth.
const LATE_OPTIMISING = "--interrupt-budget=1000000";

let code: string | undefined;

function workerCode(): string {
  code ??= buildSync({
    entryPoints: [fileURLToPath(new URL("./execution-worker.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
  }).outputFiles[0]?.text;
  if (code === undefined) throw new Error("the code of the worker threads could not be built");
  return code;
}
