// Formulas that call functions of a script: of the bound one, or of an add-on that is enabled in the spreadsheet. Every
// function declared at the top can be called, except those whose names end in "_" (developers.google.com, custom
// functions). They run in this thread and at once, and take none of the world's time.

import type { Cell } from "../../../shared/table/cell.ts";
import type { CustomFunctions } from "../../grid/custom-call.ts";
import type { CellArgument } from "../launch.ts";
import { activeScripts } from "./active-scripts.ts";
import type { ExecutionRecord } from "./execution-record.ts";
import { newExecutionRecord } from "./execution-record.ts";
import { runInThisThread } from "./run-here.ts";
import type { SpreadsheetFile } from "./spreadsheet-file.ts";
import type { World } from "./world.ts";

export function customFunctionsOf(world: World, file: SpreadsheetFile): CustomFunctions {
  return (name, args) => {
    for (const script of activeScripts(world, file)) {
      const functionName = script.functionNames.find((own) => own.toUpperCase() === name.toUpperCase());
      if (functionName === undefined || functionName.endsWith("_")) continue;
      const record = newExecutionRecord(world.executions.length + 1, {
        script,
        functionName,
        kind: "custom function",
        mode: "CUSTOM_FUNCTION",
        arguments: { kind: "cells", cells: args as readonly CellArgument[] },
        effectiveUser: file.owner,
        activeUser: "",
        spreadsheet: file.id,
        screen: "none",
      });
      world.executions.push(record);
      return cellsOf(world, record);
    }
    return undefined;
  };
}

function cellsOf(world: World, record: ExecutionRecord): readonly (readonly Cell[])[] {
  const { cells, error } = runInThisThread(world, record);
  if (error !== undefined) throw new Error(error.message);
  return cells ?? [[null]];
}
