// The grid goes on looking at the rules of tabs for a moment after it was given a book without them, and fails where they
// were. It is stopped here: whoever hides a tab has done nothing wrong.

import { type Injector, IUniverInstanceService, UniverInstanceType, type Workbook } from "@univerjs/core";
import { SheetsDataValidationValidatorService } from "@univerjs/preset-sheets-data-validation";

/** Has to be called once the grid shows a book. */
export function lookAtRulesInSight(injector: Injector): void {
  const validator = injector.get(SheetsDataValidationValidatorService);
  const units = injector.get(IUniverInstanceService);
  const look = validator.validatorRanges.bind(validator);
  validator.validatorRanges = async (unit, tab, ranges) => {
    const book = units.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
    return book?.getSheetBySheetId(tab) ? look(unit, tab, ranges) : [];
  };
}
