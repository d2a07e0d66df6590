// A thread that runs executions, one after the other, each with fresh globals. At every service call it stands still
// until the reply is there: the script in it is as synchronous as at Google, whatever else goes on meanwhile.

import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { Launch } from "../launch.ts";
import type { Reply, ServiceRequest } from "../requests.ts";
import { runLaunch } from "../script/run-launch.ts";
import type { ThreadData, ThreadEvent } from "./thread-messages.ts";

const { signal, replies } = workerData as ThreadData & { readonly replies: MessagePort };

function tell(event: ThreadEvent): void {
  parentPort?.postMessage(event);
}

function exchange(request: ServiceRequest): Reply {
  Atomics.store(signal, 0, 0);
  tell({ kind: "asks", request });
  for (;;) {
    const received = receiveMessageOnPort(replies) as { readonly message: Reply } | undefined;
    if (received !== undefined) return received.message;
    Atomics.wait(signal, 0, 0);
    Atomics.store(signal, 0, 0);
  }
}

parentPort?.on("message", (launch: Launch) => {
  tell({ kind: "ended", outcome: runLaunch(launch, exchange) });
});
