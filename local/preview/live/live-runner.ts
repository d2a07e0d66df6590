// Runs executions as they come, each in a thread of its own, while people go on working: a script waits for a lock, for an
// answer of the person at the screen, or sleeps, as long as that takes, and everybody else moves on meanwhile. One call is
// served at a time, in the order in which the threads ask.

import type { Dialog, Reply, ServiceRequest } from "../../apps-script/requests.ts";
import type { ThreadPool } from "../../apps-script/scheduler/thread-pool.ts";
import { finish, launchOf, refusal } from "../../apps-script/world/execution-life.ts";
import type { ExecutionRecord } from "../../apps-script/world/execution-record.ts";
import { releaseLocks } from "../../apps-script/world/locks.ts";
import { reply } from "../../apps-script/world/request-life.ts";
import { isKeptOut } from "../../apps-script/world/serve.ts";
import type { GivenAnswer, PersonState } from "../../apps-script/world/spreadsheet-file.ts";
import type { Runner, World } from "../../apps-script/world/world.ts";

export interface Watching {
  /** Shows a dialog to a person and waits for the answer. */
  readonly ask: (person: PersonState, dialog: Dialog) => Promise<GivenAnswer>;
  /** Told of each call that was served. */
  readonly served: (record: ExecutionRecord, request: ServiceRequest) => void;
  /** Told of each execution that is over. */
  readonly ended: (record: ExecutionRecord) => void;
  /** Brings the world's clock up to this moment. */
  readonly tick: () => void;
}

export interface LiveRunner {
  readonly run: Runner;
  /** Resolves when nothing runs and nothing is about to. */
  readonly quiet: () => Promise<void>;
}

const LOOK_AGAIN_MS = 20;

export function liveRunner(threads: ThreadPool, watching: Watching): LiveRunner {
  let running = 0;
  const waiting: (() => void)[] = [];
  const run: Runner = (world, record) => {
    running += 1;
    void runLive({ world, record, threads, watching }).finally(() => {
      running -= 1;
      if (running === 0) for (const resolve of waiting.splice(0)) resolve();
    });
  };
  return {
    run,
    quiet: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

interface Live {
  readonly world: World;
  readonly record: ExecutionRecord;
  readonly threads: ThreadPool;
  readonly watching: Watching;
}

async function runLive(live: Live): Promise<void> {
  const { world, record, threads, watching } = live;
  watching.tick();
  const refused = refusal(world, record);
  if (refused !== undefined) finish(world, record, refused);
  else {
    const thread = threads.take();
    let event = await thread.start(launchOf(world, record));
    while (event.kind === "asks") {
      record.calls += 1;
      const answer = await answered(live, event.request);
      watching.served(record, event.request);
      event = await thread.reply(answer);
    }
    threads.giveBack(thread);
    finish(world, record, event.outcome);
  }
  watching.ended(record);
}

async function answered({ world, record, watching }: Live, request: ServiceRequest): Promise<Reply> {
  watching.tick();
  if (request.ask === "dialog" && record.plan.person !== undefined) {
    releaseLocks(world, record);
    record.plan.person.answers.push(await watching.ask(record.plan.person, request.dialog));
  }
  if (request.ask === "sleep") await pause(request.milliseconds);
  if (request.ask === "tryLock") {
    for (
      let left = request.milliseconds;
      left > 0 && isKeptOut(world, record, request);
      left -= LOOK_AGAIN_MS
    )
      await pause(Math.min(left, LOOK_AGAIN_MS));
  }
  return reply(world, record, request, isKeptOut(world, record, request) ? "too late" : "served");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
