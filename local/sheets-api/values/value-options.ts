// The options of a request for values, and the refusals of what is none of them, in the words of Google's own parser:
// it names the type of the option, and the option in the spelling of its messages.

import { ApiError, invalidArgument } from "../api-error.ts";
import type { Query } from "../server/api-call.ts";
import type { Rendering } from "./rendered-values.ts";

export type ValueInput = "RAW" | "USER_ENTERED";

const PACKAGE = "type.googleapis.com/google.apps.sheets.v4";
const RENDERINGS = ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"] as const;
const DATES = ["SERIAL_NUMBER", "FORMATTED_STRING"] as const;
const DIMENSIONS = ["ROWS", "COLUMNS"] as const;
const INPUTS = ["RAW", "USER_ENTERED"] as const;
const INSERTIONS = ["OVERWRITE", "INSERT_ROWS"] as const;

interface Told<Choice extends string> {
  /** As it stands in the address or the body: "valueRenderOption". */
  readonly name: string;
  readonly type: string;
  readonly choices: readonly Choice[];
  /** What stands where a body may say that it leaves it open. */
  readonly open?: string;
}

/** What is chosen, `undefined` where nothing is. @throws {ApiError} where it is no choice */
export function choiceOf<Choice extends string>(value: unknown, told: Told<Choice>): Choice | undefined {
  if (value === undefined || value === null || value === "" || value === told.open) return undefined;
  const choice = told.choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const field = told.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  throw badField(field, `Invalid value at '${field}' (${PACKAGE}.${told.type}), ${JSON.stringify(value)}`);
}

/** A refusal that names the field too. */
export function badField(field: string, description: string): ApiError {
  const violations = [{ field, description }];
  return new ApiError("INVALID_ARGUMENT", description, [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations: violations },
  ]);
}

/** How an answer is to be rendered, from the options of the address or a body; `prefix` where they are for a response. */
export function renderingOf(told: Readonly<Record<string, unknown>>, prefix: "" | "response"): Rendering {
  const name = (option: string) =>
    prefix === "" ? option : `response${option[0]?.toUpperCase()}${option.slice(1)}`;
  const values = name("valueRenderOption");
  const dates = name("dateTimeRenderOption");
  return {
    values:
      choiceOf(told[values], { name: values, type: "ValueRenderOption", choices: RENDERINGS }) ??
      "FORMATTED_VALUE",
    dates:
      choiceOf(told[dates], { name: dates, type: "DateTimeRenderOption", choices: DATES }) ?? "SERIAL_NUMBER",
    by: prefix === "" ? dimensionOf(told["majorDimension"]) : "ROWS",
  };
}

export function dimensionOf(value: unknown): "ROWS" | "COLUMNS" {
  const told = {
    name: "majorDimension",
    type: "Dimension",
    choices: DIMENSIONS,
    open: "DIMENSION_UNSPECIFIED",
  };
  return choiceOf(value, told) ?? "ROWS";
}

/** @throws {ApiError} where it is not said: there is no usual way */
export function valueInputOf(value: unknown): ValueInput {
  const told = { name: "valueInputOption", type: "ValueInputOption", choices: INPUTS };
  const input = choiceOf(value === "INPUT_VALUE_OPTION_UNSPECIFIED" ? "" : value, told);
  if (input === undefined) throw invalidArgument("'valueInputOption' is required but not specified");
  return input;
}

export function insertionOf(value: unknown): "OVERWRITE" | "INSERT_ROWS" {
  return (
    choiceOf(value, { name: "insertDataOption", type: "InsertDataOption", choices: INSERTIONS }) ??
    "OVERWRITE"
  );
}

/** The first value of each option in an address. */
export function firstOf(query: Query): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** "true" in an address, however it is capitalized, or a yes in a body. */
export function isYes(value: unknown): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}
