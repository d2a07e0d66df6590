// The links of a row: fields that name another record. The history keeps which record was meant, so a link follows a
// record that is renamed, and two of one name are told apart once and for all.

import type { Field } from "../../definition/pipeline.ts";
import type { Link, RecordState } from "../../log/replay.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { LinkTarget, LinkTargets } from "../board/record-links.ts";
import { factEntry } from "./entry-making.ts";
import { type Draft, subjectOf } from "./row-draft.ts";
import { fillField } from "./row-fields.ts";

/** Takes a link that names no record for no value, so that nothing which asks for a record is content with it. */
export function dropDeadLinks(draft: Draft, state: RecordState | undefined): void {
  const { pipeline, boardId, targetsOf } = draft.board;
  if (targetsOf === undefined) return;
  for (const field of pipeline.fields.filter(({ type }) => type === "record link")) {
    const text = textOf(draft.row.cells[field.id]);
    const targets = targetsOf(field, boardId);
    if (text === "" || targets.tabs.length === 0) continue;
    const meant = targets.meant(text).some(({ record }) => record !== draft.id);
    if (meant || renamed(targets, state?.links[field.id], text) !== undefined) continue;
    const { [field.id]: _, ...values } = draft.row.values;
    draft.row = { ...draft.row, values };
  }
}

/** Tells which records the links of the row name; what names none, or several, is a problem at its cell. */
export function logLinks(draft: Draft, state: RecordState): void {
  const { pipeline, boardId, targetsOf } = draft.board;
  if (targetsOf === undefined) return;
  for (const field of pipeline.fields.filter(({ type }) => type === "record link")) {
    const known = state.links[field.id];
    const text = textOf(draft.row.cells[field.id]);
    if (text === "") {
      if (known !== undefined) tell(draft, state, { field, link: { record: "", board: "", name: "" } });
      continue;
    }
    const targets = targetsOf(field, boardId);
    if (targets.tabs.length > 0) follow(draft, state, { field, text, known, targets });
  }
}

function follow(
  draft: Draft,
  state: RecordState,
  cell: {
    readonly field: Field;
    readonly text: string;
    readonly known: Link | undefined;
    readonly targets: LinkTargets;
  },
): void {
  const { field, text, known, targets } = cell;
  const meant = targets.meant(text).filter(({ record }) => record !== draft.id);
  const same = known === undefined ? undefined : meant.find(({ record }) => record === known.record);
  const target = same ?? (meant.length === 1 ? meant[0] : renamed(targets, known, text));
  if (target === undefined) {
    draft.problems.push({ key: field.id, message: `${field.name}: ${faultOf(text, meant, targets)}` });
    return;
  }
  if (target.record !== known?.record) tell(draft, state, { field, link: target });
  if (meant.length === 0) fillField(draft, field.id, target.name);
}

// The record that was linked, where its row has another name by now and the cell still shows the former one.
function renamed({ meant }: LinkTargets, known: Link | undefined, text: string): LinkTarget | undefined {
  return known !== undefined && nameKey(known.name) === nameKey(text) ? meant(known.record)[0] : undefined;
}

function faultOf(text: string, meant: readonly LinkTarget[], { tabs }: LinkTargets): string {
  const where = tabs.join(" or ");
  if (meant.length === 0) return `${quoted(text)} is not the name of a record of ${where}`;
  const ways = meant.slice(0, 3).map(({ name, record }) => `${name} (${record})`);
  return `${meant.length} records of ${where} are called ${quoted(text)}; write which one: ${ways.join(" or ")}`;
}

function tell(
  draft: Draft,
  state: RecordState,
  { field, link }: { readonly field: Field; readonly link: Link },
): void {
  const { run } = draft.board;
  const data = { field: field.id, with: link.record, board: link.board, name: link.name };
  const occurrence = `${field.id}\n${run.now}\n${link.record}`;
  draft.entries.push(factEntry(run, { kind: "linked", subject: subjectOf(draft, state), data, occurrence }));
}
