// Which definition rules now: what the set-up tabs say, with former names of stages understood; or the one that ruled
// before, while the tabs hold a mistake or lack a stage in which records stand.

import { datedDefinitions } from "../../definition/definition-versions.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { readSetup, type SetupReading } from "../../definition/setup/read-setup.ts";
import type { Entry } from "../../log/entry.ts";
import { textOf } from "../../table/cell.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { departedPeople } from "../board/departed-people.ts";
import { type RuleStarts, ruleStarts } from "../rules/rule-history.ts";
import { deletedBoardsInUse } from "./boards-in-use.ts";
import { deletedStagesInUse } from "./stages-in-use.ts";

export interface Rules {
  readonly definition: Definition;
  /** What was in force until now. */
  readonly before: Definition | undefined;
  readonly minted: SetupReading["minted"];
  readonly following: SetupReading["following"];
  /** Names that Team had and that mean nobody now. */
  readonly departed: readonly string[];
  readonly problems: readonly Problem[];
  /** Since when each rule of the definition is as it is. */
  readonly starts: RuleStarts;
}

/**
 * The rules of a book; `entries` is its log. `zone` is the name of the time zone in which the host reads the book: that
 * of the last good definition where it knows none of the name that was typed since. Without it every zone is believed.
 *
 * @throws {StagelineError} `usage`, when the book has no boards
 * @example
 * rulesInForce(fixtures.bookTables, [], "UTC").definition.boards[0].tab //=> "Deals"
 */
export function rulesInForce(tables: Tables, entries: readonly Entry[], zone?: string): Rules {
  const versions = datedDefinitions(tables);
  const earlier = versions.map((version) => version.definition);
  const [before] = earlier;
  const { definition, minted, following, problems, remarks } = readSetup(tables, before, earlier);
  const told = [...problems, ...remarks];
  const departed = departedPeople(definition, earlier);
  const starts = ruleStarts(definition, versions);
  const plain = { before, minted, departed, starts };
  if (before === undefined) return { ...plain, definition, following, problems: told };
  const entriesOf = (board: string) => entries.filter((entry) => entry.board === board);
  const inUse = [
    ...deletedStagesInUse({ definition, before }, entriesOf),
    ...deletedBoardsInUse(tables, { definition, before }, entriesOf),
    ...unknownZone(tables, { definition, before }, zone),
  ];
  if (inUse.length === 0) return { ...plain, definition, following, problems: told };
  return {
    ...plain,
    starts: ruleStarts(before, versions),
    definition: before,
    following: [],
    problems: [...told, ...inUse],
  };
}

// The core knows no zones; that the host took the former one says that it knows no such.
function unknownZone(
  tables: Tables,
  { definition, before }: { readonly definition: Definition; readonly before: Definition },
  zone: string | undefined,
): readonly Problem[] {
  const table = tableOf(tables, pipelinesTab);
  if (table === undefined || zone === undefined || definition.zone === zone || before.zone !== zone)
    return [];
  const view = viewOf(table, pipelinesTab);
  const [first] = view.rows;
  // A book that lost its last board says nothing of its zone.
  if (first === undefined || textOf(first.cells["zone"]) === "") return [];
  const message = `"${definition.zone}" is not a time zone such as Europe/Amsterdam`;
  return [problemAt(view, { row: first.at, key: "zone" }, message)];
}
