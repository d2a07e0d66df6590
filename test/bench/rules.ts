// How long a look over 10,000 records with 100,000 entries takes, and how much of it is the rules' turn: the same book
// without rules and with thirty, of which nothing is due, and once with all that a day brings. Run by `npm run bench`.

import { pipelineFromPlan, type RulePlan } from "../../shared/definition/templates/template.ts";
import { historyChanges } from "../../shared/engine/history-changes.ts";
import { observe } from "../../shared/engine/observe.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { actBook } from "../../shared/engine/rules/act-book.ts";
import { rulesTurn } from "../../shared/engine/rules/rules-turn.ts";
import type { Run } from "../../shared/engine/run.ts";
import { emptyDefinition, newBoards } from "../../shared/engine/setup/new-boards.ts";
import { type Entry, moveId } from "../../shared/log/entry.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import { momentFromInstant, utc } from "../../shared/value/moment.ts";

const RECORDS = 10_000;
const ENTRIES_EACH = 10;
const GOES = 2;
const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 8, 1, 9);

const RULES: readonly RulePlan[] = Array.from({ length: 10 }, (_, index) => [
  {
    name: `Follow up ${index}`,
    when: `${20 + index} days after Call`,
    whileIn: ["Offer"],
    does: `remind owner: follow up ${index}`,
    until: "a reply or a move",
  },
  {
    name: `Late ${index}`,
    when: `${40 + index} working days after entering Offer`,
    whileIn: ["Offer"],
    does: "move to Lost",
    until: "a reply",
  },
  { name: `Again ${index}`, when: `every ${15 + index} days in Offer`, does: `remind owner: again ${index}` },
]).flat();

function pipelineWith(rules: readonly RulePlan[]) {
  const stages = [{ name: "Lead" }, { name: "Offer" }, { name: "Won", kind: "won" as const }];
  const lost = { name: "Lost", kind: "lost" as const };
  return pipelineFromPlan({ name: "Sales", noun: "deal", stages: [...stages, lost], fields: [], rules });
}

function runAt(hours: number): Run {
  const now = momentFromInstant(START_MS + hours * HOUR_MS, utc);
  return { now, zone: utc, knownBy: "sweep", seed: `bench ${hours} `.repeat(8) };
}

function bookWith(rules: readonly RulePlan[]): Tables {
  const { now } = runAt(0);
  const boards = [{ tab: "Sales", pipeline: pipelineWith(rules) }];
  const begun = applyChanges(
    [],
    newBoards([], emptyDefinition({ zone: "UTC", practice: false }), { boards, now }).changes,
  );
  const ids = Array.from({ length: RECORDS }, (_, index) => `r${String(index).padStart(16, "0")}`);
  const rows = ids.map((id, index) => ({ id, name: `Deal ${index + 1}`, stage: "Offer" }));
  const lived = applyChanges(begun, [
    { kind: "append", tab: "Sales", rows },
    ...historyChanges(begun, ids.flatMap(storyOf)),
  ]);
  return applyChanges(lived, reconcile(lived, runAt(48)).changes);
}

function storyOf(record: string, index: number): readonly Entry[] {
  return Array.from({ length: ENTRIES_EACH }, (_, count): Entry => {
    const at = momentFromInstant(START_MS + count * HOUR_MS + (index % 60) * 60_000, utc);
    const same = {
      at,
      board: "sales",
      record,
      who: "Ada",
      knownBy: "sweep",
      name: `Deal ${index + 1}`,
      note: "",
      data: {},
    } as const;
    if (count > 1) return { ...same, kind: "call", n: 2, id: `${record}-${count}` };
    const to = count === 0 ? "lead" : "offer";
    const from = count === 0 ? {} : { from: "lead" };
    const kind = count === 0 ? "created" : "moved";
    return { ...same, ...from, kind, to, n: count + 1, id: moveId(record, count + 1, to) };
  });
}

function quickest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let go = 0; go < GOES; go++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const [plain, ruled] = [bookWith([]), bookWith(RULES)];
const quiet = runAt(72);
const busy = runAt(24 * 20);
const looked = observe(ruled, quiet);
const [without, withRules] = [
  quickest(() => reconcile(plain, quiet)),
  quickest(() => reconcile(ruled, quiet)),
];
const turn = quickest(() => rulesTurn(actBook(ruled, quiet, looked)));
const book = actBook(ruled, quiet, looked);
const due = quickest(() => rulesTurn(book));
const all = quickest(() => reconcile(ruled, busy));
const acts = reconcile(ruled, busy).entries.length;
const ms = (time: number) => `${time.toFixed(0)} ms`;
console.log(`${RECORDS} records, ${RECORDS * ENTRIES_EACH} entries, ${RULES.length} rules`);
console.log(
  `a look with nothing due: ${ms(withRules)}, ${(withRules / without).toFixed(2)} × one of a book without rules (${ms(without)})`,
);
console.log(`of it the rules' turn: ${ms(turn)} with reading the book again, ${ms(due)} without`);
console.log(`a look on a day that brings ${acts} acts: ${ms(all)}, ${(all / without).toFixed(2)} ×`);
