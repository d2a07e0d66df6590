// The JSON of a request. What is none is refused in the words of Google's front end.

import type { IncomingMessage } from "node:http";
import { type ApiError, invalidArgument } from "../api-error.ts";
import { badField } from "../values/value-options.ts";

export interface RequestBody {
  /** Absent where there is none. */
  readonly body?: unknown;
  readonly error?: ApiError;
}

/** Google names no limit for the Sheets API and advises 2 MB; this one keeps the server's memory. */
const MOST_BYTES = 52_428_800;

/** "gone" where the caller went away before it was all there: nothing was asked then. */
export async function readBody(request: IncomingMessage): Promise<RequestBody | "gone"> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      bytes += part.length;
      // What comes after is read and let go, so that the refusal arrives.
      if (bytes <= MOST_BYTES) parts.push(part);
    }
  } catch (cause) {
    if (request.errored !== null) return "gone";
    throw cause;
  }
  if (bytes > MOST_BYTES) {
    return { error: invalidArgument(`Request payload size exceeds the limit: ${MOST_BYTES} bytes.`) };
  }
  return parsedBody(Buffer.concat(parts).toString("utf8"));
}

function parsedBody(text: string): RequestBody {
  if (text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { body };
    return {
      error: misread(`Invalid JSON payload received. Unknown name "": Root element must be a message.`),
    };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { error: misread(`Invalid JSON payload received. Unexpected token.\n${text.slice(0, 40)}\n^`) };
  }
}

function misread(description: string): ApiError {
  return badField("", description);
}
