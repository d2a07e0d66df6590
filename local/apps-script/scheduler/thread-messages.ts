// What a worker thread and the scheduler tell each other.

import type { MessagePort } from "node:worker_threads";
import type { Launch, ScriptOutcome, ScriptSource } from "../launch.ts";
import type { Reply, ServiceRequest } from "../requests.ts";

export interface ThreadData {
  /** Becomes 1 when a reply lies in `replies`. */
  readonly signal: Int32Array<SharedArrayBuffer>;
  readonly replies: MessagePort;
}

/** A launch as it is told to a thread: the script comes along only where it is another than that of the launch before. */
export interface ThreadLaunch extends Omit<Launch, "source"> {
  readonly source?: ScriptSource;
}

/** What a thread that stands at a call is told: how the call went, or that what runs in it ends there. */
export type Told = Reply | { readonly kind: "killed" };

/** Where a running execution stands now. */
export type ThreadEvent =
  | { readonly kind: "asks"; readonly request: ServiceRequest }
  | { readonly kind: "ended"; readonly outcome: ScriptOutcome };
