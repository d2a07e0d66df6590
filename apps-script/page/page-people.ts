// What the page does and shows for people who work together: a reply answered for now by one click, and what changed
// since whoever is at the page looked last.

import * as z from "zod/mini";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { holdingAnswer } from "../../shared/engine/people/holding-answer.ts";
import { type ChangesView, changesView } from "../../shared/report/views/changes-view.ts";
import { addDays } from "../../shared/value/day.ts";
import { dayOf, type Moment, momentInZone, type Zone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { activeEmail, actorNamed } from "../actor.ts";
import { openBook } from "../book/open-book.ts";
import { momentNow } from "../clock.ts";
import { refuseOthers } from "../look/whole-look.ts";
import { answered, nothing, type Refusal, recordShape, text } from "./answer.ts";
import { type Done, type RecordRequest, writtenAct } from "./page-acts.ts";
import { seenMark, setSeenMark } from "./seen-mark.ts";

/** How far back somebody sees who looks for the first time, in days. */
const FIRST_LOOK_DAYS = 7;

export function pageHoldingAnswer(request: RecordRequest): Done | Refusal {
  return answered(z.object(recordShape), request, (place) =>
    writtenAct((tables, run) => {
      const acted = holdingAnswer(tables, run, place);
      return { ...place, acted, said: acted.sentence };
    }),
  );
}

export function pageChanges(request: Record<string, never>): ChangesView | Refusal {
  return answered(nothing, request, () => {
    const book = openBook();
    refuseOthers(book);
    const { definition } = readSetup(book.tables, lastDefinition(book.tables));
    const { actor: person } = actorNamed(definition, activeEmail());
    const now = momentNow(book.zone);
    const mark = seenMark(book.zone);
    return changesView(book.tables, {
      now,
      since: mark?.at ?? firstSince(now, book.zone),
      ...(mark === undefined ? {} : { seen: mark.seen }),
      ...(person === undefined ? {} : { person }),
    });
  });
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

function firstSince(now: Moment, zone: Zone): Moment {
  return momentInZone(addDays(dayOf(now), -FIRST_LOOK_DAYS), zone) ?? now;
}
