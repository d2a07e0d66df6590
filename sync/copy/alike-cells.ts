// What makes cells alike for whoever writes them to Google: their format, their note, their rule. A rule that names cells
// reads in each cell as it stands there; cells have one and the same when it would read alike in one place.

import type { OtherFormat, Validation } from "../../local/grid/protocol.ts";
import { copiedFormula } from "../../local/grid/references.ts";
import type { AreaName } from "./cell-areas.ts";

/** A place from which no reference of a cell can reach beyond the first row and column. */
const FAR = { row: 20_000_000, column: 20_000 };

export function lookNames(): AreaName {
  const others = new Map<OtherFormat, string>();
  return ({ numberFormat, background, fontColour, isBold, wrap, otherFormat }) => {
    let other = "";
    if (otherFormat !== undefined) {
      other = others.get(otherFormat) ?? JSON.stringify(otherFormat);
      others.set(otherFormat, other);
    }
    const name = `${numberFormat ?? ""}\n${background ?? ""}\n${fontColour ?? ""}\n${isBold ?? ""}\n${wrap ?? ""}\n${other}`;
    return name === "\n\n\n\n\n" ? undefined : name;
  };
}

export const noteName: AreaName = ({ note }) => note;

export function ruleNames(): AreaName {
  const known = new Map<Validation, string>();
  return ({ validation }, row, column) => {
    if (validation === undefined) return undefined;
    if (validation.criteria.kind === "formula") return relativeName(validation, row, column);
    const name = known.get(validation) ?? JSON.stringify(validation);
    known.set(validation, name);
    return name;
  };
}

function relativeName(rule: Validation, row: number, column: number): string {
  const { criteria } = rule;
  if (criteria.kind !== "formula") return JSON.stringify(rule);
  const formula = copiedFormula(criteria.formula, FAR.row - row, FAR.column - column);
  return JSON.stringify({ ...rule, criteria: { ...criteria, formula } });
}
