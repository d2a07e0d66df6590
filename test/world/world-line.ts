// What processes of a world are told beside the API: the time, in a file, and the end of each of their waits.

import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { OutsideDesk } from "../../local/apps-script/scheduler/outside-desk.ts";
import { newPath } from "../command.ts";

export interface WorldLine {
  /** What a process has in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Writes down what time it is, before a process goes on. */
  readonly tellTime: () => void;
  readonly close: () => Promise<void>;
}

const LOOPBACK = "127.0.0.1";

export async function openWorldLine(desk: OutsideDesk, now: () => number): Promise<WorldLine> {
  const clock = newPath("clock");
  const tellTime = () => writeFileSync(clock, String(now()));
  const server = createServer((request, response) => {
    const milliseconds = Number(new URL(request.url ?? "/", `http://${LOOPBACK}`).searchParams.get("ms"));
    desk.wait(milliseconds).then(() => {
      tellTime();
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      // At Google's pace, so that much may happen in between: the waits take no time here.
      STAGELINE_SHEETS_API_PACE: "",
      WORLD_CLOCK: clock,
      WORLD_WAIT: `http://${LOOPBACK}:${port}/wait`,
      NODE_OPTIONS: `--import ${new URL("./world-clock.mjs", import.meta.url).href}`,
    },
    tellTime,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
