// Two records that became one are taken apart again: what made them one is undone in the history of both, and the look
// that follows puts the row back, and takes out of the other what it took over and nobody has changed since.

import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { isMergedAway } from "../../log/merge-entry.ts";
import { standingMerges } from "../../log/merged-histories.ts";
import { replay } from "../../log/replay.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { refuseStopped } from "../acts/refused-act.ts";
import { historyChanges } from "../history-changes.ts";
import { recordNamed } from "../named-record.ts";
import { reconcile } from "../reconcile.ts";
import { factEntry } from "../row/entry-making.ts";
import type { Run } from "../run.ts";
import type { MergedRecords } from "./merge-records.ts";

/**
 * What takes them apart, what people did before included; nothing more where they are two already. `record` is the one that went, by its id or by its name as it
 * was then; or the one that stayed, where only one went into it.
 *
 * @throws {StagelineError} `usage`, when no such record became one with another, or several did; `guard`, when the one
 *   that stayed went into another since, or a board waits to be mended
 * @example
 * const two = applyChanges(fixtures.bookTables, [{ kind: "append", tab: "Deals", rows: [{ name: "Adah", budget: 5 }] }]);
 * const one = applyChanges(two, mergeRecords(two, fixtures.run, { record: "Adah", into: "Ada" }).changes);
 * unmergeRecords(one, fixtures.run, { record: "Adah" }).sentence //=> '"Adah" and "Ada" are two again'
 */
export function unmergeRecords(tables: Tables, run: Run, wanted: { readonly record: string }): MergedRecords {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(tables, before.changes);
  const { entries: log } = readLog(ready);
  const apart = takenApart(log, wanted.record);
  if (apart !== undefined)
    return { ...before, name: apart.name, record: apart.record, sentence: sentenceOf(apart) };
  const merge = mergeNamed(log, wanted.record);
  const book = { definition: before.definition, log };
  const tabs = tabsOf(book, merge);
  for (const tab of tabs) refuseStopped(before, tab);
  const undone = [...undoings(run, log, merge), ...moveUndone(run, log, merge)];
  const written = [...historyChanges(ready, undone), ...unparked(ready, book, merge)];
  const after = reconcile(applyChanges(ready, written), { ...run, seed: `${run.seed} again` });
  return {
    changes: [...before.changes, ...written, ...after.changes],
    entries: [...before.entries, ...undone, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    name: merge.name,
    record: merge.record,
    sentence: sentenceOf(merge),
  };
}

function sentenceOf({ name, data }: Entry): string {
  return `${quoted(name)} and ${quoted(data["name"] ?? "")} are two again`;
}

// Of an act that is asked for twice, by the id of the record: nothing was told of it since.
function takenApart(log: readonly Entry[], record: string): Entry | undefined {
  const own = log.filter((entry) => entry.record === record);
  const last = own[own.length - 1];
  const undone = last?.kind === "undone" ? own.find(({ id }) => id === last.data["of"]) : undefined;
  return undone !== undefined && isMergedAway(undone) ? undone : undefined;
}

function mergeNamed(log: readonly Entry[], record: string): Entry {
  const merges = [...standingMerges(log).values()];
  const key = nameKey(record);
  const ways: readonly ((merge: Entry) => boolean)[] = [
    (merge) => merge.record === record,
    ({ name }) => nameKey(name) === key,
    ({ data }) => data["into"] === record || nameKey(data["name"] ?? "") === key,
  ];
  const found = ways.map((isMeant) => merges.filter(isMeant)).find(({ length }) => length > 0) ?? [];
  const [first] = found;
  if (first === undefined)
    throw new StagelineError("usage", `no record called ${quoted(record)} became one with another`);
  if (found.length === 1) return first;
  const ids = found.slice(0, 5).map(({ record: id, name }) => `${id} (${quoted(name)})`);
  const message = `${found.length} records are meant by ${quoted(record)}; name one by its id: ${ids.join(", ")}`;
  throw new StagelineError("usage", message);
}

interface Book {
  readonly definition: Definition;
  readonly log: readonly Entry[];
}

// The one that stayed has to be there to give back what it took.
function tabsOf({ definition, log }: Book, merge: Entry): readonly string[] {
  const { into = "", board = "", name = "" } = merge.data;
  const other = standingMerges(log).get(into);
  if (other !== undefined)
    throw new StagelineError(
      "guard",
      `${quoted(name)} became one with ${quoted(other.data["name"] ?? "")} since; take those apart first`,
    );
  return definition.boards.filter(({ id }) => id === board || id === merge.board).map(({ tab }) => tab);
}

// All that was told of it, of whichever record; a fact is undone once.
function undoings(run: Run, log: readonly Entry[], merge: Entry): readonly Entry[] {
  const facts = log.filter(
    ({ id, kind, data }) => id === merge.id || (kind !== "undone" && data["merge"] === merge.id),
  );
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()].map((fact) => {
    const data = { of: fact.id, merge: merge.id };
    return factEntry(run, { kind: "undone", subject: fact, data, occurrence: fact.id });
  });
}

function moveUndone(run: Run, log: readonly Entry[], merge: Entry): readonly Entry[] {
  const { move, parked } = merge.data;
  const own = log.filter((entry) => entry.record === merge.record && entry.board === merge.board);
  const state = replay(own).get(merge.record);
  if (move === undefined || parked === undefined || state?.now.entry !== move) return [];
  const data = { of: move, stage: parked };
  return [
    factEntry(run, { kind: "undone", subject: { ...state, name: merge.name }, data, occurrence: move }),
  ];
}

function unparked(tables: Tables, { definition, log }: Book, merge: Entry): readonly Change[] {
  const { link, into } = merge.data;
  const board = definition.boards.find(({ id }) => id === merge.board);
  const own = log.filter((entry) => entry.record === merge.record && entry.board === merge.board);
  if (
    link === undefined ||
    board === undefined ||
    replay(own).get(merge.record)?.links[link]?.record !== into
  )
    return [];
  const {
    tab,
    id: record,
    cells,
  } = recordNamed(tables, definition, { record: merge.record, board: board.tab });
  return textOf(cells[link]) === "" ? [] : [{ kind: "setField", tab, record, field: link, value: null }];
}
