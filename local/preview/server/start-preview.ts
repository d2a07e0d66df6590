// The preview on HTTP, for this machine only: the page and its files, one stream of messages to each window, and what
// windows ask for.

import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import { type Door, entranceOf } from "./doors.ts";
import { FRAME_POLICY } from "./frame-page.ts";
import { type HeadStart, headStart } from "./head-start.ts";
import { pageFile } from "./page-files.ts";
import type { Desk } from "./preview-desk.ts";
import { parseWindowRequest } from "./window-request.ts";

export interface PreviewPlan {
  /** There when the book is read; until then windows get the page and wait. */
  readonly desk: Promise<Desk>;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** @default any that is free */
  readonly port?: number;
  /** A fault of this program. */
  readonly failed: (error: unknown) => void;
}

export interface Preview {
  /** The address to open. */
  readonly url: string;
  /** Resolves when a browser has the page, or none came at once. */
  readonly headStart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const WORD_BYTES = 16;
const MOST_BODY_BYTES = 20_000_000;
const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

/** @throws {StagelineError} `busy`, where the port is taken */
export async function startPreview(plan: PreviewPlan): Promise<Preview> {
  const word = randomBytes(WORD_BYTES).toString("hex");
  const start = headStart();
  const server = createServer((request, response) => {
    const door: Door = { port: (server.address() as AddressInfo).port, word };
    answer(plan, { door, start }, { request, response }).catch((error: unknown) => {
      plan.failed(error);
      if (response.headersSent) response.end();
      else say(response, 500, "The preview could not do that; the terminal says why");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === "EADDRINUSE" || cause.code === "EACCES";
      reject(
        isTaken ? new StagelineError("busy", `port ${plan.port} is taken: name another`, { cause }) : cause,
      );
    });
    server.listen(plan.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/${word}/`;
  return { url, headStart: start.over, close: () => closed(server) };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(
  plan: PreviewPlan,
  { door, start }: { readonly door: Door; readonly start: HeadStart },
  { request, response }: Exchange,
): Promise<void> {
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-store");
  const entrance = entranceOf(request, door);
  if (entrance.way === "out") say(response, entrance.status, entrance.why);
  else if (request.method === "POST" && entrance.path === "/ask")
    await receive(await plan.desk, { request, response });
  else if (request.method !== "GET") say(response, 405, "Only GET and POST are answered");
  else if (entrance.path === "/events") stream(await plan.desk, { request, response });
  else if (entrance.path.startsWith("/frame/"))
    showFrame(await plan.desk, response, Number(entrance.path.slice(7)));
  else {
    start.asked(entrance.path, response);
    await showFile(plan.pageFolder, response, entrance.path);
  }
}

async function showFile(folder: string, response: ServerResponse, path: string): Promise<void> {
  const file = await pageFile(folder, path);
  if (file === undefined) {
    say(response, 404, "There is no such page");
    return;
  }
  response.writeHead(200, { "content-type": file.type, "content-security-policy": PAGE_POLICY });
  response.end(file.bytes);
}

function stream(desk: Desk, { request, response }: Exchange): void {
  // Somebody who closed the window before the book was there is no one who sits at it.
  if (response.destroyed) return;
  const window = new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get("window") ?? "";
  if (window === "") {
    say(response, 400, "A window says which one it is");
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  desk.open(window, response);
}

function showFrame(desk: Desk, response: ServerResponse, id: number): void {
  const html = desk.frame(id);
  if (html === undefined) {
    say(response, 404, "There is no such page");
    return;
  }
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": FRAME_POLICY,
  });
  response.end(html);
}

async function receive(desk: Desk, { request, response }: Exchange): Promise<void> {
  try {
    const outcome = desk.receive(parseWindowRequest(JSON.parse(await bodyOf(request))));
    if (outcome === "unknown window") {
      say(response, 409, "Nothing of that was done: load the page again");
      return;
    }
    response.writeHead(204);
    response.end();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    say(response, 400, "That is nothing a window can ask for");
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BODY_BYTES) throw new SyntaxError("too long");
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function say(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${words}\n`);
}

function closed(server: Server): Promise<void> {
  const whenClosed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return whenClosed;
}
