// The threads that executions run in. Starting one takes some thirty milliseconds, and reading a script in it as many
// again, so they are used again, also after an execution that was killed in the middle of whatever it did. What a thread
// runs is handed in as one text, since a thread of Node reads no TypeScript.

import { MessageChannel, Worker } from "node:worker_threads";
import type { Launch, ScriptSource } from "../launch.ts";
import type { Reply } from "../requests.ts";
import type { ThreadData, ThreadEvent, ThreadLaunch, Told } from "./thread-messages.ts";

export interface ExecutionThread {
  /** Runs until the first call, or to the end. */
  readonly start: (launch: Launch) => Promise<ThreadEvent>;
  /** Goes on until the next call, or to the end. */
  readonly reply: (reply: Reply) => Promise<ThreadEvent>;
  /** Ends what runs in it where it stands, at a call. */
  readonly kill: () => void;
  readonly terminate: () => Promise<void>;
}

export interface ThreadPool {
  readonly take: () => ExecutionThread;
  readonly giveBack: (thread: ExecutionThread) => void;
  readonly close: () => Promise<void>;
}

/** Threads that run the code of execution-worker.ts, put together as one text; so many are started before any is asked for. */
export function threadPool(code: string, ready = 0): ThreadPool {
  const idle: ExecutionThread[] = Array.from({ length: ready }, () => newThread(code));
  const all = new Set(idle);
  return {
    take: () => {
      const thread = idle.pop() ?? newThread(code);
      all.add(thread);
      return thread;
    },
    giveBack: (thread) => {
      idle.push(thread);
    },
    close: async () => {
      await Promise.all([...all].map((thread) => thread.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}

function newThread(code: string): ExecutionThread {
  const { port1: ours, port2: replies } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const data: ThreadData = { signal, replies };
  const worker = new Worker(code, { eval: true, workerData: data, transferList: [replies] });
  // A run that fails must not be kept alive by threads that wait.
  worker.unref();
  ours.unref();
  let present: ScriptSource | undefined;
  const tell = (told: Told): void => {
    ours.postMessage(told);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  };
  return {
    start: ({ source, ...launch }) => {
      const next = nextEvent(worker);
      // A script is a million letters: the thread has it, mostly.
      const told: ThreadLaunch = source === present ? launch : { ...launch, source };
      present = source;
      worker.postMessage(told);
      return next;
    },
    reply: (reply) => {
      const next = nextEvent(worker);
      tell(reply);
      return next;
    },
    kill: () => tell({ kind: "killed" }),
    terminate: async () => {
      ours.close();
      await worker.terminate();
    },
  };
}

function nextEvent(worker: Worker): Promise<ThreadEvent> {
  return new Promise((resolve, reject) => {
    worker.ref();
    const leave = () => {
      worker.unref();
      worker.off("message", onMessage);
      worker.off("error", onError);
    };
    const onMessage = (event: ThreadEvent) => {
      leave();
      resolve(event);
    };
    const onError = (error: Error) => {
      leave();
      reject(error);
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
  });
}
