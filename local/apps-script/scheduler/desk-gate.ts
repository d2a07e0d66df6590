// The gate of the Sheets API where a run decides: each request waits at the desk until the scheduler says what becomes of
// it.

import type { Gate, GateVerdict } from "../../sheets-api/server/gate.ts";
import type { OutsideDesk } from "./outside-desk.ts";
import type { RequestFate } from "./outside-program.ts";

const RETRY_AFTER_SECONDS = 5;

const VERDICTS: Readonly<Record<RequestFate, GateVerdict>> = {
  served: { do: "serve" },
  "put off": { do: "refuse", code: 429 },
  "put off for a while": { do: "refuse", code: 429, retryAfterSeconds: RETRY_AFTER_SECONDS },
  failed: { do: "refuse", code: 500 },
  unavailable: { do: "refuse", code: 503 },
  "cut before its effect": { do: "cut", when: "before the effect" },
  "cut after its effect": { do: "cut", when: "after the effect" },
  unheard: { do: "keep silent" },
};

export function deskGate(desk: Pick<OutsideDesk, "request">): Gate {
  return async ({ method, verb }) => VERDICTS[await desk.request(method ?? verb)];
}
