// Whether an imported record may be somebody's second row: it has the e-mail address or the phone number of another
// record, in whatever spelling.

import type { Field } from "../../definition/pipeline.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { normalisedEmail, normalisedPhone } from "../../value/contact.ts";
import { oneLine } from "../../value/safe-text.ts";

/** What is compared of a record. */
export interface Contactable {
  readonly name: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/**
 * The e-mail addresses and phone numbers of a record, each in the one spelling that is compared.
 *
 * @example
 * contactKeys([{ id: "mail", type: "e-mail" }], { name: "Ada", values: { mail: "ADA@example.org" } }) //=> ["ada@example.org"]
 */
export function contactKeys(fields: readonly Field[], record: Contactable): readonly string[] {
  return contactsOf(fields, record).map(({ key }) => key);
}

/**
 * Why the record may be one that is known, by the name of the record that has a contact; `undefined` where nothing
 * says so.
 *
 * @example
 * sameContact([{ id: "mail", name: "E-mail", type: "e-mail" }], { name: "A1", values: { mail: "ADA@example.org" } },
 *   new Map([["ada@example.org", "Ada"]])) //=> 'E-mail "ADA@example.org" is also that of "Ada"'
 */
export function sameContact(
  fields: readonly Field[],
  record: Contactable,
  nameOfContact: ReadonlyMap<string, string>,
): string | undefined {
  for (const { key, field, text } of contactsOf(fields, record)) {
    const other = nameOfContact.get(key);
    if (other !== undefined) return `${field.name} "${oneLine(text)}" is also that of "${oneLine(other)}"`;
  }
  return undefined;
}

function contactsOf(
  fields: readonly Field[],
  { values }: Contactable,
): readonly { readonly key: string; readonly field: Field; readonly text: string }[] {
  return fields.flatMap((field) => {
    const text = values[field.id];
    if (typeof text !== "string") return [];
    const normal =
      field.type === "e-mail"
        ? normalisedEmail(text)
        : field.type === "phone"
          ? normalisedPhone(text)
          : undefined;
    return normal === undefined ? [] : [{ key: normal, field, text }];
  });
}
