// What becomes of every column of a tab that people made: a column that every board has, a field of its pipeline, or
// nothing: then it stays theirs, and nothing of ours ever reads or writes it. Each says why.

import { identifierFrom } from "../../definition/identifier.ts";
import { namedIn } from "../../definition/named.ts";
import type { Field, Pipeline } from "../../definition/pipeline.ts";
import { standardFieldIds, standardHeader } from "../../definition/standard-field.ts";
import { guessedField } from "./column-field.ts";
import { guessedRoles, type RoleWishes } from "./column-roles.ts";
import { type Role, wordsOf } from "./header-words.ts";
import type { SheetColumn } from "./sheet-column.ts";

export interface AdoptedColumn {
  readonly column: SheetColumn;
  /** The key of the board's column that it becomes; absent where it stays theirs. */
  readonly key?: string;
  /** The field that it fills, where it is one of the pipeline. */
  readonly field?: Field;
  readonly why: string;
}

/** What the columns are measured against. */
export interface ColumnsPlan {
  readonly wishes: RoleWishes;
  /** The pipeline that the board follows, so far as it is known: its fields are met by their names. */
  readonly pipeline: Pick<Pipeline, "fields" | "currency">;
  /** Whether columns that it lacks become fields of it; a pipeline that other boards follow has only its own. */
  readonly grows: boolean;
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  name: "Name",
  stage: "Stage",
  owner: "Owner",
  next_step: "Next step",
  next_step_on: "Next step on",
};

/**
 * Every column, from the left.
 *
 * @throws {StagelineError} `usage`, when a wish names a header that the tab lacks
 * @example
 * adoptedColumns(sheetColumns(fixtures.crmTable, plainTab), { wishes: {}, pipeline: { fields: [] }, grows: true })
 *   .map(({ key }) => key) //=> ["name", "stage", "e_mail"]
 */
export function adoptedColumns(columns: readonly SheetColumn[], plan: ColumnsPlan): readonly AdoptedColumn[] {
  const roles = guessedRoles(columns, plan.wishes, plan.pipeline.fields);
  const roleOf = new Map([...roles].map(([role, guess]) => [guess.column, { role, why: guess.why }]));
  const taken = new Set([...standardFieldIds, ...plan.pipeline.fields.map(({ id }) => id)]);
  const used = new Set<string>(roles.keys());
  return columns.map((column): AdoptedColumn => {
    const role = roleOf.get(column);
    if (role !== undefined) return { column, key: role.role, why: role.why };
    const { field, why } = fieldFor(column, { plan, taken, used });
    if (field === undefined) return { column, why };
    taken.add(field.id);
    used.add(field.id);
    return { column, key: field.id, field, why };
  });
}

/**
 * What the column becomes, in the words that people see.
 *
 * @example
 * becomes({ key: "owner" }) //=> "Owner"
 * becomes({}) //=> "stays yours"
 */
export function becomes({ key, field }: Pick<AdoptedColumn, "key" | "field">): string {
  if (key === undefined) return "stays yours";
  return field === undefined ? (ROLE_NAMES[key as Role] ?? key) : field.type;
}

// "Email" is "E-mail"; and whatever it is called, the one column of e-mail addresses is that of the one such field.
function metField(column: SheetColumn, fields: readonly Field[]): Field | undefined {
  const plain = (name: string) => wordsOf(name).replace(/ /g, "");
  const named =
    namedIn(fields, column.header) ?? fields.find(({ name }) => plain(name) === plain(column.header));
  if (named !== undefined) return named;
  const { type } = guessedField(column, undefined);
  const alike = fields.filter((field) => field.type === type);
  return type === "e-mail" && alike.length === 1 ? alike[0] : undefined;
}

function fieldFor(
  column: SheetColumn,
  known: {
    readonly plan: ColumnsPlan;
    readonly taken: ReadonlySet<string>;
    readonly used: ReadonlySet<string>;
  },
): { readonly field?: Field; readonly why: string } {
  const { header, formulaRows } = column;
  const { pipeline, grows } = known.plan;
  if (formulaRows.length > 0) return { why: "it holds formulas" };
  if (header === "") return { why: "it has no header" };
  const met = metField(column, pipeline.fields);
  if (met !== undefined && known.used.has(met.id))
    return { why: `another column is the field "${met.name}"` };
  if (met !== undefined) {
    const isCalledSo = !grows || namedIn([met], header) !== undefined;
    const field = isCalledSo ? met : { ...met, aliases: [...met.aliases, header] };
    return { field, why: `the pipeline has a field "${met.name}"` };
  }
  const standard = standardHeader(header);
  if (standard !== undefined) return { why: `every board has a column "${standard}" of its own` };
  if (!grows) return { why: "the pipeline has no field of this name" };
  return newField(column, pipeline.currency, known.taken);
}

function newField(
  column: SheetColumn,
  currency: string | undefined,
  taken: ReadonlySet<string>,
): { readonly field: Field; readonly why: string } {
  const { why, type, options, unique } = guessedField(column, currency);
  const { header: name } = column;
  const id = identifierFrom(name, taken);
  const personal = type === "e-mail" || type === "phone";
  return { field: { id, name, type, options, aliases: [], personal, unique, carriesOver: personal }, why };
}
