// The cells that make a row true again once its history is told: the second half of holding it against the history of
// its record. It comes when the rows of the whole board are told, since some of what a row says is about others.

import type { BoardRow } from "../../board/board-row.ts";
import { fingerprintOf } from "../../board/fingerprint.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { type Cell, nameKey, textOf } from "../../table/cell.ts";
import { derivedCells, isSameCell } from "./derived-cells.ts";
import { presentPeople } from "./renamed-people.ts";
import { type Draft, evidenceOf, type RowProblem } from "./row-draft.ts";
import { type Flag, rowMemory } from "./row-memory.ts";
import { sealText } from "./row-seal.ts";
import type { ToldRow } from "./told-row.ts";

export interface RowOutcome {
  readonly entries: readonly Entry[];
  /** Cells to set, by column key. */
  readonly cells: Readonly<Record<string, Cell>>;
  readonly problems: readonly RowProblem[];
}

/**
 * The cells that make the row true. `flag` is what is to be said of the record because of others.
 *
 * @example
 * settledRow(toldRow(fixtures.boardRun, { row: fixtures.newRow, id: "r1", origin: { how: "new" } }), { text: "look", mark: "" })
 *   .cells.status_note //=> "look"
 */
export function settledRow({ draft, state }: ToldRow, flag: Flag): RowOutcome {
  if (state !== undefined) settleCells(draft, state, flag);
  return { entries: draft.entries, cells: draft.cells, problems: draft.problems };
}

// The stage cell shows the stage of the history, unless it holds a name that nobody understands: that stays.
function settleCells(draft: Draft, state: RecordState, flag: Flag): void {
  const { row, board } = draft;
  const stage = board.pipeline.stages.find((each) => each.id === state.now.stage);
  const isUnknownText = row.stage === undefined && textOf(row.cells["stage"]) !== "";
  if (stage !== undefined && !isUnknownText && row.stage?.id !== stage.id) draft.cells["stage"] = stage.name;
  if (
    stage !== undefined &&
    row.stage?.id === stage.id &&
    nameKey(textOf(row.cells["stage"])) !== nameKey(stage.name)
  ) {
    draft.cells["stage"] = stage.name; // a former name of the stage
  }
  Object.assign(draft.cells, { ...presentPeople(board.pipeline, row), ...draft.cells });
  const isTouched = board.keys.some((key) => key in draft.cells);
  const fingerprint = isTouched
    ? fingerprintOf({ ...row.cells, ...draft.cells }, board.keys)
    : row.fingerprint;
  const flags = flag.text === "" ? [] : [flag.text];
  const derived = derivedCells(board, {
    state,
    problems: [...row.problems, ...unsettled(draft), ...flags.map((message) => ({ tab: "", message }))],
    evidence: evidenceOf(draft, state),
    memory: rowMemory(draft, state, flag),
    fingerprint: sealText({
      fingerprint,
      record: draft.id,
      board: board.boardId,
      entries: shownEntries(draft),
    }),
  });
  for (const [key, cell] of Object.entries(derived))
    if (!isSameCell(row.cells[key], cell)) draft.cells[key] = cell;
}

// How many entries of its history the row shows from now on.
function shownEntries({ board, id, entries }: Draft): number {
  const behind = board.behind?.(id);
  if (behind !== undefined) return behind.entries + entries.length;
  return new Set([...board.entriesOf(id), ...entries].map((entry) => entry.id)).size;
}

// A fault in a cell stays until the cell is changed; a refusal has its own place in the status note.
function unsettled(draft: Draft): BoardRow["problems"] {
  return draft.problems.filter(({ key }) => key !== "stage").map(({ message }) => ({ tab: "", message }));
}
