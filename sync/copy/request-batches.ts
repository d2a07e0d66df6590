// Requests as they are sent: as many at once as Google advises for one call, and made only when their turn comes.

import type { sheets_v4 } from "@googleapis/sheets";

type Request = sheets_v4.Schema$Request;

/** What Google recommends at most for one call. [developers.google.com/workspace/sheets/api/limits] */
const MOST_BYTES = 2_000_000;
/** Room for what is added to each batch, and for letters that take several bytes. */
const AIM_BYTES = MOST_BYTES * 0.8;
const MOST_REQUESTS = 20_000;

/** The requests in batches. */
export function* requestBatches(requests: Iterable<Request>): Generator<Request[]> {
  let batch: Request[] = [];
  let bytes = 0;
  for (const request of requests) {
    const size = Buffer.byteLength(JSON.stringify(request));
    if (batch.length > 0 && (bytes + size > AIM_BYTES || batch.length >= MOST_REQUESTS)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(request);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
