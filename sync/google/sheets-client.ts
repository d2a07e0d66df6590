// Google's own client of the Sheets API, and of no other. What imports this is loaded when a command asks Google for
// something.
// It tries nothing twice by itself: its way knows nothing of what may be repeated.

import { sheets, type sheets_v4 } from "@googleapis/sheets";
import { GOOGLE_ADDRESS } from "./api-address.ts";
import { hostOf, isLoopback } from "./loopback.ts";

export type Sheets = sheets_v4.Sheets;

export interface ClientWish {
  /** @default Google's */
  readonly address?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** For one request, its answer included. */
  readonly timeoutMs: number;
}

export function sheetsClient({ address = GOOGLE_ADDRESS, headers, timeoutMs }: ClientWish): Sheets {
  return sheets({
    version: "v4",
    rootUrl: address,
    headers: { ...headers },
    timeout: timeoutMs,
    retry: false,
    responseType: "json",
    redirect: "error",
    // What the environment says of other clouds would send our requests there.
    universeDomain: "googleapis.com",
    // What is on this machine is not asked through a proxy.
    ...(isLoopback(address) ? { noProxy: [hostOf(address)] } : {}),
  });
}
