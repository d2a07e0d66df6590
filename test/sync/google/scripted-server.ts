// A server on this machine that gives the answers of a script, one a request, and the last of them from then on. It
// remembers what it was asked.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Scripted =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** The line breaks: nobody can tell whether the request was served. */
  | "cut"
  /** The line breaks amid the answer. */
  | "half"
  /** Nothing ever comes. */
  | "silence";

export interface Requested {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface ScriptedServer {
  readonly url: string;
  readonly requests: readonly Requested[];
  readonly close: () => Promise<void>;
}

export async function scriptedServer(
  script: readonly Scripted[] | ((request: Requested) => Scripted),
): Promise<ScriptedServer> {
  const requests: Requested[] = [];
  const answerTo = (request: Requested) =>
    typeof script === "function"
      ? script(request)
      : (script[Math.min(requests.length, script.length) - 1] ?? { status: 500 });
  const server = createServer(async (incoming, response) => {
    const { method = "", url: path = "", headers } = incoming;
    const request = { method, path, headers, body: await textOf(incoming) };
    requests.push(request);
    give(answerTo(request), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An error as Google's services answer it. */
export function googleError(status: number, kind: string, message: string, details: readonly unknown[] = []) {
  return { status, body: { error: { code: status, message, status: kind, details } } };
}

function give(scripted: Scripted, response: ServerResponse): void {
  if (scripted === "silence") return;
  if (scripted === "cut") {
    response.socket?.destroy();
    return;
  }
  if (scripted === "half") {
    response.writeHead(200, { "content-type": "application/json; charset=UTF-8" });
    response.write('{"spreadsheetId":', () => response.socket?.destroy());
    return;
  }
  const { status, body, headers } = scripted;
  response.writeHead(status, { "content-type": "application/json; charset=UTF-8", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body ?? {}));
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of incoming.setEncoding("utf8")) text += part;
  return text;
}
