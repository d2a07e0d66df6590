// The commands of a world, each a program of its own that comes, does one thing and goes: in this process, with time,
// waiting and chance handed to it, or as the built command. What it is told to do is drawn when it begins, as somebody at a
// terminal sees the sheet.

import { createHash } from "node:crypto";
import type { OutsideDesk } from "../../local/apps-script/scheduler/outside-desk.ts";
import type { OutsideProgram } from "../../local/apps-script/scheduler/outside-program.ts";
import { type Random, seededRandom, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import type { Carrier } from "../../sync/mail/carrier.ts";
import { kill, startIn } from "../command.ts";
import type { AddOnWorld } from "../hands/add-on-world.ts";
import { saidBy, wordsOf } from "./command-words.ts";
import { type Command, type CommandDraw, type CommandKind, drawnCommand } from "./commands.ts";
import { runCommand, type Said } from "./run-command.ts";
import type { WorldLine } from "./world-line.ts";
import { openWorldStore } from "./world-store.ts";

export interface ProgramRun {
  /** In the order in which they began, from 1. */
  readonly number: number;
  readonly command: Command;
  /** Absent where it was killed. */
  said?: Said;
  /** How many steps there were when it began, and when it ended. */
  readonly from: number;
  to?: number;
}

export interface ProgramPlace {
  readonly world: AddOnWorld;
  readonly desk: OutsideDesk;
  /** Address of the API. */
  readonly url: string;
  readonly definition: Definition;
  readonly wish: Pick<CommandDraw, "likes" | "rows">;
  readonly steps: () => number;
  /** Grows. */
  readonly runs: ProgramRun[];
}

/** A command that runs here. */
export function programHere(
  place: ProgramPlace & { readonly carrier: Carrier },
  kind: CommandKind,
  random: Random,
): OutsideProgram {
  const { world, desk, carrier } = place;
  return desk.program(kind, async (clock) => {
    const own = drawnFrom(random);
    const run = begun(place, kind, own);
    const store = await openWorldStore({
      url: place.url,
      book: world.book,
      access: kind === "report" ? "read" : "write",
      ...{ clock, random: own },
      seed: () => seedFrom(own),
    });
    run.said = await runCommand(store, run.command, carrier);
    run.to = place.steps();
  });
}

/** A command that runs as the built command, in a process of its own. */
export function programApart(
  place: ProgramPlace & { readonly line: WorldLine; readonly letters: string },
  kind: CommandKind,
  random: Random,
): OutsideProgram {
  const { world, desk, line, url } = place;
  const start = () => {
    const own = drawnFrom(random);
    const started = desk.run(() => kill(running));
    const run = begun(place, kind, own);
    line.tellTime();
    const environment = {
      ...line.environment,
      STAGELINE_SHEETS_API: url,
      WORLD_SEED: String(wholeBelow(own, 4_294_967_296)),
    };
    const running = startIn(environment, ...wordsOf(run.command, world.book, place.letters));
    running.ended
      .then((ran) => {
        if (ran.exitCode === null) return;
        run.said = saidBy(run.command, ran);
        run.to = place.steps();
        started.end();
      })
      .catch(started.end);
    return started.run;
  };
  return { name: kind, start };
}

function begun(place: ProgramPlace, kind: CommandKind, random: Random): ProgramRun {
  const number = place.desk.moving() ?? 0;
  const draw = { kind, random, label: `file ${number}`, ...place.wish };
  const command = drawnCommand(place.world.state(), place.definition, draw);
  const run: ProgramRun = { number, command, from: place.steps() };
  place.runs.push(run);
  return run;
}

function drawnFrom(random: Random): Random {
  return seededRandom(wholeBelow(random, 4_294_967_296));
}

function seedFrom(random: Random): string {
  return createHash("sha256").update(`${random()} ${random()} ${random()}`).digest("hex");
}
