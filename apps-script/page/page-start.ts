// The beginning, from the page: what a board may begin with, a board made of what was answered, and its examples taken
// away again. A book that begins in the sheet begins in practice: nothing is put back until its owner switches it live.

import * as z from "zod/mini";
import { StageKind } from "../../shared/definition/pipeline.ts";
import { withoutExamples } from "../../shared/engine/acts/examples.ts";
import { newPipelineBoard, newTemplateBoard } from "../../shared/engine/acts/new-board.ts";
import { type StartAnswers, startFaults, startPlan } from "../../shared/engine/acts/start-plan.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { type TemplateChoice, templateChoices } from "../../shared/report/views/template-choices.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { changeBook } from "../look/change-book.ts";
import { lookAtAll, refuseOthers, runIn } from "../look/whole-look.ts";
import { answered, nothing, type Refusal, refusedForm, text } from "./answer.ts";
import { madeBoard, type Said } from "./fresh-board.ts";

export function pageTemplates(): readonly TemplateChoice[] {
  return templateChoices();
}

const answersShape = z.object({
  noun: text,
  stages: z.array(z.object({ id: text, name: text, kind: StageKind })).check(z.maxLength(100)),
  people: z.array(z.object({ name: text, email: text, roles: text })).check(z.maxLength(200)),
  workingDays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  daysOff: text,
});

/** A board of that template, as it is; with answers as they say, and then it begins with examples. */
export function pageNewBoard(request: {
  readonly template: string;
  readonly tab: string;
  readonly answers?: Omit<StartAnswers, "choice" | "tab"> | undefined;
}): Said | Refusal {
  const shape = z.object({ template: text, tab: text, answers: z.optional(answersShape) });
  return answered(shape, request, ({ template, tab, answers }): Said | Refusal => {
    if (answers === undefined) {
      return madeBoard((tables, run, fresh) => newTemplateBoard(tables, run, { template, tab, ...fresh }));
    }
    const all: StartAnswers = { ...answers, choice: template, tab };
    const faults = startFaults(all);
    if (faults.length > 0) return refusedForm(faults);
    const plan = startPlan(all);
    return madeBoard((tables, run, fresh) => newPipelineBoard(tables, run, { ...plan, ...fresh }));
  });
}

/** Takes the examples of all boards away; what people made of one is theirs by then. */
export function pageRemoveExamples(request: Record<string, never>): Said | Refusal {
  return answered(nothing, request, () => ({ said: removeExamples() }));
}

export function removeExamples(): string {
  const said = changeBook((book, now) => {
    refuseOthers(book);
    const looked = reconcile(book.tables, runIn(book, now, "sweep"));
    const { changes, sentence } = withoutExamples(
      applyChanges(book.tables, looked.changes),
      looked.definition,
    );
    return { changes: [...looked.changes, ...changes], definition: looked.definition, result: sentence };
  });
  // What is left of them in hidden columns.
  lookAtAll("sweep");
  return said;
}
