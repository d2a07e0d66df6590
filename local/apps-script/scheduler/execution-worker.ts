// A thread that runs executions, one after the other, each with fresh globals. At every service call it stands still
// until the reply is there: the script in it is as synchronous as at Google, whatever else goes on meanwhile. An execution
// that is killed ends in the middle of that call, and nothing of it runs any more, not even its `finally`; the thread stays,
// with all the code that it has read.

import { Session } from "node:inspector";
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { ScriptSource } from "../launch.ts";
import type { Reply, ServiceRequest } from "../requests.ts";
import { runLaunch } from "../script/run-launch.ts";
import type { ThreadData, ThreadEvent, ThreadLaunch, Told } from "./thread-messages.ts";

const { signal, replies } = workerData as ThreadData & { readonly replies: MessagePort };

function tell(event: ThreadEvent): void {
  parentPort?.postMessage(event);
}

function exchange(request: ServiceRequest): Reply {
  Atomics.store(signal, 0, 0);
  tell({ kind: "asks", request });
  for (;;) {
    const received = receiveMessageOnPort(replies) as { readonly message: Told } | undefined;
    if (received?.message.kind === "killed") endHere();
    else if (received !== undefined) return received.message;
    Atomics.wait(signal, 0, 0);
    Atomics.store(signal, 0, 0);
  }
}

/** Takes down everything that this thread is in, as no error could: that can be caught. */
function endHere(): never {
  const session = new Session();
  session.connect();
  session.post("Runtime.terminateExecution");
  session.disconnect();
  // The engine ends what runs when it comes round.
  for (;;);
}

let present: ScriptSource | undefined;

parentPort?.on("message", ({ source = present, ...launch }: ThreadLaunch) => {
  if (source === undefined) throw new Error("the first launch of a thread brings its script along");
  present = source;
  tell({ kind: "ended", outcome: runLaunch({ ...launch, source }, exchange) });
});
