// The API on HTTP, for this machine only. It checks nobody's credentials: a caller is whoever the bearer token names, and
// one who names nobody is the owner. Calls are let through the gate as they come and served one at a time.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiError } from "../api-error.ts";
import { type Drive, OWNER } from "../drive.ts";
import type { ApiCall } from "./api-call.ts";
import { type ApiClock, machineClock } from "./clock.ts";
import { type Faults, faultsGate } from "./faults.ts";
import { type Gate, inTurn, refusal } from "./gate.ts";
import { type Quota, quotaGate } from "./quota.ts";
import { readBody } from "./request-body.ts";
import { routeFor } from "./routes.ts";
import { type ApiAnswer, refusedAnswer, servedCall } from "./serve-call.ts";

export interface SheetsApiPlan {
  readonly drive: Drive;
  /** @default any that is free */
  readonly port?: number;
  /** @default no limit */
  readonly quota?: Quota;
  readonly faults?: Faults;
  readonly gate?: Gate;
  readonly clock?: ApiClock;
  /** Told of every call and what was answered, also where the answer is then cut off. */
  readonly observe?: (call: ApiCall, answer: ApiAnswer) => void;
}

export interface SheetsApi {
  /** Without a slash at the end. */
  readonly url: string;
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

const LOOPBACK = "127.0.0.1";

export async function startSheetsApi(plan: SheetsApiPlan): Promise<SheetsApi> {
  const clock = plan.clock ?? machineClock;
  const gate = inTurn([
    ...(plan.quota === undefined ? [] : [quotaGate(plan.quota, clock)]),
    ...(plan.faults === undefined ? [] : [faultsGate(plan.faults, clock)]),
    ...(plan.gate === undefined ? [] : [plan.gate]),
  ]);
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const number = requests;
    answerRequest({ request, response, number }, { ...plan, gate }).catch((error: unknown) => {
      // A fault of this server: the caller is told 500, whoever runs it sees what it was.
      console.error(error);
      if (response.headersSent) response.destroy();
      else
        send(response, {
          status: 500,
          body: { error: { code: 500, message: String(error), status: "INTERNAL" } },
        });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(plan.port ?? 0, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${port}`,
    requests: () => requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly number: number;
}

async function answerRequest(
  { request, response, number }: Exchange,
  { drive, gate, observe }: SheetsApiPlan & { readonly gate: Gate },
): Promise<void> {
  const read = await readBody(request);
  if (read === "gone") return;
  const { call, route } = callOf(request, number, read.body);
  const answered = (answer: ApiAnswer): ApiAnswer => {
    observe?.(call, answer);
    return answer;
  };
  const refused = (error: ApiError): ApiAnswer => answered(refusedAnswer(error, call));
  const verdict = await gate(call);
  if (verdict.do === "cut" && verdict.when === "before the effect") {
    response.destroy();
    return;
  }
  if (verdict.do === "refuse") {
    const headers =
      verdict.retryAfterSeconds === undefined ? {} : { "retry-after": String(verdict.retryAfterSeconds) };
    send(response, refused(refusal(call, verdict.code)), headers);
    return;
  }
  const answer = read.error === undefined ? answered(servedCall(drive, call, route)) : refused(read.error);
  if (verdict.do === "cut") response.destroy();
  if (verdict.do === "serve") send(response, answer);
}

function callOf(request: IncomingMessage, number: number, body: unknown) {
  const url = new URL(request.url ?? "/", `http://${LOOPBACK}`);
  const verb = request.method ?? "GET";
  const found = routeFor(verb, url.pathname);
  const call: ApiCall = {
    number,
    ...(found === undefined ? {} : { method: found.route.id }),
    kind: found?.route.kind ?? (verb === "GET" ? "read" : "write"),
    verb,
    path: url.pathname,
    params: found?.params ?? {},
    query: queryOf(url.searchParams),
    ...(body === undefined ? {} : { body }),
    who: callerOf(request.headers.authorization),
  };
  return { call, route: found?.route };
}

function queryOf(sent: URLSearchParams): ApiCall["query"] {
  return Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));
}

function callerOf(authorization: string | undefined): string {
  const [, name] = /^Bearer\s+(\S+)$/i.exec(authorization ?? "") ?? [];
  return name ?? OWNER;
}

function send(
  response: ServerResponse,
  { status, body }: ApiAnswer,
  headers: Readonly<Record<string, string>> = {},
) {
  response.writeHead(status, { "content-type": "application/json; charset=UTF-8", ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
