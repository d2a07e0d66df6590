// What is outside of a world's Google: the API that commands ask, the commands themselves, and where their messages go.

import { mkdirSync, readdirSync } from "node:fs";
import { outsideDesk } from "../../local/apps-script/scheduler/outside-desk.ts";
import type { OutsideProgram } from "../../local/apps-script/scheduler/outside-program.ts";
import type { Random } from "../../local/apps-script/seeded-random.ts";
import { outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import type { Carrier } from "../../sync/mail/carrier.ts";
import { newPath } from "../command.ts";
import type { AddOnWorld } from "../hands/add-on-world.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { definitionIn } from "../soak/prepared-book.ts";
import type { Step } from "../soak/step.ts";
import type { CommandKind } from "./commands.ts";
import { type ProgramPlace, type ProgramRun, programApart, programHere } from "./programs.ts";
import { watchedApi } from "./watched-api.ts";
import { openWorldLine } from "./world-line.ts";

export interface Outside {
  readonly program: (kind: CommandKind, random: Random) => OutsideProgram;
  /** Nobody at the terminal for so long. */
  readonly pause: (milliseconds: number) => OutsideProgram;
  /** Everything up to now. */
  readonly seen: () => Seen;
  readonly close: () => Promise<void>;
}

export interface Seen {
  readonly steps: readonly Step[];
  readonly runs: readonly ProgramRun[];
  /** Ids of the messages that commands carried out, each time. */
  readonly carried: readonly string[];
}

export interface OutsideWish extends ProgramWish {
  /** Commands run in this process, or each in one of its own. */
  readonly way: Way;
}

type ProgramWish = ProgramPlace["wish"];

export type Way = "here" | "apart";

export async function openOutside(world: AddOnWorld, { way, ...wish }: OutsideWish): Promise<Outside> {
  const { google, book } = world;
  const desk = outsideDesk(google.world);
  const line = await openWorldLine(desk, google.now);
  const api = await watchedApi(google, { book, desk, onward: line.tellTime });
  const runs: ProgramRun[] = [];
  const definition = definitionIn(world.state());
  const place: ProgramPlace = {
    ...{ world, desk, definition, wish, runs },
    url: api.url,
    steps: () => api.steps.length,
  };
  const folder = newPath("letters");
  mkdirSync(folder);
  const carried: string[] = [];
  const here = { ...place, carrier: carrierTo(carried) };
  const apart = { ...place, line, letters: folder };
  return {
    program: (kind, random) =>
      way === "here" ? programHere(here, kind, random) : programApart(apart, kind, random),
    pause: (milliseconds) => desk.program("pause", (clock) => clock.wait(milliseconds)),
    seen: () => ({
      steps: [...api.steps],
      // What was killed goes on when the line to it is closed, and nobody asks any more what it says.
      runs: runs.map((run) => ({ ...run })),
      carried: [...carried, ...lettersIn(folder, world)],
    }),
    close: async () => {
      await Promise.all([api.close(), line.close()]);
    },
  };
}

function carrierTo(carried: string[]): Carrier {
  return {
    carry: async ({ id }) => {
      carried.push(id);
      return { how: "sent" };
    },
    close: () => {},
  };
}

// The name of a file ends with that of its message.
function lettersIn(folder: string, world: AddOnWorld): readonly string[] {
  const rows = outboxRows(gridTables(world.state()));
  return readdirSync(folder).map((name) => {
    return rows.find(({ id }) => name.endsWith(` ${id.slice(-8)}.eml`))?.id ?? name;
  });
}
