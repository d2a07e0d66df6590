// What the page does and shows for people who work together: a reply answered for now by one click, a planned step that is
// done, a record handed over with a word along; and up to when somebody has seen what others did.

import * as z from "zod/mini";
import { holdingAnswer } from "../../shared/engine/people/holding-answer.ts";
import { actOnRecord } from "../../shared/engine/record-acts.ts";
import { momentInZone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { openBook } from "../book/open-book.ts";
import { answered, form, type Refusal, recordShape, text } from "./answer.ts";
import { setSeenMark } from "./seen-mark.ts";
import { type Done, type RecordRequest, writtenAct } from "./written-act.ts";

export function pageHoldingAnswer(request: RecordRequest): Done | Refusal {
  return answered(z.object(recordShape), request, (place) =>
    writtenAct((tables, run) => {
      const acted = holdingAnswer(tables, run, place);
      return { ...place, acted, said: acted.sentence };
    }),
  );
}

export function pageStepDone(
  request: RecordRequest & { readonly step: string; readonly form: string },
): Done | Refusal {
  const shape = z.object({ ...recordShape, step: text, form });
  return answered(shape, request, ({ step, form: id, ...place }) =>
    writtenAct((tables, run) => {
      const acted = actOnRecord(tables, run, { ...place, act: { kind: "step-done", step, form: id } });
      const what = step === "" ? "the next step" : `"${step}"`;
      return { ...place, acted, said: `"${acted.name}": ${what} is done; no next step is planned` };
    }),
  );
}

export function pageHandOver(
  request: RecordRequest & { readonly to: string; readonly note: string; readonly form: string },
): Done | Refusal {
  const shape = z.object({ ...recordShape, to: text, note: text, form });
  return answered(shape, request, ({ to, note, form: id, ...place }) =>
    writtenAct((tables, run) => {
      const acted = actOnRecord(tables, run, { ...place, act: { kind: "hand-over", to, note, form: id } });
      return { ...place, acted, said: `"${acted.name}" is handed over to "${to.trim()}"` };
    }),
  );
}

export function pageSeen(request: {
  readonly at: string;
  readonly seen: number;
}): { readonly said: string } | Refusal {
  const shape = z.object({ at: text, seen: z.int().check(z.minimum(0)) });
  return answered(shape, request, ({ at, seen }) => {
    const moment = momentInZone(at, openBook().zone);
    if (moment === undefined) throw new StagelineError("usage", `"${at}" is not a time`);
    setSeenMark({ at: moment, seen });
    return { said: "Everything up to now counts as seen" };
  });
}
