// Google's API for script projects on this machine: keeps the files of each project, and what it was asked. Knows the
// two methods that a push uses; any other is not found, as at Google.

import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface ScriptFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

export interface ApiRequest {
  readonly method: string;
  /** With the host, as the caller meant it. */
  readonly url: string;
  readonly authorization: string;
  readonly body: unknown;
}

export interface ScriptApi extends AsyncDisposable {
  readonly port: number;
  readonly requests: readonly ApiRequest[];
  /** The files of a project. */
  files(scriptId: string): readonly ScriptFile[];
}

const CONTENT = /^\/v1\/projects\/([^/]+)\/content$/;

/** Starts the API, in which each project is empty. */
export async function startScriptApi(): Promise<ScriptApi> {
  const requests: ApiRequest[] = [];
  const projects = new Map<string, readonly ScriptFile[]>();
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    const { method = "", headers, url = "" } = incoming;
    requests.push({ method, url: `${headers.host}${url}`, authorization: headers.authorization ?? "", body });
    const [, scriptId] = CONTENT.exec(url.replace(/\?.*/, "")) ?? [];
    if (scriptId === undefined || !["GET", "PUT"].includes(method)) {
      response.writeHead(404, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { code: 404, message: "Not found", status: "NOT_FOUND" } }));
      return;
    }
    if (method === "PUT") projects.set(scriptId, (body as { files: readonly ScriptFile[] }).files);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ scriptId, files: projects.get(scriptId) ?? [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    files: (scriptId) => projects.get(scriptId) ?? [],
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const part of incoming.setEncoding("utf8")) text += part;
  return text === "" ? undefined : JSON.parse(text);
}
