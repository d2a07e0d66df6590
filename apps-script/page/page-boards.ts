// Boards made from the page: of a built-in pipeline, or of a tab that people made, which is looked at first and told
// about. A book that begins in the sheet begins in practice: nothing is put back until its owner switches it live.

import * as z from "zod/mini";
import { newTemplateBoard } from "../../shared/engine/acts/new-board.ts";
import { type AdoptedInBook, adoptInBook } from "../../shared/engine/adopt/adopt-in-book.ts";
import { hostRowChanges } from "../../shared/engine/host-rows.ts";
import { presentDefinition } from "../../shared/engine/setup/present-definition.ts";
import { type AdoptionPreview, adoptionPreview } from "../../shared/report/views/adoption-preview.ts";
import { type TemplateChoice, templateChoices } from "../../shared/report/views/template-choices.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type OpenBook, openBook, type Reading } from "../book/open-book.ts";
import { tabFacts } from "../book/tab-facts.ts";
import { momentNow } from "../clock.ts";
import { changeBook, type Plan } from "../look/change-book.ts";
import { forgetLooks } from "../look/kept-look.ts";
import { refuseCopy, runIn } from "../look/whole-look.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";
import { answered, nothing, type Refusal, text } from "./answer.ts";

interface Said {
  readonly said: string;
}

export function pageTemplates(): readonly TemplateChoice[] {
  return templateChoices();
}

export function pageNewBoard(request: { readonly template: string; readonly tab: string }): Said | Refusal {
  const shape = z.object({ template: text, tab: text });
  return answered(shape, request, ({ template, tab }) => {
    const named = tab.trim() === "" ? {} : { tab: tab.trim() };
    return withNewBoard((book, now) => {
      refuseCopy(book);
      const made = newTemplateBoard(book.tables, runIn(book, now, "sidebar"), {
        template,
        ...named,
        zone: book.zone.name,
        practice: true,
      });
      const changes = [...made.changes, ...bookRow(book, made.changes)];
      return { changes, definition: made.definition, result: { said: made.sentence } };
    });
  });
}

export function pageAdoptPreview(request: Record<string, never>): AdoptionPreview | Refusal {
  return answered(nothing, request, () => {
    const tab = activeSpreadsheet().getActiveSheet().getName();
    const book = openBook({ whole: [tab], merges: true });
    return adoptionPreview(adoptedIn(book, { tab, now: momentNow(book.zone) }).adoption);
  });
}

export function pageAdopt(request: { readonly tab: string }): Said | Refusal {
  return answered(z.object({ tab: text }), request, ({ tab }) =>
    withNewBoard(
      (book, now) => {
        refuseCopy(book);
        const { adoption, changes, definition } = adoptedIn(book, { tab, now });
        const [refusal] = adoption.refusals;
        if (refusal !== undefined) throw new StagelineError("guard", refusal.message);
        const said = `"${tab}" is a board now, and nothing in it was moved`;
        return { changes: [...changes, ...bookRow(book, changes)], definition, result: { said } };
      },
      { whole: [tab], merges: true },
    ),
  );
}

function withNewBoard(plan: (book: OpenBook, now: Moment) => Plan<Said>, reading: Reading = {}): Said {
  const said = changeBook(plan, reading);
  forgetLooks(
    activeSpreadsheet()
      .getSheets()
      .map((sheet) => sheet.getSheetId()),
  );
  return said;
}

function adoptedIn(
  book: OpenBook,
  { tab, now }: { readonly tab: string; readonly now: Moment },
): AdoptedInBook {
  return adoptInBook(book.tables, runIn(book, now, "import"), {
    tab,
    facts: tabFacts(book, tab),
    wishes: {},
    present: presentDefinition(book.tables, { zone: book.zone.name, practice: true }),
  });
}

// Which file this book is: a copy of it is known by that.
function bookRow({ spreadsheet, tables }: OpenBook, changes: readonly Change[]): readonly Change[] {
  const after: Tables = applyChanges(tables, changes);
  return hostRowChanges(after, { book: spreadsheet.getId() });
}
