// One execution as the world sees it: what it was started for, how it stands, what it used. It is kept after its end,
// as Google's list of executions keeps it.

import type { AuthorizationMode, ExecutionKind, Launch, LaunchArguments, ScriptError } from "../launch.ts";
import { type Counts, newCounts } from "./counts.ts";
import type { ScriptRecord } from "./script-record.ts";
import type { PersonState } from "./spreadsheet-file.ts";

export type ExecutionStatus = "waiting" | "running" | "done" | "failed" | "killed" | "timed out";

export interface ExecutionPlan {
  readonly script: ScriptRecord;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly mode: AuthorizationMode;
  readonly arguments: LaunchArguments;
  readonly effectiveUser: string;
  readonly activeUser: string;
  /** The container's id. */
  readonly spreadsheet?: string;
  /** Who sees toasts. */
  readonly person?: PersonState;
  /** Whether that person's screen may be drawn on. */
  readonly screen: "open" | "none";
  readonly triggerId?: string;
}

export interface ExecutionRecord {
  readonly id: number;
  readonly plan: ExecutionPlan;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly as: string;
  readonly mode: AuthorizationMode;
  readonly counts: Counts;
  status: ExecutionStatus;
  /** From its start on. */
  launch?: Launch;
  /** What it came to, of a call from a page or from the editor. */
  result?: unknown;
  resultJson?: string;
  error?: ScriptError;
  logs: readonly string[];
  /** Of virtual time, its own. */
  milliseconds: number;
  /** How many requests it made. */
  calls: number;
  /** How many of them were made to fail. */
  faults: number;
  /** Since when, in its own time, it holds which lock. */
  readonly locks: Map<string, number>;
  /** What is to happen at its end. */
  readonly whenEnded: (() => void)[];
}

export function newExecutionRecord(id: number, plan: ExecutionPlan): ExecutionRecord {
  return {
    id,
    plan,
    functionName: plan.functionName,
    kind: plan.kind,
    as: plan.effectiveUser,
    mode: plan.mode,
    counts: newCounts(),
    status: "waiting",
    logs: [],
    milliseconds: 0,
    calls: 0,
    faults: 0,
    locks: new Map(),
    whenEnded: [],
  };
}

/** Six minutes; thirty seconds for simple triggers and formulas (developers.google.com/apps-script/guides/services/quotas). */
export function limitMilliseconds(kind: ExecutionKind): number {
  return kind === "simple" || kind === "custom function" ? 30_000 : 360_000;
}

export function hasEnded(record: ExecutionRecord): boolean {
  return record.status !== "waiting" && record.status !== "running";
}
