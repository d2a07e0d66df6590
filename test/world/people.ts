// What the two people of a world do: what they do in any run, and where a stage asks for a message, a move to it.

import type { LaneAct } from "../../local/apps-script/scheduler/run-together.ts";
import { type Random, seededRandom, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { Person } from "../../local/apps-script/world/person.ts";
import type { AddOnWorld } from "../hands/add-on-world.ts";
import { boardSheets } from "../hands/board-sheet.ts";
import { oneOf } from "../hands/random-acts.ts";
import { laneOf } from "../soak/lane.ts";
import { definitionIn } from "../soak/prepared-book.ts";
import { stageOf } from "./commands.ts";
import { type BookOfSeed, wake } from "./world-book.ts";

/** The acts of each, in order. */
export function peopleIn(
  world: AddOnWorld,
  { keeper, plan, bustle }: BookOfSeed,
  random: Random,
): readonly (readonly LaneAct[])[] {
  const definition = definitionIn(world.state());
  const { acts, rows, habits } = bustle;
  const tools = keeper === "add-on" ? {} : ({ with: "hands only" } as const);
  return [world.ada, world.ben].map((person, index) => {
    const own = seededRandom(wholeBelow(random, 4_294_967_296));
    const all: LaneAct[] = [
      ...laneOf(world, person, { definition, random: own, acts, rows, habits, ...tools }),
    ];
    const insert = (act: LaneAct) => all.splice(wholeBelow(own, all.length + 1), 0, act);
    if (keeper === "add-on asleep" && index === 0 && own() < 0.5) insert(() => wake(world));
    const { mailedStage } = plan;
    if (mailedStage !== undefined) insert(() => moveSome(world, person, { random: own, likes: mailedStage }));
    return all;
  });
}

function moveSome(
  { state }: AddOnWorld,
  person: Person,
  { random, likes }: { readonly random: Random; readonly likes: string },
): void {
  const sheet = oneOf(random, boardSheets(state(), definitionIn(state())));
  const row = oneOf(random, sheet?.filled ?? []);
  const column = sheet?.columns["stage"];
  if (sheet === undefined || row === undefined || column === undefined) return;
  person.act({ do: "type", tab: sheet.tab.id, row, column, text: stageOf(sheet, random, likes) });
}
