// Values that the book would fill in by itself and that do not fit their field: what a new record starts with, and what
// a rule sets. Each record would have the problem again.

import type { Pipeline } from "../../definition/pipeline.ts";
import { fieldsTab } from "../../definition/setup/fields-tab.ts";
import { rulesTab } from "../../definition/setup/rules-tab.ts";
import { cellKindOf } from "../../definition/standard-field.ts";
import { readCell } from "../../table/field-value.ts";
import { quoted } from "../../table/shown-cell.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";

/**
 * What is told of values that the book cannot fill in.
 *
 * @example
 * unfitValues(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function unfitValues({ pipeline, book }: PipelineFacts): readonly Advice[] {
  const starts = pipeline.fields.flatMap(({ id, name, default: text }) =>
    faultsOf(pipeline, id, text).map((fault) => {
      const place = { layout: fieldsTab, key: "default", id, pipeline: pipeline.id };
      return adviceAt(book, place, `${quoted(name)} cannot start so: ${fault}`);
    }),
  );
  const sets = pipeline.rules.flatMap((rule) => {
    const place = { layout: rulesTab, key: "does", id: rule.id, pipeline: pipeline.id };
    return rule.does.flatMap((action) => {
      if (action.do !== "set") return [];
      const name = pipeline.fields.find(({ id }) => id === action.field)?.name ?? action.field;
      return faultsOf(pipeline, action.field, action.value).map((fault) =>
        adviceAt(book, place, `${quoted(rule.name)} cannot set ${quoted(name)} so: ${fault}`),
      );
    });
  });
  return [...starts, ...sets];
}

function faultsOf(pipeline: Pipeline, id: string, text: string | undefined): readonly string[] {
  const field = pipeline.fields.find((each) => each.id === id);
  if (field === undefined || text === undefined) return [];
  const { fault } = readCell(text, cellKindOf(pipeline, field));
  return fault === undefined ? [] : [fault];
}
