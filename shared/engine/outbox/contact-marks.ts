// By what a contact is known again under another row or board: the e-mail addresses of the record, the domains of its
// company, and the name of its company. What is a company's name and what an opt-out follows from names of fields that
// are the same in every template, and that an owner may give a field of a board of his own.

import type { Field, Pipeline } from "../../definition/pipeline.ts";
import { isBlank, nameKey } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import type { RowCells } from "../../table/layout.ts";
import { normalisedCompany } from "../../value/company-name.ts";
import { mailDomain, normalisedEmail } from "../../value/contact.ts";
import { isPublicMailDomain } from "../../value/public-mail-domains.ts";

/** By what a contact is known again. */
export interface ContactMarks {
  readonly emails: readonly string[];
  /** Of companies: never those at which anybody can have a mailbox. */
  readonly domains: readonly string[];
  readonly companies: readonly string[];
}

interface Row {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly cells: RowCells;
}

const OPT_OUT = ["do not contact", "opt-out", "opt out", "opted out", "unsubscribed"];
const COMPANY = ["company", "company name", "organisation", "organization", "firm"];
const WEBSITE = ["website", "web site", "homepage", "home page"];

/**
 * By what the contact of a record is known again. Where the pipeline has no field "Company", the record is a company.
 *
 * @example
 * contactMarks({ ...fixtures.offers, fields: [{ ...fixtures.offers.fields[0], id: "mail", type: "e-mail" }] },
 *   { values: { name: "Acme Ltd", mail: "Ada@Acme.example" }, cells: {} })
 * //=> { emails: ["ada@acme.example"], domains: ["acme.example"], companies: ["acme"] }
 */
export function contactMarks(pipeline: Pipeline, { values }: Row): ContactMarks {
  const texts = (wanted: (field: Field) => boolean) =>
    pipeline.fields.filter(wanted).flatMap(({ id }) => textIn(values, id));
  const emails = texts(({ type }) => type === "e-mail").flatMap((text) => normalisedEmail(text) ?? []);
  const sites = texts((field) => field.type === "link" && isCalled(field, WEBSITE)).flatMap(siteDomain);
  const isOfPeople = pipeline.fields.some((field) => isCalled(field, COMPANY));
  const names = isOfPeople ? texts((field) => isCalled(field, COMPANY)) : textIn(values, "name");
  return {
    emails,
    domains: [...companyDomains(emails), ...sites.filter((domain) => !isPublicMailDomain(domain))],
    companies: names.flatMap((name) => normalisedCompany(name) ?? []),
  };
}

/**
 * The domains of companies among e-mail addresses.
 *
 * @example
 * companyDomains(["ada@acme.example", "ada@gmail.com"]) //=> ["acme.example"]
 */
export function companyDomains(emails: readonly string[]): readonly string[] {
  return emails.flatMap((email) => mailDomain(email) ?? []).filter((domain) => !isPublicMailDomain(domain));
}

/**
 * The name of the field by which a record says that it wants no messages, where it does. A cell that says neither yes
 * nor no counts as yes: who writes anything there does not mean "go on".
 *
 * @example
 * const field = { ...fixtures.offers.fields[0], id: "dnc", name: "Do not contact", type: "yes/no" };
 * optOutOf({ ...fixtures.offers, fields: [field] }, { values: { dnc: true }, cells: { dnc: true } }) //=> "Do not contact"
 */
export function optOutOf(pipeline: Pipeline, { values, cells }: Row): string | undefined {
  const said = pipeline.fields.filter((field) => field.type === "yes/no" && isCalled(field, OPT_OUT));
  return said.find(({ id }) => values[id] === true || (values[id] === undefined && !isBlank(cells[id])))
    ?.name;
}

function isCalled({ name, aliases }: Field, names: readonly string[]): boolean {
  return [name, ...aliases].some((each) => names.includes(nameKey(each)));
}

function textIn(values: Row["values"], id: string): readonly string[] {
  const value = values[id];
  return typeof value === "string" && value !== "" ? [value] : [];
}

function siteDomain(link: string): readonly string[] {
  const host = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(link.trim())?.[1];
  return host === undefined ? [] : [host.toLowerCase()];
}
