// The Dashboard of a book that has its boards since just now. The page asks for it when the board shows already, so that
// nobody waits for it; a Dashboard that somebody deleted is not made again.

import { ruledBook } from "../../shared/engine/ruled-book.ts";
import { renewedDashboard } from "../../shared/report/dashboard/renewed-dashboard.ts";
import { changeBook } from "../look/change-book.ts";
import { refuseOthers, runIn } from "../look/whole-look.ts";
import { answered, nothing, type Refusal } from "./answer.ts";
import type { Said } from "./fresh-board.ts";

export function pageDashboard(request: Record<string, never>): Said | Refusal {
  return answered(nothing, request, () =>
    changeBook((book, now) => {
      refuseOthers(book);
      const { definition } = ruledBook(book.tables, runIn(book, now, "sidebar")).rules;
      const changes = renewedDashboard(book.tables, book.tables, { now, zone: book.zone });
      const said = changes.length === 0 ? "The Dashboard stays as it is" : "The Dashboard is up to date";
      return { changes, definition, result: { said } };
    }),
  );
}
