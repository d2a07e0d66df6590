// The fields of a row: which changes are told, and the values that the book itself fills in, a default or what a rule
// sets. The history has such a value before the cell does, so a run that was cut short in between is completed here,
// and nobody's old cell is taken for a change.

import type { Field } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import { FIELD_PREFIX, type RecordState, replay } from "../../log/replay.ts";
import { type Cell, isBlank, textOf } from "../../table/cell.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import { factEntry } from "./entry-making.ts";
import { type Draft, subjectOf } from "./row-draft.ts";
import { textOfValue } from "./watched-field.ts";

/** Puts a value into a field of the row, as its type writes it; the answer is why it cannot, where it cannot. */
export function fillField(draft: Draft, field: string, typed: Cell): string | undefined {
  const { row, board } = draft;
  const known = fieldsOf(board.pipeline).find((each) => each.id === field);
  if (known === undefined) return `there is no field "${field}"`;
  const kind = cellKindOf(board.pipeline, known);
  const { value, fault } = readCell(typed, kind);
  if (fault !== undefined) return fault;
  const { [field]: _, ...others } = row.values;
  const values = value === undefined ? others : { ...others, [field]: value };
  const cell = value === undefined ? null : writeCell(value, kind);
  draft.row = { ...row, cells: { ...row.cells, [field]: cell }, values };
  draft.cells[field] = cell;
  return undefined;
}

/** Fills what "Starts as" says into the blank fields of a new row. */
export function fillDefaults(draft: Draft): void {
  for (const { id, name, default: text } of draft.board.pipeline.fields) {
    if (text === undefined || !isBlank(draft.row.cells[id])) continue;
    const fault = fillField(draft, id, text);
    if (fault !== undefined)
      draft.problems.push({ key: id, message: `${name}: what it starts as: ${fault}` });
  }
}

/**
 * Lets a copy that begins anew start with what the fields start as that rules had set on the record of which it is a
 * copy: those values told of that one. What people typed comes along.
 */
export function startRuledAnew(draft: Draft, of: string): void {
  for (const { id, default: text = "" } of ruledFields(draft, of)) fillField(draft, id, text);
}

// Fields that a rule set last on that record, and that the row shows as they were set.
function ruledFields(draft: Draft, of: string): readonly Field[] {
  const { entriesOf, pipeline } = draft.board;
  const state = replay(entriesOf(of)).get(of);
  return pipeline.fields.filter(
    ({ id }) => state?.setBy[id] === "rule" && state.fields[id] === textOfValue(draft.row.values[id]),
  );
}

/** Puts into the row what a run that was cut short had filled in by the history. */
export function completeFields(draft: Draft): void {
  for (const { kind, knownBy, data } of draft.unshown) {
    const { field = "", from, to = "" } = data;
    if (kind === "created") completeDefaults(draft, data);
    if (kind === "copied") completeAnew(draft, data);
    if (kind === "field" && knownBy === "rule" && textOfValue(draft.row.values[field]) === from)
      fillField(draft, field, to);
  }
}

function completeDefaults(draft: Draft, data: Readonly<Record<string, string>>): void {
  for (const { id, default: text } of draft.board.pipeline.fields) {
    const logged = data[FIELD_PREFIX + id];
    if (text !== undefined && logged !== undefined && isBlank(draft.row.cells[id]))
      fillField(draft, id, logged);
  }
}

// By then the original may have been given another value: what a rule had ever set on it was not typed into the copy.
function completeAnew(draft: Draft, data: Readonly<Record<string, string>>): void {
  const { entriesOf, pipeline } = draft.board;
  const ruled = entriesOf(data["of"] ?? "").filter(
    ({ kind, knownBy }) => kind === "field" && knownBy === "rule",
  );
  for (const { id } of pipeline.fields) {
    const shown = textOfValue(draft.row.values[id]);
    const logged = data[FIELD_PREFIX + id] ?? "";
    const isRuled = ruled.some((entry) => entry.data["field"] === id && entry.data["to"] === shown);
    if (isRuled && logged !== shown) fillField(draft, id, logged);
  }
}

/** Tells the changes of the name and of the watched fields. A cell that cannot be read is told when it can. */
export function logFields(draft: Draft, state: RecordState): void {
  const { row, board } = draft;
  const changes = board.watched.map(
    (field) => [field, state.fields[field] ?? "", textOfValue(row.values[field])] as const,
  );
  const named = [["name", state.name, row.name] as const].filter(() => row.name !== "");
  for (const [field, from, to] of [...named, ...changes]) {
    const unreadable = row.problems.length > 0 && to === "" && textOf(row.cells[field]) !== "";
    if (from === to || unreadable) continue;
    const subject = subjectOf(draft, state);
    const occurrence = `${field}\n${board.run.now}\n${to}`;
    draft.entries.push(
      factEntry(board.run, { kind: "field", subject, data: { field, from, to }, occurrence }),
    );
  }
}
