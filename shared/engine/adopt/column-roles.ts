// Which columns of a tab that people made are the ones that every board has: Name, Stage, Owner and the next step. A
// person's word comes first, then the header, then what the cells hold. Each role has one column, each column one
// role; a role that no column fits stays open, and its column is added.

import { namedIn } from "../../definition/named.ts";
import type { Field } from "../../definition/pipeline.ts";
import { inferredType } from "../../table/inferred-type.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { isIdHeader, placeInRole, type Role } from "./header-words.ts";
import { columnHeaded, distinctTexts, type SheetColumn } from "./sheet-column.ts";
import { holdsStages, soundsLikeStages } from "./stage-guess.ts";

/** Headers by which a person says which column it is. */
export type RoleWishes = Partial<Readonly<Record<"name" | "stage" | "owner", string>>>;

export interface RoleGuess {
  readonly column: SheetColumn;
  /** In words. */
  readonly why: string;
}

/** Names differ in so many of the rows. */
const DISTINCT_NAMES = 0.8;
const FILLED_NAMES = 0.5;
/** A list of deals has its customers again and again, and some deals have none: those are no names of deals. */
const NEARLY_FILLED = 0.95;
const SELDOM_REPEATED = 0.2;
const NAME_WORD = /\bname\b/i;
const OTHER_NAME = /first|last|user|file/i;
/** The first of the words for names say it whatever the cells hold. */
const PLAIN_NAME_WORDS = 2;

type Roles = Map<Role, RoleGuess>;

/**
 * The column of each role that has one. A column that is called like one of `fields` is that field, and names no
 * records where another column can.
 *
 * @throws {StagelineError} `usage`, when a wish names a header that the tab lacks
 * @example
 * guessedRoles(sheetColumns(fixtures.crmTable, plainTab), {}, []).get("stage").why //=> "its header says so"
 */
export function guessedRoles(
  columns: readonly SheetColumn[],
  wishes: RoleWishes,
  fields: readonly Field[],
): ReadonlyMap<Role, RoleGuess> {
  const roles: Roles = new Map();
  for (const role of ["name", "stage", "owner"] as const) {
    const header = wishes[role];
    if (header === undefined) continue;
    const column = columnHeaded(columns, header);
    refuseTwice(roles, column, role);
    take(roles, role, { column, why: `--${role} says so` });
  }
  for (const role of ["stage", "owner", "next_step_on", "next_step"] as const) byHeader(roles, role, columns);
  const unnamed = columns.filter(({ header }) => namedIn(fields, header) === undefined);
  byHeader(roles, "name", unnamed.filter(tellsRowsApart));
  byHeader(roles, "name", columns.filter(tellsRowsApart));
  byContents(roles, columns);
  byHeader(roles, "name", columns);
  return roles;
}

function refuseTwice(roles: Roles, column: SheetColumn, role: Role): void {
  const other = [...roles].find(([, guess]) => guess.column === column)?.[0];
  if (other === undefined) return;
  throw new StagelineError("usage", `"${column.header}" cannot be both --${other} and --${role}`);
}

function take(roles: Roles, role: Role, guess: RoleGuess | undefined): void {
  if (guess !== undefined && !roles.has(role)) roles.set(role, guess);
}

function freeColumns(roles: Roles, columns: readonly SheetColumn[]): readonly SheetColumn[] {
  const taken = [...roles.values()].map(({ column }) => column);
  return columns.filter((column) => !taken.includes(column));
}

// Where two columns will do, the one whose cells are no formulas: nobody can set the others.
function byHeader(roles: Roles, role: Role, columns: readonly SheetColumn[]): void {
  const fitting = freeColumns(roles, columns)
    .map((column) => ({ column, place: placeInRole(column.header, role) }))
    .filter(({ column, place }) => place !== undefined && fits(role, column))
    .sort(
      (left, right) =>
        formulas(left.column) - formulas(right.column) ||
        repeats(role, left) - repeats(role, right) ||
        (left.place ?? 0) - (right.place ?? 0),
    );
  const column = fitting[0]?.column;
  take(roles, role, column === undefined ? undefined : { column, why: "its header says so" });
}

// A list of orders has customers, too: what differs in every row is what the rows are about, unless one is plainly
// headed "Name".
function repeats(
  role: Role,
  found: { readonly column: SheetColumn; readonly place: number | undefined },
): number {
  const { column, place = 0 } = found;
  return role !== "name" || place < PLAIN_NAME_WORDS || areDistinct(column) ? 0 : 1;
}

function formulas({ formulaRows }: SheetColumn): number {
  return formulaRows.length === 0 ? 0 : 1;
}

function fits(role: Role, column: SheetColumn): boolean {
  const type = inferredType(column.cells);
  switch (role) {
    case "name":
      return isMostlyFilled(column) && !["day", "time", "yes/no", "e-mail"].includes(type);
    case "stage":
      return column.cells.length === 0 || holdsStages(column);
    case "owner":
      return areTexts(column) && (type === "text" || type === "e-mail");
    case "next_step":
      return areTexts(column) && type === "text";
    case "next_step_on":
      return column.cells.length === 0 || type === "day";
  }
}

function byContents(roles: Roles, columns: readonly SheetColumn[]): void {
  const plain = () => freeColumns(roles, columns).filter((column) => formulas(column) === 0);
  const stage = plain().find(soundsLikeStages);
  take(
    roles,
    "stage",
    stage && { column: stage, why: "few texts that repeat, and they are words for stages" },
  );
  const name = rowNames(plain());
  take(roles, "name", name && { column: name, why: "another value in nearly every row" });
}

// By a header like "Band name", else the first column of texts that differ, else numbers or codes of their own.
function rowNames(columns: readonly SheetColumn[]): SheetColumn | undefined {
  return (
    columns.find(
      (column) => NAME_WORD.test(column.header) && !OTHER_NAME.test(column.header) && namesRows(column),
    ) ??
    columns.find(namesRows) ??
    columns.find((column) => isIdHeader(column.header) && isMostlyFilled(column) && areDistinct(column))
  );
}

function tellsRowsApart(column: SheetColumn): boolean {
  const { header, cells, rowCount } = column;
  const isPlain = (placeInRole(header, "name") ?? PLAIN_NAME_WORDS) < PLAIN_NAME_WORDS;
  const isFilled = cells.length >= rowCount * NEARLY_FILLED;
  return isPlain || (isFilled && distinctTexts(column).size >= cells.length * SELDOM_REPEATED);
}

function namesRows(column: SheetColumn): boolean {
  const isText = inferredType(column.cells) === "text" && areTexts(column);
  return isText && column.cells.length > 0 && isMostlyFilled(column) && areDistinct(column);
}

function areDistinct(column: SheetColumn): boolean {
  return distinctTexts(column).size >= column.cells.length * DISTINCT_NAMES;
}

function isMostlyFilled({ cells, rowCount }: SheetColumn): boolean {
  return cells.length >= rowCount * FILLED_NAMES;
}

function areTexts({ cells }: SheetColumn): boolean {
  return cells.every((cell) => typeof cell === "string");
}
