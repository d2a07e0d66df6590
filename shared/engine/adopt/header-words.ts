// Words that people put over columns, in the languages that their sheets are in: which of them mean the columns that
// every board has, and which tell a type. A word that comes first in its list is the surer one. Accents, case and
// signs do not count. A wrong guess costs a person one option; so words that mean several things are left out.

import { nameKey } from "../../table/cell.ts";
import type { FieldType } from "../../table/field-type.ts";

/** The columns of every board that people may have already. */
export type Role = "name" | "stage" | "owner" | "next_step" | "next_step_on";

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  name: words(
    "name|full name|deal|deal name|opportunity|opportunity name|title|project|project name|client|client name",
    "customer|customer name|company|company name|account|account name|organisation|organization|business",
    "lead|lead name|contact|contact name|prospect|event|event name|show|gig|job|order|case|subject|task|item",
    "kunde|kundenname|firma|unternehmen|projekt|auftrag|veranstaltung|titel|kontakt|bezeichnung",
    "nom|client|entreprise|societe|affaire|projet|titre|nombre|cliente|empresa|negocio|oportunidad|proyecto",
  ),
  stage: words(
    "stage|pipeline stage|deal stage|sales stage|lead stage|status|deal status|lead status|sales status",
    "order status|project status|current status|phase|step|progress|state",
    "stufe|vertriebsphase|verkaufsphase|stadium|schritt|fase|etape|phase de vente|statut|etat|etapa|estado|stato",
  ),
  owner: words(
    "owner|deal owner|account owner|lead owner|record owner|sales rep|rep|salesperson|sales person|salesman",
    "account manager|account executive|assigned to|assignee|assigned|responsible|person responsible|handled by",
    "sales agent|agent|manager|coach|in charge|person in charge|who|zustandig|verantwortlich|verantwortlicher|bearbeiter|betreuer|verkaufer",
    "responsable|vendeur|commercial|charge de compte|encargado|vendedor|comercial|asignado a|eigenaar",
  ),
  next_step: words(
    "next step|next steps|next action|next actions|to do|todo|nachster schritt|nachste schritte",
    "prochaine etape|prochaine action|proximo paso|proxima accion",
  ),
  next_step_on: words(
    "next step on|next step date|next action date|next contact|next contact date|next call|follow up on",
    "follow up date|next follow up|follow up|followup|wiedervorlage|nachster kontakt|relance|prochain contact",
    "proximo contacto|seguimiento",
  ),
};

const TYPE_WORDS: readonly (readonly [FieldType, RegExp])[] = [
  ["e-mail", /^(e ?mail|mail|courriel|correo)( address| adresse| electronico)?$|\be ?mail$/],
  ["phone", /^(phone|telephone|tel|mobile|cell|telefon|handy|telefono|movil|portable)( number| nr| no)?$/],
  ["link", /^(website|web site|web|url|link|homepage|linkedin|webseite|site web|sitio web)$|\burl$|\blink$/],
  ["day", /\bdate$|^date\b|\bday$|\bdatum$|datum$|^fecha\b|\bdeadline$|^due$|^since$|^born$/],
];

const MONEY_WORDS =
  /\b(amount|value|price|budget|revenue|fee|cost|total|deal size|betrag|preis|wert|umsatz|montant|prix|valeur|importe|precio|valor|monto)\b/;
const ID_WORDS = /^(id|no|nr|num|number|ref|reference|key|code)$|\b(id|no|nr|number|ref)$/;

/** What one record is called, by the words for many of them. */
const NOUNS = words(
  "deal|client|customer|lead|order|project|contact|event|show|gig|job|account|installation|prospect|booking",
  "candidate|ticket|case|task|offer|contract|invoice|partner|member|student|patient|supplier|tender|grant",
);
/** Words of which several are not told by an "s", by one that means the same. */
const SYNONYMS: Readonly<Record<string, string>> = {
  company: "firm",
  companies: "firm",
  opportunity: "deal",
  opportunities: "deal",
};

/**
 * The place of a header in the words of a role, from 0; `undefined` where it is none of them.
 *
 * @example
 * placeInRole("Sales-Rep", "owner") < placeInRole("Agent", "owner") //=> true
 * placeInRole("Étape", "stage") === undefined //=> false
 */
export function placeInRole(header: string, role: Role): number | undefined {
  const place = ROLE_WORDS[role].indexOf(wordsOf(header));
  return place < 0 ? undefined : place;
}

/**
 * The type that a header tells; `undefined` where it tells none.
 *
 * @example
 * typeOfHeader("Close date") //=> "day"
 */
export function typeOfHeader(header: string): FieldType | undefined {
  const key = wordsOf(header);
  return TYPE_WORDS.find(([, pattern]) => pattern.test(key))?.[0];
}

/**
 * Whether numbers under this header are amounts of money.
 *
 * @example
 * isMoneyHeader("Deal value") //=> true
 */
export function isMoneyHeader(header: string): boolean {
  return MONEY_WORDS.test(wordsOf(header));
}

/**
 * Whether the column tells records apart by a number or code of their own.
 *
 * @example
 * isIdHeader("Order no.") //=> true
 */
export function isIdHeader(header: string): boolean {
  return ID_WORDS.test(wordsOf(header));
}

/**
 * What one record is called, from the words of a tab's name or a header; `undefined` where they tell nothing.
 *
 * @example
 * nounIn("Open deals 2026") //=> "deal"
 */
export function nounIn(text: string): string | undefined {
  for (const word of wordsOf(text).split(" ")) {
    const noun = SYNONYMS[word] ?? NOUNS.find((each) => word === each || word === `${each}s`);
    if (noun !== undefined) return noun;
  }
  return undefined;
}

/**
 * A header or a stage as its words alone: small letters and digits, one space between words.
 *
 * @example
 * wordsOf(" E-Mail (privé) ") //=> "e mail prive"
 */
export function wordsOf(text: string): string {
  return nameKey(text)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split("|"));
}
