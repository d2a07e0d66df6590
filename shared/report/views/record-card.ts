// The card of one record: where it stands and since when, what its row holds, where it may go, what can be done with it
// and what became of it so far. It tells the book as it is: what people typed since the last look stands in the fields,
// and not yet in the history.

import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import type { NamedRecord } from "../../engine/named-record.ts";
import { scoreOf } from "../../engine/row/derived-cells.ts";
import { calendarOf } from "../../engine/run.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { Tables } from "../../table/table.ts";
import type { Day } from "../../value/day.ts";
import { dayOf } from "../../value/moment.ts";
import { addWorkingDays } from "../../value/working-calendar.ts";
import { type BoardCard, boardCard } from "./board-card.ts";
import { type CardActs, cardActs } from "./card-acts.ts";
import { type CardDouble, type CardMerged, cardDoubles, cardHistory, cardMerged } from "./card-doubles.ts";
import { type CardField, cardFields } from "./card-fields.ts";
import type { CardMove } from "./card-moves.ts";
import { type HistoryLine, historyLines } from "./history-lines.ts";
import { historyNames } from "./history-names.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";
import { type MovesQuery, standingRecord } from "./standing-record.ts";

export interface RecordCard {
  /** Tab of the board. */
  readonly board: string;
  readonly boardId: string;
  readonly record: string;
  readonly name: string;
  readonly noun: string;
  readonly stage: StageChip;
  /** The same record as a card on its board. */
  readonly onBoard: BoardCard;
  /** ISO time with offset. */
  readonly since: string;
  /** The last day in time; absent where the stage sets no limit. */
  readonly due?: string;
  readonly overdue: boolean;
  readonly owner: string;
  /** What its Status note says. */
  readonly status: string;
  /** Absent where the pipeline has no milestones. */
  readonly score?: { readonly score: number; readonly offer: number };
  readonly fields: readonly CardField[];
  readonly moves: readonly CardMove[];
  readonly acts: CardActs;
  /** Records that look like this one. */
  readonly doubles: readonly CardDouble[];
  /** Records that went into it. */
  readonly merged: readonly CardMerged[];
  /** With those of what went into it, the newest first. */
  readonly history: readonly HistoryLine[];
  /** Older lines that were left out. */
  readonly moreHistory: number;
}

export interface CardQuery extends MovesQuery {
  /** Lines of history. @default 50 */
  readonly most?: number;
}

const MOST_LINES = 50;

/**
 * The card of the record that is meant.
 *
 * @throws {StagelineError} `usage`, when no record is meant, or several are; `guard`, when its row waits to be looked at
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * recordCard(seen, { record: "Ada", now: fixtures.run.now }).stage.name //=> "Lead"
 */
export function recordCard(tables: Tables, query: CardQuery): RecordCard {
  const { now, most = MOST_LINES } = query;
  const { definition, log, found, state, stage, moves } = standingRecord(tables, query);
  const { pipeline } = found;
  const book = { definition, pipeline };
  const told = cardHistory(log, found.id, now);
  const lines = historyLines(told, historyNames(tables, { definition, pipeline: pipeline.id }));
  return {
    ...headOf(found, { definition, state, stage, today: dayOf(now) }),
    onBoard: boardCard(pipeline, found, stage.id),
    fields: cardFields(book, found.cells),
    moves,
    acts: cardActs({ ...book, stage }, state),
    doubles: cardDoubles(tables, { record: found.id, board: found.tab }),
    merged: cardMerged(log, found.id),
    history: lines.slice(0, most),
    moreHistory: Math.max(0, lines.length - most),
  };
}

function headOf(
  { board, tab, id, name, pipeline, cells }: NamedRecord,
  standing: {
    readonly definition: Definition;
    readonly state: RecordState;
    readonly stage: Stage;
    readonly today: Day;
  },
) {
  const { definition, state, stage, today } = standing;
  const due = dueOf(definition, pipeline, { stage, since: dayOf(state.now.at) });
  const offer = pipeline.milestones.reduce((sum, { points }) => sum + points, 0);
  return {
    ...{ board: tab, boardId: board.id, record: id, name, noun: pipeline.noun },
    stage: stageChip(stage),
    since: state.now.at,
    ...(due === undefined ? {} : { due }),
    overdue: due !== undefined && today > due,
    owner: textOf(cells["owner"]),
    status: textOf(cells["status_note"]),
    ...(pipeline.milestones.length === 0 ? {} : { score: { score: scoreOf(pipeline, state), offer } }),
  };
}

function dueOf(
  definition: Definition,
  pipeline: Pipeline,
  { stage, since }: { readonly stage: Stage; readonly since: Day },
): Day | undefined {
  if (stage.limitDays === undefined) return undefined;
  return addWorkingDays(calendarOf(definition, pipeline), since, stage.limitDays);
}
