// What the page does to a record. The same rules hold as for typing; unlike there, Google says who is at the page.

import * as z from "zod/mini";
import { activityKinds, logActs } from "../../shared/definition/activity.ts";
import { formFaults, newRecord } from "../../shared/engine/acts/new-record.ts";
import { type Act, actOnRecord } from "../../shared/engine/record-acts.ts";
import { answered, form, type Refusal, recordShape, refusedForm, text, valuesShape } from "./answer.ts";
import { type Done, type RecordRequest, writtenAct } from "./written-act.ts";

export function pageMove(
  request: RecordRequest & { readonly stage: string; readonly values: Readonly<Record<string, string>> },
): Done | Refusal {
  const shape = z.object({ ...recordShape, stage: text, values: valuesShape });
  return answered(shape, request, ({ stage, values, ...record }) =>
    done(record, { kind: "change", values, stage }),
  );
}

export function pageSet(
  request: RecordRequest & { readonly values: Readonly<Record<string, string>> },
): Done | Refusal {
  const shape = z.object({ ...recordShape, values: valuesShape });
  return answered(shape, request, ({ values, ...record }) => done(record, { kind: "change", values }));
}

export function pageLog(
  request: RecordRequest & { readonly activity: string; readonly note: string; readonly form: string },
): Done | Refusal {
  const shape = z.object({ ...recordShape, activity: z.enum(activityKinds), note: text, form });
  return answered(shape, request, ({ activity, note, form: id, ...record }) =>
    done(record, { kind: "log", activity, note, form: id }),
  );
}

export function pageAct(
  request: RecordRequest & { readonly act: string; readonly note: string },
): Done | Refusal {
  const shape = z.object({ ...recordShape, act: z.enum(logActs), note: text });
  return answered(shape, request, ({ act, note, ...record }) => done(record, { kind: "pick", act, note }));
}

export function pageCreate(request: {
  readonly board: string;
  readonly values: Readonly<Record<string, string>>;
  readonly form: string;
}): Done | Refusal {
  const shape = z.object({ board: text, values: valuesShape, form });
  return answered(shape, request, ({ board, values, form: id }): Done | Refusal =>
    writtenAct((tables, run, definition) => {
      const faults = formFaults(definition, board, values);
      if (faults.length > 0) return refusedForm(faults);
      const made = newRecord(tables, run, { board, values, form: id });
      return { acted: made, record: made.record, board };
    }),
  );
}

function done({ board, record }: RecordRequest, act: Act): Done | Refusal {
  return writtenAct((tables, run, definition) => {
    const values = act.kind === "change" ? act.values : {};
    // What is not in the form is no fault of it: a card hands in what was changed, and a name is there already.
    const faults = formFaults(definition, board, values).filter(({ field }) => field in values);
    if (faults.length > 0) return refusedForm(faults);
    return { acted: actOnRecord(tables, run, { board, record, act }), record, board };
  });
}
