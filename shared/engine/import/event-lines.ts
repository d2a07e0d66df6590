// A file of events: the lines of one case together are one record, entering stage after stage.

import { stageNamed } from "../../board/board-row.ts";
import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import { instantMs, type Moment, type Zone } from "../../value/moment.ts";
import { columnIndex, type ImportPlan, type Source, type SourceRow } from "./import-source.ts";
import { momentReader, readerOf, recordOf } from "./line-reader.ts";
import type { Wanted, WantedRecord } from "./wanted-record.ts";

/**
 * What a file of events says: the lines of one case together are one record, entering stage after stage.
 *
 * @throws {StagelineError} `usage`, when the plan names a column that the file lacks
 * @example
 * wantedFromEvents(fixtures.offers, fixtures.eventSource, { plan: fixtures.eventPlan, zone: utc }).records[0].visits.length //=> 2
 */
export function wantedFromEvents(
  pipeline: Pipeline,
  source: Source,
  how: { readonly plan: ImportPlan; readonly zone: Zone },
): Wanted {
  const reader = readerOf(pipeline, source, how);
  const events = how.plan.events ?? { case: "", stage: "", at: "" };
  const caseIndex = columnIndex(source, events.case);
  const stageIndex = columnIndex(source, events.stage);
  const readAt = momentReader(reader, events.at);
  const byCase = new Map<string, { row: SourceRow; stage: Stage; at: Moment }[]>();
  let skipped = 0;
  for (const row of source.rows) {
    const key = (row.cells[caseIndex] ?? "").trim();
    const stageName = (row.cells[stageIndex] ?? "").trim();
    const stage = stageNamed(pipeline, stageName);
    const at = readAt(row);
    if (key === "")
      reader.problems.push({
        line: row.line,
        message: `the column "${events.case}" is empty; the event is left out`,
      });
    else if (stageName === "")
      reader.problems.push({
        line: row.line,
        message: `the event has no stage in "${events.stage}" and is left out`,
      });
    else if (stage === undefined) skipped += 1;
    else if (at === undefined)
      reader.problems.push({
        line: row.line,
        message: `the event has no time in "${events.at}" and is left out`,
      });
    else byCase.set(key, [...(byCase.get(key) ?? []), { row, stage, at }]);
  }
  let repeats = 0;
  const records = [...byCase.values()].flatMap((lines): WantedRecord[] => {
    const ordered = [...lines].sort((left, right) => instantMs(left.at) - instantMs(right.at));
    const visits = ordered.filter(({ stage }, index) => stage !== ordered[index - 1]?.stage);
    repeats += ordered.length - visits.length;
    const [first] = lines;
    const record = first === undefined ? undefined : recordOf(reader, first.row, caseIndex);
    return record === undefined
      ? []
      : [{ ...record, visits: visits.map(({ stage, at }) => ({ stage, at })) }];
  });
  return { records, problems: reader.problems, guesses: reader.guesses, repeats, skipped };
}
