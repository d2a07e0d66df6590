// The threads of runs that start from the sources, as tests do: their code is put together when the first is asked for.

import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { type ThreadPool, threadPool } from "./thread-pool.ts";

export type WorkerThreads = ThreadPool;

export function openWorkerThreads(): WorkerThreads {
  return threadPool(workerCode());
}

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
