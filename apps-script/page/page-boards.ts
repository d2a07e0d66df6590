// A tab that people made, turned into a board from the page: it is looked at first and told about.

import * as z from "zod/mini";
import { type AdoptedInBook, adoptInBook } from "../../shared/engine/adopt/adopt-in-book.ts";
import { presentDefinition } from "../../shared/engine/setup/present-definition.ts";
import { type AdoptionPreview, adoptionPreview } from "../../shared/report/views/adoption-preview.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type OpenBook, openBook } from "../book/open-book.ts";
import { tabFacts } from "../book/tab-facts.ts";
import { momentNow } from "../clock.ts";
import { runIn } from "../look/whole-look.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";
import { answered, nothing, type Refusal, text } from "./answer.ts";
import { type Said, writtenBoard } from "./fresh-board.ts";

export function pageAdoptPreview(request: Record<string, never>): AdoptionPreview | Refusal {
  return answered(nothing, request, () => {
    const tab = activeSpreadsheet().getActiveSheet().getName();
    const book = openBook({ whole: [tab], merges: true });
    return adoptionPreview(adoptedIn(book, { tab, now: momentNow(book.zone) }).adoption);
  });
}

export function pageAdopt(request: { readonly tab: string }): Said | Refusal {
  return answered(z.object({ tab: text }), request, ({ tab }) =>
    writtenBoard(
      (book, now) => {
        const { adoption, changes, definition } = adoptedIn(book, { tab, now });
        const [refusal] = adoption.refusals;
        if (refusal !== undefined) throw new StagelineError("guard", refusal.message);
        return { changes, definition, said: `"${tab}" is a board now, and nothing in it was moved` };
      },
      { whole: [tab], merges: true },
    ),
  );
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
