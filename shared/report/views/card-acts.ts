// What can be done with a record beside moving it and filling in its fields: what the Log column offers, and only as far
// as it would be done.

import { activityKinds, logWordsFor, wordOfActivity } from "../../definition/activity.ts";
import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import { reopenedStage } from "../../engine/row/log-column.ts";
import { isClosed } from "../../engine/row/move-verdict.ts";
import type { RecordState } from "../../log/replay.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { ActivityWord } from "./card-moves.ts";

export interface CardActs {
  readonly activities: readonly ActivityWord[];
  /** The people of the Team; others may be named, too. */
  readonly handOverTo: readonly string[];
  /** Whether Reopen would take it back. */
  readonly reopen: boolean;
  /** What Reopen would do; absent where it would do nothing. */
  readonly reopenTo?: string;
  /** What Undo would do; absent where there is no move to undo. */
  readonly undo?: string;
  /** "New deal from this". */
  readonly newFrom: string;
}

/**
 * The acts that a record is open to.
 *
 * @example
 * cardActs({ definition: fixtures.book, pipeline: fixtures.offers, stage: fixtures.offers.stages[0] }, fixtures.standing.state).reopen
 * //=> false
 */
export function cardActs(
  record: { readonly definition: Definition; readonly pipeline: Pipeline; readonly stage: Stage },
  { visits }: Pick<RecordState, "visits">,
): CardActs {
  const { definition, pipeline, stage } = record;
  const before = visits[visits.length - 2]?.stage;
  const name = pipeline.stages.find(({ id }) => id === before)?.name ?? before;
  const target = reopenedStage(pipeline, { visits });
  const words = logWordsFor(pipeline.noun);
  return {
    activities: activityKinds.map((kind) => ({ kind, word: wordOfActivity(kind) })),
    handOverTo: definition.team.map((person) => person.name),
    reopen: isClosed(stage),
    ...(isClosed(stage) && target !== undefined ? { reopenTo: `back to ${quoted(target.name)}` } : {}),
    ...(name === undefined ? {} : { undo: `back to ${quoted(name)}` }),
    newFrom: words[words.length - 1] ?? "",
  };
}
