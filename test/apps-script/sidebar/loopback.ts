// The built page on loopback, as HtmlService serves it: with a `google.script.run` that has a function for each of the
// script's, and carries each call to the real script. What crosses is JSON, as with Google; a call that throws reaches
// the failure handler with the message of its error.

import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Runs a function of the script with what the page handed to it. */
export type RunScript = (name: string, argument: unknown) => unknown;

export interface Loopback {
  readonly url: string;
  /** Names of the functions that were called, in order. */
  readonly calls: readonly string[];
  /** Keeps the answers to that function's next calls back, until what it returns is called. */
  readonly holdBack: (name: string) => () => void;
  readonly close: () => Promise<void>;
}

export async function serveLoopback(
  html: string,
  script: { readonly names: readonly string[]; readonly run: RunScript },
): Promise<Loopback> {
  const calls: string[] = [];
  const held = new Map<string, Promise<void>>();
  const page = html.replace("<head>", () => `<head><script>${shimFor(script.names)}</script>`);
  const server = createServer((request, response) => {
    void answer(request).then((body) => {
      response.setHeader(
        "content-type",
        `${request.method === "POST" ? "application/json" : "text/html"}; charset=utf-8`,
      );
      response.end(body);
    });
  });
  const answer = async (request: IncomingMessage): Promise<string> => {
    if (request.method !== "POST") return page;
    const { name, argument } = JSON.parse(await bodyOf(request)) as { name: string; argument: unknown };
    calls.push(name);
    const outcome = outcomeOf(() => script.run(name, argument));
    await held.get(name);
    return JSON.stringify(outcome);
  };
  const holdBack = (name: string) => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    held.set(name, gate);
    return () => {
      if (held.get(name) === gate) held.delete(name);
      release();
    };
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, calls, holdBack, close: () => closed(server) };
}

function outcomeOf(run: () => unknown): { readonly told: unknown } | { readonly failed: string } {
  try {
    return { told: run() ?? null };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function shimFor(names: readonly string[]): string {
  return `
    const runner = (told, failed) => Object.fromEntries([
      ["withSuccessHandler", (handler) => runner(handler, failed)],
      ["withFailureHandler", (handler) => runner(told, handler)],
      ...${JSON.stringify(names)}.map((name) => [name, (argument) => {
        fetch("/run", { method: "POST", body: JSON.stringify({ name, argument }) })
          .then((response) => response.json())
          .then((outcome) => "failed" in outcome ? failed(new Error(outcome.failed)) : told(outcome.told),
            () => failed(new Error("NetworkError: Connection failure due to HTTP 0")));
      }]),
    ]);
    window.google = { script: { run: runner(() => {}, () => {}), host: { close: () => {} } } };`;
}
