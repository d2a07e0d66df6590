// Columns and choices that nobody uses, once there are many records: each is one more thing to look past.

import { namedIn } from "../../definition/named.ts";
import { asksField, type Condition, type Need } from "../../definition/need.ts";
import type { Field, Pipeline } from "../../definition/pipeline.ts";
import { fieldsTab } from "../../definition/setup/fields-tab.ts";
import { placesIn } from "../../definition/setup/merge-places.ts";
import { isBlank, nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { pluralOf } from "../../value/noun.ts";
import { textOfValue } from "../row/watched-field.ts";
import { type Advice, adviceAt, optionId, type PipelineFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { recordsSince } from "./records-since.ts";

/** Fewer records say nothing of a column. */
const MANY_RECORDS = 50;
/** The field that keeps messages back: empty is what everybody hopes for. */
const DO_NOT_CONTACT = "do not contact";

/**
 * What is told of fields that are empty in all of many records, and of choices that nobody ever made.
 *
 * @example
 * unusedFields(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function unusedFields({ pipeline, boards, book, addedMs }: PipelineFacts): readonly Advice[] {
  const rows = boards.flatMap(({ reading }) => reading?.rows ?? []).filter(({ name }) => name !== "");
  if (rows.length <= MANY_RECORDS) return [];
  const wanted = wantedFields(pipeline);
  const isOld = (id: string) =>
    boards.reduce((sum, { paths }) => sum + recordsSince(paths, addedMs.get(id)), 0) > MANY_RECORDS;
  const empty = pipeline.fields.filter(
    (field) =>
      !wanted.has(field.id) && isOld(field.id) && rows.every(({ cells }) => isBlank(cells[field.id])),
  );
  const at = (field: Field, key: string, message: string) =>
    adviceAt(book, { layout: fieldsTab, key, id: field.id, pipeline: pipeline.id }, message);
  const unmade = pipeline.fields.flatMap((field) => {
    const picked = rows.map(({ values }) => textOfValue(values[field.id])).filter((text) => text !== "");
    const names = unmadeChoices(field, picked).filter((option) => isOld(optionId(field, option)));
    if (names.length === 0) return [];
    const message = `nobody picked ${namesWords(names)} for ${quoted(field.name)} in ${picked.length} ${pluralOf(pipeline.noun)}; leave out what nobody needs`;
    return [at(field, "options", message)];
  });
  return [
    ...emptyAdvice(empty, rows.length, pipeline).flatMap(({ field, message }) => at(field, "field", message)),
    ...unmade,
  ];
}

function emptyAdvice(
  empty: readonly Field[],
  count: number,
  { noun }: Pipeline,
): readonly { readonly field: Field; readonly message: string }[] {
  const [field] = empty;
  if (field === undefined) return [];
  const verb = empty.length === 1 ? "is" : "are";
  const message = `${namesWords(empty.map(({ name }) => name))} ${verb} empty in all ${count} ${pluralOf(noun)}; leave out what nobody needs`;
  return [{ field, message }];
}

function unmadeChoices({ type, options }: Field, picked: readonly string[]): readonly string[] {
  if (type !== "choice" || picked.length <= MANY_RECORDS) return [];
  const made = new Set(picked.map(nameKey));
  return options.filter((option) => !made.has(nameKey(option)));
}

// What a need, a rule, a milestone, a message or the period names may well wait for its day.
function wantedFields(pipeline: Pipeline): ReadonlySet<string> {
  const { stages, rules, milestones, messages, period } = pipeline;
  const texts = [
    ...messages.flatMap(({ subject, body }) => [subject, body]),
    ...rules.flatMap(({ does }) => does.flatMap((action) => (action.do === "remind" ? [action.text] : []))),
  ];
  const merged = texts.flatMap(placesIn).flatMap((name) => namedIn(pipeline.fields, name)?.id ?? []);
  const earned = milestones.flatMap(({ reachedWhen }) =>
    reachedWhen.by === "field" ? [reachedWhen.field] : [],
  );
  const asked = [...stages.map(({ needs }) => needs), ...rules.map(({ onlyIf }) => onlyIf)];
  const triggers = rules.flatMap(({ when }) => {
    if (when.on === "changed") return [when.field];
    return when.on === "time" && when.from.of === "field" ? [when.from.field] : [];
  });
  const set = rules.flatMap(({ does }) =>
    does.flatMap((action) => (action.do === "set" ? [action.field] : [])),
  );
  const days = period === undefined ? [] : [period.start, period.end];
  const guard = pipeline.fields.filter(({ name }) => nameKey(name) === DO_NOT_CONTACT).map(({ id }) => id);
  return new Set([
    ...guard,
    ...merged,
    ...earned,
    ...asked.flatMap(fieldsAsked),
    ...triggers,
    ...set,
    ...days,
  ]);
}

function fieldsAsked(needs: readonly Need[]): readonly string[] {
  return needs
    .flatMap(({ anyOf }) => anyOf)
    .flatMap((condition: Condition) => (asksField(condition) ? [condition.field] : []));
}
