// The rows of the Fields tab, and the day fields between which a record's period lies.

import { namedIn } from "../named.ts";
import type { Field, Pipeline } from "../pipeline.ts";
import { standardFieldIds, standardHeader } from "../standard-field.ts";
import { fieldFromCells, fieldsTab } from "./fields-tab.ts";
import { openTab } from "./opened-tab.ts";
import type { BoardRow } from "./read-board-rows.ts";
import { nameFaults, report, rowId, type SetupReader } from "./setup-reader.ts";
import type { RowFault } from "./setup-tab.ts";

/** A field and the name of its pipeline. */
export interface ReadField {
  readonly pipeline: string;
  readonly field: Field;
}

/**
 * Every field of the Fields tab, in order.
 *
 * @example
 * readFieldRows(setupReader(fixtures.setupTables)).map(({ field }) => field.id) //=> ["budget"]
 */
export function readFieldRows(reader: SetupReader): readonly ReadField[] {
  const tab = openTab(reader, fieldsTab);
  if (tab === undefined) return [];
  const seen = new Map<string, number>();
  return tab.rows.map((row) => {
    const { row: said, faults } = fieldFromCells(row.cells);
    const { name } = said.field;
    const scope = said.pipeline;
    const named = nameFaults(seen, { key: "field", name, row, scope });
    report(reader, { tab, row }, [...faults, ...named, ...standardFaults(name)]);
    const id = rowId(reader, { tab, row }, { name, scope, reserved: standardFieldIds });
    return { pipeline: scope, field: { ...said.field, id } };
  });
}

/**
 * The day fields that the row of a board names for the period; `undefined` where it names none.
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * readPeriod(reader, readBoardRows(reader, openTab(reader, pipelinesTab))[0], []) //=> undefined
 */
export function readPeriod(
  reader: SetupReader,
  board: BoardRow,
  fields: readonly Field[],
): Pipeline["period"] {
  const { periodStart, periodEnd } = board.said;
  if (periodStart === "" && periodEnd === "") return undefined;
  const days = fields.filter((field) => field.type === "day");
  const dayField = (name: string, key: string): string | undefined => {
    const field = namedIn(days, name);
    if (field === undefined) {
      report(reader, board, [{ key, message: `"${name}" is not a day field of this pipeline` }]);
    }
    return field?.id;
  };
  const start = dayField(periodStart, "period_start");
  const end = dayField(periodEnd, "period_end");
  return start === undefined || end === undefined ? undefined : { start, end };
}

/**
 * The fields that the row of a board names under "Flag the same".
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * readFlagsSame(reader, readBoardRows(reader, openTab(reader, pipelinesTab))[0], []) //=> []
 */
export function readFlagsSame(
  reader: SetupReader,
  board: BoardRow,
  fields: readonly Field[],
): Pipeline["flagsSame"] {
  const found = board.said.flagsSame.map((name) => ({ name, field: namedIn(fields, name) }));
  const unknown = found.filter(({ field }) => field === undefined);
  const names = fields.map(({ name }) => name).join(", ");
  report(
    reader,
    board,
    unknown.map(({ name }) => ({
      key: "flags_same",
      message: `"${name}" is not one of the fields ${names}`,
    })),
  );
  return [...new Set(found.flatMap(({ field }) => (field === undefined ? [] : [field.id])))];
}

function standardFaults(name: string): readonly RowFault[] {
  const header = standardHeader(name);
  if (header === undefined) return [];
  const message = `every board has a column "${header}" already; give this field another name`;
  return [{ key: "field", message }];
}
