// Words that people use for stages: what kind of stage they mean, and where it usually stands on the way. Only the
// name is looked at; what it does not tell is an open stage, in the order in which the sheet has it.

import type { StageKind } from "../../definition/pipeline.ts";
import { wordsOf } from "./header-words.ts";

/** Looked through in order: "not won" is lost before it is won. */
const KIND_WORDS: readonly (readonly [StageKind, RegExp])[] = [
  [
    "avoid",
    /\b(do not (contact|call|mail)|dnc|avoid|blacklist(ed)?|block(ed)?|unsubscribed|opt(ed)? out|duplicate|bad fit)\b|nicht kontaktieren|gesperrt|ne pas contacter|no contactar/,
  ],
  [
    "lost",
    /\b(lost|closed lost|declined?|cancel(l?ed)?|rejected|dead|dropped|abandoned|withdrawn|(not|no longer|un)( ?interested)|no interest|not won|disqualified|unqualified|churned|refused|failed|verloren|abgelehnt|storniert|abgesagt|perdue?|annulee?|refusee?|perdid[oa]|cancelad[oa]|rechazad[oa]|perso)\b|^no$/,
  ],
  [
    "parked",
    /\b(on hold|hold|parked|later|paused?|postponed|someday|snoozed?|dormant|nurture|nurturing|stalled|pausiert|zuruckgestellt|spater|ruht|en attente|en pause|plus tard|en espera|en pausa|pausad[oa]|mas tarde)\b/,
  ],
  [
    "won",
    /\b(won|sold|paid|done|completed?|finished|delivered|delivery|closed|signed|accepted|booked|launched|installed|gewonnen|abgeschlossen|bezahlt|erledigt|fertig|verkauft|geliefert|gagnee?|terminee?|payee?|signee?|livree?|ganad[oa]|pagad[oa]|hech[oa]|cerrad[oa]|terminad[oa]|entregad[oa])\b/,
  ],
];

/** Stages by their usual place: those of one line stand in no order of their own. */
const WAY: readonly RegExp[] = [
  /\b(new|leads?|cold|suspects?|inquiry|enquiry|request(ed)?|received|idea|backlog|to ?do|not started|open|prospect(s|ing)?|neu|offen|anfrage|nouveau|nuevo|prospecto|a faire)\b/,
  /\b(contact(ed)?|outreach|attempt(ed)?|reached out|warm|kontaktiert|contactee?|contactad[oa]|researching)\b/,
  /\b(qualif\w*|discovery|engag(ed|ing)|interested|dialogue|in progress|working|active|doing|hot|qualifiziert|in arbeit|in bearbeitung|en cours|en curso|en proceso|calificad[oa])\b/,
  /\b(meeting|demo|appointment|presentation|needs analysis|review|survey|termin|rdv|reunion|besuch)\b/,
  /\b(propos\w*|offer(ed)?|quot(e|ed|ation)|estimate|angebot|devis|propuesta|oferta|cotizacion|presupuesto)\b/,
  /\b(negotiat\w*|verhandlung|negociation|negociacion|pending|verbal)\b/,
  /\b(contract|agreement|legal|closing|vertrag|contrato?|commit(ted)?)\b/,
  /\b(won|sold|signed|accepted|booked|gewonnen|verkauft|gagnee?|ganad[oa])\b/,
  /\b(invoiced?|rechnung|facturee?|factura)\b/,
  /\b(paid|bezahlt|payee?|pagad[oa])\b/,
  /\b(delivered|delivery|installed|geliefert|livree?|entregad[oa])\b/,
  /\b(done|completed?|finished|closed|launched|abgeschlossen|erledigt|fertig|terminee?|hech[oa]|cerrad[oa]|terminad[oa])\b/,
];

/**
 * The kind of stage that a name tells; open where it tells none.
 *
 * @example
 * stageKindOf("4 - Closed Won") //=> "won"
 * stageKindOf("Auf später") //=> "parked"
 */
export function stageKindOf(name: string): StageKind {
  const key = wordsOf(name);
  return KIND_WORDS.find(([, pattern]) => pattern.test(key))?.[0] ?? "open";
}

/**
 * The usual place of a stage on the way, from 0; `undefined` where its name tells none.
 *
 * @example
 * usualPlace("Proposal sent") < usualPlace("Negotiation") //=> true
 */
export function usualPlace(name: string): number | undefined {
  const key = wordsOf(name);
  const place = WAY.findIndex((pattern) => pattern.test(key));
  return place < 0 ? undefined : place;
}

/**
 * The number that a person put before a stage's name.
 *
 * @example
 * numberBefore("2. Qualified") //=> 2
 * numberBefore("Won") //=> undefined
 */
export function numberBefore(name: string): number | undefined {
  const digits = /^\s*#?\s*(\d{1,3}(?:\.\d{1,2})?)\b/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
