// Rules that set a field (event-rules.ts says when). A value that a person typed is kept; a rule fills what is blank, what
// still is as it starts, and what a rule set before. When the move that set a rule going is undone, so is what the rule
// set. What a rule set sets no other rule going.

import type { Rule, RuleAction } from "../../definition/rule.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { isBlank } from "../../table/cell.ts";
import { factEntry } from "./entry-making.ts";
import { type Draft, subjectOf } from "./row-draft.ts";
import { fillField } from "./row-fields.ts";
import { textOfValue } from "./watched-field.ts";

type SetAction = Extract<RuleAction, { do: "set" }>;

/** What the rules make of one field in a run; the history tells it once, with its last cause. */
interface Setting {
  readonly from: string;
  readonly rule: string;
  readonly cause: string;
}

/** Field id → what the rules make of it. */
export type Settings = Map<string, Setting>;

/** Lets a rule set a field, where nobody typed another value into it. */
export function obeySetting(
  draft: Draft,
  state: RecordState,
  set: {
    readonly settings: Settings;
    readonly rule: Rule;
    readonly action: SetAction;
    readonly cause: string;
  },
): void {
  const { settings, rule, action, cause } = set;
  const { field, value } = action;
  if (!settings.has(field) && !isFollowing(draft, state, field)) return;
  const from = settings.get(field)?.from ?? textOfValue(draft.row.values[field]);
  const fault = fillField(draft, field, value);
  if (fault === undefined) settings.set(field, { from, rule: rule.id, cause });
  else draft.problems.push({ key: field, message: `the rule "${rule.name}" cannot set it: ${fault}` });
}

// Whether the field follows the rules: nobody typed another value into it.
function isFollowing(draft: Draft, state: RecordState, field: string): boolean {
  if (isBlank(draft.row.cells[field])) return true;
  const setBy = state.setBy[field];
  if (setBy !== undefined) return setBy === "rule";
  const known = draft.board.pipeline.fields.find((each) => each.id === field);
  return textOfValue(draft.row.values[field]) === known?.default;
}

/** Takes back what rules set because of a move that is undone. */
export function takeBackSettings(draft: Draft, settings: Settings, undo: Entry): void {
  const caused = draft.board
    .entriesOf(draft.id)
    .filter(({ kind, data }) => kind === "field" && data["cause"] === undo.data["of"]);
  for (const { data } of caused) {
    const { field = "", from = "", to = "", rule = "" } = data;
    if (textOfValue(draft.row.values[field]) !== to) continue;
    if (fillField(draft, field, from) === undefined) settings.set(field, { from: to, rule, cause: undo.id });
  }
}

/** Tells the history what the rules made of the fields. */
export function tellSettings(draft: Draft, state: RecordState, settings: Settings): void {
  for (const [field, setting] of settings) tell(draft, state, { field, setting });
}

function tell(
  draft: Draft,
  state: RecordState,
  { field, setting }: { readonly field: string; readonly setting: Setting },
): void {
  const { from, rule, cause } = setting;
  const to = textOfValue(draft.row.values[field]);
  if (from === to) return;
  const run = { ...draft.board.run, knownBy: "rule" as const };
  const data = { field, from, to, rule, cause };
  const occurrence = `${rule}\n${cause}\n${field}`;
  draft.entries.push(factEntry(run, { kind: "field", subject: subjectOf(draft, state), data, occurrence }));
}
