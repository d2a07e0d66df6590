// What the page says while a book is young, and what is answered to it: examples, records that came last and look like
// others, the question whether to remind. Only a yes to that asks Google for anything.

import * as z from "zod/mini";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { digestTimeChanges } from "../../shared/engine/acts/digest-time.ts";
import { readHead } from "../../shared/engine/head.ts";
import { hostRow, hostRowChanges } from "../../shared/engine/host-rows.ts";
import { type Reconciled, reconcile } from "../../shared/engine/reconcile.ts";
import { type BandView, bandView } from "../../shared/report/views/band-view.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { openBook } from "../book/open-book.ts";
import { forgetDoubles, lastDoubles } from "../look/added.ts";
import { changeBook } from "../look/change-book.ts";
import { changeHead } from "../look/change-head.ts";
import { refuseOthers, runIn } from "../look/whole-look.ts";
import { switchTo } from "../menu/sheet-menu.ts";
import { ownerOf, turnOnReminders } from "../reminders.ts";
import { answered, nothing, type Refusal, text } from "./answer.ts";
import type { Said } from "./fresh-board.ts";

/** The row of the head that says that somebody was asked, and did not want it now. */
const ASKED_ROW = "reminders_asked";

export function pageBand(request: Record<string, never>): BandView | Refusal {
  return answered(nothing, request, () => {
    const book = openBook();
    refuseOthers(book);
    const { tables } = book;
    const head = readHead(tables);
    const { definition } = readSetup(tables, lastDefinition(tables));
    const isAnswered = ownerOf(head) !== "" || hostRow(head, ASKED_ROW) !== "";
    return bandView(tables, definition, { doubles: lastDoubles(), isAnswered });
  });
}

/** What came in since, without a look at the sheet: whether it is worth one. */
export function pageNews(request: Record<string, never>): { readonly doubles: number } | Refusal {
  return answered(nothing, request, () => ({ doubles: lastDoubles().length }));
}

export function pageDoublesSeen(request: Record<string, never>): Said | Refusal {
  return answered(nothing, request, () => {
    forgetDoubles();
    return { said: "They stay as they are; a record's card shows what it looks like" };
  });
}

/** Reminds at that time of the day from now on; without one, nobody is asked again. */
export function pageRemind(request: { readonly at: string }): Said | Refusal {
  return answered(z.object({ at: text }), request, ({ at }) => {
    if (at === "") {
      changeHead((_, tables) => hostRowChanges(tables, { [ASKED_ROW]: "not now" }));
      return { said: "Nobody is reminded; Stageline, Reminders, On switches it on whenever you like" };
    }
    const mailed = changed((tables) => digestTimeChanges(tables, at)).definition.team.filter(
      ({ email = "" }) => email !== "",
    );
    const on = turnOnReminders();
    const who = mailed.map(({ name }) => name).join(", ");
    return {
      said:
        who === ""
          ? `${on}. Nobody in Team has an e-mail address yet, so what is due waits for you in Today`
          : `${on}. At ${at} a mail goes to ${who}, where something is due`,
    };
  });
}

export function pageGoLive(request: Record<string, never>): Said | Refusal {
  return answered(nothing, request, () => ({ said: switchTo({ practice: false }) }));
}

// What is set in the set-up counts at once.
function changed(setting: (tables: Tables) => readonly Change[]): Reconciled {
  return changeBook((book, now) => {
    refuseOthers(book);
    const changes = setting(book.tables);
    const looked = reconcile(applyChanges(book.tables, changes), runIn(book, now, "sweep"));
    const { definition } = looked;
    return { changes: [...changes, ...looked.changes], definition, result: looked };
  });
}
