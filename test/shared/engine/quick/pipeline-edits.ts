// Random hands on a board of any pipeline: what people type, paste, copy, clear and sort, as data that fast-check draws
// and shrinks. Which row, stage or field is meant is told by a number, so that every edit fits every pipeline.

import fc from "fast-check";
import { logWordsFor } from "../../../../shared/definition/activity.ts";
import type { Field, Pipeline } from "../../../../shared/definition/pipeline.ts";
import { fieldsOf } from "../../../../shared/definition/standard-field.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { TableRow } from "../../../../shared/table/table.ts";
import type { Typed, World } from "../../../world.ts";

/** A cell by numbers: which column, and which of the values that fit it. */
export type Stroke = readonly [column: number, value: number];

export type PipelineEdit =
  | { readonly do: "type"; readonly row: number; readonly strokes: readonly Stroke[] }
  | { readonly do: "move"; readonly row: number; readonly stage: number }
  | { readonly do: "paste"; readonly row: number; readonly rows: readonly (readonly Stroke[])[] }
  | { readonly do: "add"; readonly rows: readonly (readonly Stroke[])[] }
  | {
      readonly do: "rename" | "copy" | "delete" | "clear" | "spoil";
      readonly row: number;
      readonly with: number;
    }
  | { readonly do: "sort" | "sort torn" | "bring back" };

const row = fc.nat({ max: 9 });
const stroke: fc.Arbitrary<Stroke> = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 }));
/** Of the words of the Log column, those that are an entry and no more. */
const ENTRY_WORDS = 9;
const strokes = fc.array(stroke, { minLength: 1, maxLength: 4 });
const blocks = fc.array(strokes, { minLength: 1, maxLength: 4 });

/** An edit as people make most of them. */
export const plainEdit: fc.Arbitrary<PipelineEdit> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("type" as const), row, strokes }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("move" as const), row, stage: fc.nat({ max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("paste" as const), row, rows: blocks }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("add" as const), rows: blocks }) },
);

/** The same on a pipeline whose links and compared fields nobody touches, and without Reopen, Undo and New from this. */
export function isPlainIn(pipeline: Pipeline, edit: PipelineEdit): boolean {
  const all = edit.do === "type" ? [edit.strokes] : "rows" in edit ? edit.rows : [];
  const fields = typedFields(pipeline);
  return all.flat().every(([column, value]) => {
    const place = column % (fields.length + 3);
    const field = fields[place];
    if (place === fields.length + 1) return value % logWordsFor(pipeline.noun).length < ENTRY_WORDS;
    return field === undefined || (field.type !== "record link" && !pipeline.flagsSame.includes(field.id));
  });
}

/** Any edit, such as make a row another one too. */
export const anyEdit: fc.Arbitrary<PipelineEdit> = fc.oneof(
  { weight: 8, arbitrary: plainEdit },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "rename" as const,
        "copy" as const,
        "delete" as const,
        "clear" as const,
        "spoil" as const,
      ),
      row,
      with: fc.nat({ max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("sort" as const, "sort torn" as const, "bring back" as const),
    }),
  },
);

/** Hands that remember what they deleted, and never give two rows one name unless they copy or rename one. */
export function handsOf(world: World, pipeline: Pipeline, tab: string): (edit: PipelineEdit) => void {
  const bin: TableRow[] = [];
  let count = 0;
  const named = () => world.names(tab).filter((name) => name !== "");
  const cells = (all: readonly Stroke[]): Typed =>
    Object.assign({}, ...all.map((each) => cellOf(pipeline, each, named())));
  return (edit) => {
    count += 1;
    const names = named();
    const nameAt = (number: number) => names[number % Math.max(names.length, 1)];
    switch (edit.do) {
      case "add":
        return world.add(
          edit.rows.map((each, index) => ({ ...cells(each), Name: `new ${count}.${index}` })),
          tab,
        );
      case "sort":
        return world.sort("Name", tab);
      case "sort torn":
        return world.sortTorn("Name", tab);
      case "bring back": {
        const last = bin.pop();
        if (last !== undefined) world.bringBack(last, tab);
        return;
      }
    }
    const name = nameAt(edit.row);
    if (name === undefined) return;
    switch (edit.do) {
      case "type":
        return world.edit(name, cells(edit.strokes), tab);
      case "move":
        return world.edit(name, { Stage: stageName(pipeline, edit.stage) }, tab);
      case "paste":
        for (const [index, each] of edit.rows.entries())
          world.edit(nameAt(edit.row + index) ?? name, cells(each), tab);
        return;
      case "rename":
        return world.edit(
          name,
          { Name: edit.with % 3 === 0 ? (nameAt(edit.with) ?? name) : `name ${count}` },
          tab,
        );
      case "copy":
        return world.copyRow(name, { from: tab, tab, as: `copy ${count}` });
      case "delete":
        bin.push(world.deleteRow(name, tab));
        return;
      case "clear":
        return world.edit(name, emptied(world, name, tab), tab);
      case "spoil":
        return world.edit(
          name,
          { [["ID", "Memory", "Fingerprint", "Since"][edit.with % 4] ?? "ID"]: null },
          tab,
        );
    }
  };
}

// All that people see in the row; its hidden cells stay.
function emptied(world: World, name: string, tab: string): Typed {
  const headers = Object.keys(world.row(name, tab));
  return Object.fromEntries(headers.slice(0, headers.indexOf("ID")).map((header) => [header, null]));
}

/** The name of a stage; sometimes one that the pipeline lacks. */
export function stageName({ stages }: Pipeline, number: number): string {
  return stages[number % (stages.length + 1)]?.name ?? "Wonn";
}

function cellOf(pipeline: Pipeline, [column, value]: Stroke, names: readonly string[]): Typed {
  const fields = typedFields(pipeline);
  const words = logWordsFor(pipeline.noun);
  const place = column % (fields.length + 3);
  const field = fields[place];
  if (field !== undefined) return { [field.name]: fittingValue(field, value, names) };
  if (place === fields.length) return { Stage: value === 12 ? null : stageName(pipeline, value) };
  if (place === fields.length + 1) return { Log: words[value % words.length] ?? "Cal" };
  return { "Log note": ["Cleo", "called back", null][value % 3] ?? null };
}

function typedFields(pipeline: Pipeline): readonly Field[] {
  return fieldsOf(pipeline).filter(({ id }) => id !== "name");
}

function fittingValue({ type, options }: Field, value: number, names: readonly string[]): Cell {
  const pick = (values: readonly Cell[]) => values[value % values.length] ?? null;
  switch (type) {
    case "yes/no":
      return pick(["yes", "no", null, "perhaps"]);
    case "choice":
      return pick([...options, null, "none of them"]);
    case "day":
      return pick([{ serial: 46_330 }, { serial: 46_310 }, { serial: 46_390 }, null, "soon"]);
    case "time":
      return pick([{ serial: 0.75 }, "18:30", null]);
    case "number":
    case "money":
      return pick([0, 5, 500, 12_500, null, "many"]);
    case "person":
      return pick(["Bea", "Dan", "Nobody", null]);
    case "record link":
      return pick([...names, "nobody", null]);
    case "e-mail":
      return pick(["a@b.example", "c@d.example", null, "a@"]);
    default:
      return pick(["x", "y", "a longer text", null]);
  }
}
