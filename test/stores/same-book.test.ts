// The add-on and the command are one engine with two hosts: whatever people do, a spreadsheet with the add-on in it and
// a file that is synced hold the same boards, history and state, looked at after each act.

import { expect, test } from "vitest";
import { type Random, seededRandom } from "../../local/apps-script/seeded-random.ts";
import { templates } from "../../shared/definition/templates/templates.ts";
import { boardSheets } from "../hands/board-sheet.ts";
import {
  everydayHabits,
  type Habits,
  oneOf,
  randomAct,
  roughHabits,
  rowHabits,
} from "../hands/random-acts.ts";
import { definitionIn } from "../soak/prepared-book.ts";
import { randomPageCall } from "./page-calls.ts";
import { setUpAct } from "./set-up-acts.ts";
import { openTwoBooks, type TwoBooks, type TwoBooksPlan } from "./two-books.ts";

const ACTS = 12;
const HABITS: Habits = { ...everydayHabits, ...rowHabits, ...roughHabits, record: 8, block: 4 };
const SEED = Number(process.env["STAGELINE_SEED"] ?? 1);

const plans = templates.flatMap(({ key }, index) =>
  (["practice", "live"] as const).map((mode, way) => ({ template: key, mode, seed: SEED + 2 * index + way })),
);

async function expectSameBook(plan: TwoBooksPlan & { readonly seed: number }): Promise<void> {
  const books = await openTwoBooks(plan);
  const random = seededRandom(plan.seed);
  const told: unknown[] = [];
  for (let number = 1; number <= ACTS; number++) {
    told.push(await doSomething(books, random, `${number}`));
    const found = await books.differences(`step ${number}`);
    // Whoever looks at a failure wants to know what was done.
    expect(found.length === 0 ? [] : [told, found]).toEqual([]);
  }
  expect(books.failures()).toEqual([]);
}

test.each(plans)("$template in $mode is one book in both stores (seed $seed)", expectSameBook);

test.each(["practice", "live"] as const)(
  "and so it is in %s where the built command syncs the file",
  async (mode) => {
    await expectSameBook({ template: "photography", mode, syncedBy: "the command", seed: SEED + 20 });
  },
);

/** Something that people do, done to both; what it was. */
async function doSomething(books: TwoBooks, random: Random, label: string): Promise<unknown> {
  const sheets = boardSheets(books.state(), definitionIn(books.state()));
  const sheet = oneOf(random, sheets);
  const at = oneOf(random, sheet?.filled ?? []);
  const chance = random();
  if (chance < 0.15 && sheet !== undefined && at !== undefined) {
    const call = randomPageCall(sheet, random, label);
    const answers = await books.use({ tab: sheet.tab.name, at }, call);
    expect([call, answers.file]).toEqual([call, answers.sheet]);
    return call;
  }
  const what =
    chance < 0.3 && sheet !== undefined
      ? setUpAct(books.state(), random, { board: sheet.tab.name, label })
      : randomAct(sheets, random, { habits: HABITS, label: `made ${label}` });
  if (what !== undefined) await books.act(what);
  return what;
}
