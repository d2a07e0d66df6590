// What became of a request, as far as it can be known from here. Only an answer says that it had its effect, and only a
// clear no, or a line that was never there, says that it had none; whatever else went wrong, nobody knows.

import { retryAfterMs } from "./patience.ts";

/** What Google said no with. */
export interface Refusal {
  readonly status: number;
  /** Such as PERMISSION_DENIED; empty where none is given. */
  readonly kind: string;
  /** Such as SERVICE_DISABLED: the reason for machines; empty where none is given. */
  readonly reason: string;
  readonly message: string;
  /** Where Google says that it can be put right. */
  readonly address?: string;
}

export type Failure =
  | { readonly became: "refused"; readonly refusal: Refusal }
  /** Not done, and may be asked again. */
  | { readonly became: "put off"; readonly askedMs?: number; readonly why: string }
  /** Nobody was reached. */
  | { readonly became: "not sent"; readonly why: string }
  | { readonly became: "unknown"; readonly askedMs?: number; readonly why: string };

const NEVER_THERE: ReadonlySet<string> = new Set([
  ...["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "ECONNREFUSED", "ENETUNREACH", "ENETDOWN", "EHOSTUNREACH"],
  ...["EADDRNOTAVAIL", "EPROTO"],
]);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;
const RATE_REASONS = /^(RATE_LIMIT_EXCEEDED|rateLimitExceeded|userRateLimitExceeded)$/;
const TOO_MANY = 429;
const TIMED_OUT = 408;
const FIRST_FAULT = 500;

/**
 * What an error of the client tells of the request that met it; `undefined` for an error that no request met, which is a
 * fault of this program.
 */
export function failureIn(error: unknown, nowMs: number): Failure | undefined {
  if (!(error instanceof Error) || !("config" in error)) return undefined;
  const answer = answerIn(error);
  if (answer === undefined) {
    const code = codeOf(error);
    const isThere = !NEVER_THERE.has(code) && !CERTIFICATE.test(code);
    return { became: isThere ? "unknown" : "not sent", why: whyOf(error, code) };
  }
  const refusal = refusalIn(answer);
  const asked = retryAfterMs(answer.retryAfter, nowMs);
  const waiting = asked === undefined ? {} : { askedMs: asked };
  const why = `${refusal.status} ${refusal.message}`;
  if (refusal.status === TOO_MANY || RATE_REASONS.test(refusal.reason))
    return { became: "put off", why, ...waiting };
  const isFault = refusal.status >= FIRST_FAULT || refusal.status === TIMED_OUT || refusal.kind === "ABORTED";
  return isFault ? { became: "unknown", why, ...waiting } : { became: "refused", refusal };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

function answerIn(error: object): Answer | undefined {
  const response = fieldOf(error, "response");
  const status = fieldOf(response, "status");
  if (typeof status !== "number") return undefined;
  const headers = fieldOf(response, "headers");
  const retryAfter =
    headers instanceof Object && "get" in headers ? (headers as Headers).get("retry-after") : null;
  return { status, body: fieldOf(response, "data"), retryAfter };
}

// Google's services answer {"error": {code, message, status, details}}; those that give out tokens,
// {"error": "invalid_grant", "error_description": "…"}.
function refusalIn({ status, body }: Answer): Refusal {
  const error = fieldOf(body, "error");
  const details = listOf(fieldOf(error, "details"));
  const reason = details.map((detail) => textOf(detail, "reason")).find((text) => text !== "");
  const older = listOf(fieldOf(error, "errors")).map((each) => textOf(each, "reason"))[0];
  const address = addressIn(details);
  if (typeof error === "string")
    return { status, kind: error, reason: error, message: textOf(body, "error_description") || error };
  return {
    status,
    kind: textOf(error, "status"),
    reason: reason ?? older ?? "",
    message: textOf(error, "message") || `status ${status}`,
    ...(address === undefined ? {} : { address }),
  };
}

function addressIn(details: readonly unknown[]): string | undefined {
  const links = details.flatMap((detail) => [
    textOf(fieldOf(detail, "metadata"), "activationUrl"),
    ...listOf(fieldOf(detail, "links")).map((link) => textOf(link, "url")),
  ]);
  return links.find((link) => /^https:\/\/console\.(developers|cloud)\.google\.com\//.test(link));
}

function codeOf(error: Error): string {
  const code = fieldOf(error, "code") ?? fieldOf(error.cause, "code");
  return typeof code === "string" ? code : "";
}

function whyOf(error: Error, code: string): string {
  if (fieldOf(error.cause, "name") === "AbortError") return "it took too long";
  return code === "" ? error.message : code;
}

function fieldOf(value: unknown, name: string): unknown {
  return value instanceof Object && name in value ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown, name: string): string {
  const text = fieldOf(value, name);
  return typeof text === "string" ? text : "";
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
