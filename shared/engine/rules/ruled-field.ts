// A field that a rule in time sets. A value that a person typed is kept: only what is blank, still is as it starts, or
// was set by a rule before, is set.

import type { Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import type { Cell } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import { factEntry } from "../row/entry-making.ts";
import { textOfValue } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import { actEntryId, RULES_ACT_AS } from "./rule-act.ts";
import { dataOf, type Occasion, ruling } from "./rule-entries.ts";

export interface RuledField {
  readonly record: string;
  readonly field: string;
  readonly value: Cell;
}

/**
 * The cell to set and the entry that tells of it; `undefined` where a person's value stands, or the text does not fit.
 *
 * @example
 * const rule = { id: "r", name: "Cool", when: { on: "every", days: 5, stage: "lead" }, whileIn: [], onlyIf: [], does: [{ do: "set", field: "budget", value: "5" }], until: [] };
 * const occasion = { subject: { board: "deals", record: "r1", name: "Ada", n: 1 }, rule, occurrence: "e1", due: fixtures.run.now };
 * ruledField(fixtures.run, fixtures.offers, { occasion, index: 0, field: "budget", text: "5", record: { state: fixtures.standing.state, values: {} } }).cell.value
 * //=> 5
 */
export function ruledField(
  run: Run,
  pipeline: Pipeline,
  set: {
    readonly occasion: Occasion;
    readonly index: number;
    readonly field: string;
    readonly text: string;
    readonly record: {
      readonly state: RecordState;
      readonly values: Readonly<Record<string, FieldValue>>;
    };
  },
): { readonly cell: RuledField; readonly entry: Entry } | undefined {
  const { occasion, index, field: id, text, record } = set;
  const field = fieldsOf(pipeline).find((each) => each.id === id);
  if (field === undefined) return undefined;
  const from = textOfValue(record.values[id]);
  const isOpen = from === "" || record.state.setBy[id] === "rule" || from === field.default;
  const kind = cellKindOf(pipeline, field);
  const { value } = readCell(text, kind);
  const to = textOfValue(value);
  if (!isOpen || to === from || (value === undefined && text !== "")) return undefined;
  const { subject, rule, occurrence, due } = occasion;
  const { board, record: of } = subject;
  const data = { ...dataOf(occasion, index), field: id, from, to, cause: occurrence };
  const entry = factEntry(ruling(run), {
    kind: "field",
    subject,
    at: due,
    who: RULES_ACT_AS,
    data,
    occurrence,
  });
  return {
    cell: { record: of, field: id, value: value === undefined ? null : writeCell(value, kind) },
    entry: { ...entry, id: actEntryId({ board, record: of, rule: rule.id, occurrence, index }) },
  };
}
