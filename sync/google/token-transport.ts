// The way to the servers that give out tokens, for Google's library of credentials. It tries nothing twice by itself and
// writes nothing into a log; where a file of credentials names a server on this machine, that one is asked.

import { gaxios } from "google-auth-library";
import { hostOf, isLoopback } from "./loopback.ts";

const GOOGLE_TOKENS = "https://oauth2.googleapis.com/token";
const TIMEOUT_MS = 30_000;

/** `localTokens`: a server on this machine that stands for Google's. */
export class TokenTransport extends gaxios.Gaxios {
  readonly #localTokens: string | undefined;

  constructor(localTokens?: string) {
    super();
    this.#localTokens = localTokens;
  }

  override request<Answer>(options: gaxios.GaxiosOptions = {}): gaxios.GaxiosPromise<Answer> {
    const { retryConfig: _, ...plain } = options;
    const wanted = String(options.url ?? "");
    const url = wanted === GOOGLE_TOKENS ? (this.#localTokens ?? wanted) : wanted;
    const noProxy = isLoopback(url) ? { noProxy: [hostOf(url)] } : {};
    return super.request<Answer>({ ...plain, url, ...noProxy, retry: false, timeout: TIMEOUT_MS });
  }
}
