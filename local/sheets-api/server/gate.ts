// What becomes of a call before it is served. Whoever holds the gate says when each goes on, so that a test puts calls and
// edits of people into any order, and whether it is served, refused, or cut off before or after it took effect.

import { ApiError } from "../api-error.ts";
import type { ApiCall } from "./api-call.ts";

export type GateVerdict =
  | { readonly do: "serve" }
  | { readonly do: "refuse"; readonly code: 429 | 500 | 503; readonly retryAfterSeconds?: number }
  /** The connection ends without an answer; after the effect means that the call was served. */
  | { readonly do: "cut"; readonly when: "before the effect" | "after the effect" }
  /** Served and never answered, as where the caller is gone. */
  | { readonly do: "keep silent" };

export type Gate = (call: ApiCall) => GateVerdict | Promise<GateVerdict>;

export const SERVE: GateVerdict = { do: "serve" };

/** One gate behind the other: the first that does not let a call through decides. */
export function inTurn(gates: readonly Gate[]): Gate {
  return async (call) => {
    for (const gate of gates) {
      const verdict = await gate(call);
      if (verdict.do !== "serve") return verdict;
    }
    return SERVE;
  };
}

/** In the words that Google refuses with. */
export function refusal(call: ApiCall, code: 429 | 500 | 503): ApiError {
  if (code === 500) return new ApiError("INTERNAL", "Internal error encountered.");
  if (code === 503) return new ApiError("UNAVAILABLE", "The service is currently unavailable.");
  const metric = call.kind === "read" ? "Read" : "Write";
  const limit = `${metric} requests per minute per user`;
  return new ApiError(
    "RESOURCE_EXHAUSTED",
    `Quota exceeded for quota metric '${metric} requests' and limit '${limit}' of service 'sheets.googleapis.com' for consumer 'project_number:0'.`,
    [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "RATE_LIMIT_EXCEEDED",
        domain: "googleapis.com",
        metadata: {
          service: "sheets.googleapis.com",
          consumer: "projects/0",
          quota_metric: `sheets.googleapis.com/${metric.toLowerCase()}_requests`,
          quota_limit: `${metric}RequestsPerMinutePerUser`,
          quota_limit_value: "60",
        },
      },
    ],
  );
}
