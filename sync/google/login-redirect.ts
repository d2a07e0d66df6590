// Where the browser comes back to after a login: a server on this machine, for one visit. What arrives is only believed
// when it carries the word that this login went out with; anybody else's visit is sent away, and it goes on waiting.

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { redacted } from "./redacted.ts";

export interface LoginRedirect {
  readonly address: string;
  /**
   * The code that Google sent.
   *
   * @throws {StagelineError} `access`, when the person or Google said no
   */
  readonly code: Promise<string>;
  readonly close: () => void;
}

/**
 * `state`: the word of this login; `port`: 0 for any that is free.
 *
 * @throws {StagelineError} `usage`, when the port is taken
 */
export async function openRedirect(state: string, port: number): Promise<LoginRedirect> {
  const server = createServer();
  const code = new Promise<string>((resolve, reject) => {
    server.on("request", ({ method, url }, response) => {
      const { pathname, searchParams } = new URL(url ?? "/", "http://127.0.0.1");
      if (method !== "GET" || pathname !== "/" || searchParams.get("state") !== state)
        return page(response, 404, "This is not the login that stageline waits for.");
      const found = searchParams.get("code");
      // The page is on its way before anybody acts on what came with it.
      if (found !== null) response.once("finish", () => resolve(found));
      else response.once("finish", () => reject(refused(searchParams.get("error") ?? "no reason given")));
      const became = found === null ? "Nothing was allowed." : "You are logged in.";
      page(response, 200, `${became} You can close this page and go back to the terminal.`);
    });
  });
  // Whoever opened it waits for it; until then its end is nobody's fault.
  code.catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new StagelineError("usage", `port ${port} of this machine is taken; name another`, { cause }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${taken}`, code, close };
}

function refused(why: string): StagelineError {
  const message =
    why === "access_denied"
      ? "the login was not allowed in the browser"
      : `Google refused the login: ${redacted(why)}`;
  return new StagelineError("access", message);
}

function page(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end(`${sentence}\n`);
}
