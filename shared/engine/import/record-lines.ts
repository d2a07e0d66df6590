// A file of records, one a line.

import { stageNamed, unknownStage } from "../../board/board-row.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import type { Zone } from "../../value/moment.ts";
import { dateReader, visitsOf } from "./dated-visits.ts";
import { columnIndex, type ImportPlan, type Source } from "./import-source.ts";
import { readerOf, recordOf } from "./line-reader.ts";
import type { Wanted, WantedRecord } from "./wanted-record.ts";

/**
 * What a file of records says, one record a line.
 *
 * @throws {StagelineError} `usage`, when the plan names a column that the file lacks
 * @example
 * wantedRecords(fixtures.offers, fixtures.importSource, { plan: fixtures.importPlan, zone: utc }).records[0].name //=> "Ada"
 */
export function wantedRecords(
  pipeline: Pipeline,
  source: Source,
  how: { readonly plan: ImportPlan; readonly zone: Zone },
): Wanted {
  const reader = readerOf(pipeline, source, how);
  const { plan } = how;
  const idIndex = plan.idColumn === undefined ? undefined : columnIndex(source, plan.idColumn);
  const stageIndex = plan.stageColumn === undefined ? undefined : columnIndex(source, plan.stageColumn);
  const dates = plan.stageDates.map(({ stage, column }) => dateReader(reader, stage, column));
  const records: WantedRecord[] = [];
  let skipped = 0;
  for (const row of source.rows) {
    const stageName = stageIndex === undefined ? "" : (row.cells[stageIndex] ?? "").trim();
    const stage = stageName === "" ? undefined : stageNamed(pipeline, stageName);
    if (stageName !== "" && stage === undefined) {
      skipped += 1;
      reader.problems.push({
        line: row.line,
        message: `${unknownStage(stageName, pipeline)}; the row is left out`,
      });
      continue;
    }
    const record = recordOf(reader, row, idIndex);
    if (record !== undefined) records.push({ ...record, visits: visitsOf(reader, row, { stage, dates }) });
  }
  return { records, problems: reader.problems, guesses: reader.guesses, repeats: 0, skipped };
}
