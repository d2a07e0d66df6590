// The lives of all boards, told in the order in which boards feed one another: accounts become deals, deals are fulfilled,
// and their fate comes back to the accounts.

import type { Definition } from "../../shared/definition/pipeline.ts";
import { templates } from "../../shared/definition/templates/templates.ts";
import type { Run } from "../../shared/engine/run.ts";
import { seededRandom } from "../../shared/statistics/seeded-random.ts";
import { textOf } from "../../shared/table/cell.ts";
import type { Tables } from "../../shared/table/table.ts";
import { freshId } from "../../shared/value/hash.ts";
import { dayOf } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { LifePlan } from "./life-plan.ts";
import type { LinkDirectory } from "./link-directory.ts";
import { coachingLives } from "./lives/coaching-life.ts";
import { ordersLives } from "./lives/orders-life.ts";
import { photographyLives } from "./lives/photography-life.ts";
import { prospectingLives, tellFates } from "./lives/prospecting-life.ts";
import { salesLives } from "./lives/sales-life.ts";
import { showsLives } from "./lives/shows-life.ts";
import { solarLives } from "./lives/solar-life.ts";
import { speakingLives } from "./lives/speaking-life.ts";
import { recordStory, type Story, type StoryBoard, storyBoard } from "./record-story.ts";
import type { Telling } from "./telling.ts";
import { tellLife } from "./told-life.ts";

/** The book before anything happens in it. */
export interface BeforeLife {
  readonly tables: Tables;
  readonly definition: Definition;
  readonly run: Run;
  readonly seed: string;
  readonly links: LinkDirectory;
}

/** The stories by the key of the template. */
export function tellBoards(book: BeforeLife): ReadonlyMap<string, readonly Story[]> {
  const taken = new Set<string>();
  const told = new Map<string, readonly Story[]>();
  const storiesOf = (key: string) => told.get(key) ?? [];
  const plans: Readonly<Record<string, (telling: Telling) => LifePlan>> = {
    prospecting: (telling) => prospectingLives(telling, taken),
    sales: (telling) => salesLives(telling, taken, storiesOf("prospecting")),
    solar: (telling) => solarLives(telling, taken, storiesOf("sales")),
    coaching: (telling) => coachingLives(telling, taken, storiesOf("sales")),
    shows: (telling) => showsLives(telling, taken),
    speaking: (telling) => speakingLives(telling, taken),
    photography: (telling) => photographyLives(telling, taken),
    orders: (telling) => ordersLives(telling, taken, storiesOf("sales")),
  };
  for (const [key, plan] of Object.entries(plans)) {
    const telling = tellingOf(book, key);
    told.set(key, tellBoard(telling, boardOf(book, key), plan(telling)));
  }
  tellFates(storiesOf("prospecting"), storiesOf("sales"));
  return told;
}

function tellingOf({ definition, run, seed }: BeforeLife, key: string): Telling {
  const calendar = { workingDays: [1, 2, 3, 4, 5], holidays: definition.holidays } as const;
  return { random: seededRandom(`${seed} ${key}`), today: dayOf(run.now), calendar };
}

function tellBoard(telling: Telling, board: StoryBoard, plan: LifePlan): readonly Story[] {
  const stories = tellAll(telling, board, { ...plan, before: 0 });
  const beginnings = plan.later?.(stories) ?? [];
  return [...stories, ...tellAll(telling, board, { ...plan, beginnings, before: stories.length })];
}

function tellAll(
  telling: Telling,
  board: StoryBoard,
  plan: LifePlan & { readonly before: number },
): readonly Story[] {
  const idOf = (index: number) => freshId(`${board.run.seed} ${board.board.id}`, plan.before + index);
  const names = plan.beginnings.map(({ cells }) => textOf(cells["name"]));
  board.links.add(names.map((name, index) => ({ name, board: board.board.id, record: idOf(index) })));
  return plan.beginnings.map(({ at, cells, ways }, index) => {
    const owner = textOf(cells["owner"]);
    const story = recordStory(board, idOf(index), { at, ...(owner === "" ? {} : { who: owner }), cells });
    tellLife(telling, story, { ...plan, ways: { ...plan.ways, ...ways } });
    return story;
  });
}

function boardOf(book: BeforeLife, key: string): StoryBoard {
  const template = templates.find((each) => each.key === key);
  const board = book.definition.boards.find(({ tab }) => tab === template?.pipeline.name);
  if (board === undefined) throw new StagelineError("definition", `there is no template "${key}"`);
  return storyBoard(book, board);
}
