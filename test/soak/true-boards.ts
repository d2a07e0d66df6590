// What must hold of the boards when all is calm: they show what the history says, and whoever looks again finds nothing
// to do, in the spreadsheet as it is and as a file.

import { readBoard } from "../../shared/board/board-row.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import { replay } from "../../shared/log/replay.ts";
import { isBlank, textOf } from "../../shared/table/cell.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import type { Tables } from "../../shared/table/table.ts";
import { twice } from "./whole-history.ts";

/** What a board shows that the history does not say. */
export function boardFaults(tables: Tables, definition: Definition): readonly string[] {
  const { entries } = readLog(tables);
  return definition.boards.flatMap((board): readonly string[] => {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    const reading = table === undefined ? undefined : readBoard(definition, board, table);
    if (reading === undefined) return [`the board "${board.tab}" is gone`];
    const states = replay(entries.filter((entry) => entry.board === board.id));
    const shown = reading.rows.filter(({ id }) => id !== "");
    const standing = [...states.values()].filter((state) => !state.removed).map(({ record }) => record);
    const ids = shown.map(({ id }) => id);
    return [
      ...twice(ids).map((id) => `${board.tab} shows ${id} twice`),
      ...standing.filter((id) => !ids.includes(id)).map((id) => `${board.tab} does not show ${id}`),
      ...shown.flatMap((row): readonly string[] => {
        const said = states.get(row.id);
        // What is no stage of the pipeline is left for its writer to mend.
        const isUnknown = row.stage === undefined && !isBlank(row.cells["stage"]);
        // A copied row without a name is no record before it has one, whatever else was copied.
        const isNameless = said === undefined && row.name === "";
        const isSaid = said?.now.stage === row.stage?.id && said?.removed === false;
        if (isUnknown || isNameless || isSaid) return [];
        const stage = said?.removed === true ? "nowhere" : said?.now.stage;
        return [`${board.tab}!${row.at} is in "${textOf(row.cells["stage"])}", by the history in ${stage}`];
      }),
    ];
  });
}

/** What another look would change, and whatever it finds wrong with the history. */
export function restlessness(tables: Tables, run: Run): readonly string[] {
  const { changes, problems } = reconcile(tables, run);
  return [
    ...changes.slice(0, 8).map((change) => `another look changes ${JSON.stringify(change)}`),
    ...problems.filter(({ tab }) => tab === "Activity").map(({ message }) => message),
  ];
}
