// Reading a book lets nobody else in, and takes about as long as a browser takes for the page. One that comes at once gets the
// page before, so that both go on at the same time; nobody waits long for one that does not come.

import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

export interface HeadStart {
  /** A browser asks for a file of the page. */
  readonly asked: (path: string, response: ServerResponse) => void;
  /** Resolves when a browser has the page, or none came. */
  readonly over: () => Promise<void>;
}

const CODE = "/page.js";
const MOST_TO_COME_MS = 800;
const MOST_TO_LOAD_MS = 3000;

export function headStart(): HeadStart {
  let come = () => {};
  let load = () => {};
  const isComing = new Promise<void>((resolve) => {
    come = resolve;
  });
  const isLoaded = new Promise<void>((resolve) => {
    load = resolve;
  });
  return {
    asked: (path, response) => {
      come();
      if (path === CODE) response.on("finish", load);
    },
    over: async () => {
      const comes = await Promise.race([isComing.then(() => true), wait(MOST_TO_COME_MS, false)]);
      if (comes) await Promise.race([isLoaded, wait(MOST_TO_LOAD_MS)]);
    },
  };
}
