// Who may come in. The preview acts as people of the book, so that no other page of the browser may reach it: requests
// name this machine as their host (a name that was made to lead here is refused), come from the preview's own pages, and
// carry a word in their path that only whoever was told the address knows.

import type { IncomingMessage } from "node:http";

export interface Door {
  readonly port: number;
  /** The first part of every path. */
  readonly word: string;
}

export type Entrance =
  | { readonly way: "in" /** Behind the word. */; readonly path: string }
  | { readonly way: "out"; readonly status: 403 | 404; readonly why: string };

type Coming = Pick<IncomingMessage, "headers" | "method" | "url">;

export function entranceOf({ headers, method = "GET", url = "/" }: Coming, { port, word }: Door): Entrance {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? "")) {
    return { way: "out", status: 403, why: `This is for http://127.0.0.1:${port} only` };
  }
  const { origin } = headers;
  const isForeign = origin !== undefined && !hosts.some((host) => origin === `http://${host}`);
  const site = headers["sec-fetch-site"];
  const isFromOutside = site !== undefined && site !== "same-origin" && site !== "none";
  const isOpening = method === "GET" && headers["sec-fetch-mode"] === "navigate";
  if (isForeign || (method !== "GET" && origin === undefined) || (isFromOutside && !isOpening)) {
    return { way: "out", status: 403, why: "Other pages may not ask this one for anything" };
  }
  const { pathname } = new URL(url, "http://127.0.0.1");
  const [, first = "", ...rest] = pathname.split("/");
  if (first !== word) {
    return { way: "out", status: 404, why: "Open the address that the terminal shows" };
  }
  return { way: "in", path: `/${rest.join("/")}` };
}
