// Ids of stages, fields, boards and people: made once from the first name, then kept for life. They are
// readable (`engaging`, not a number), since they stand in the history; a rename leaves them as they are.

/**
 * An id made from a name and used by none of `taken`: small letters, digits and "_", a letter first.
 *
 * @example
 * identifierFrom("Order Slip: Yes", new Set(["order_slip_yes"])) //=> "order_slip_yes_2"
 */
export function identifierFrom(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 40);
  const stem = /^[a-z]/.test(plain) ? plain : `x_${plain}`.replace(/_+$/, "");
  let id = stem;
  for (let count = 2; taken.has(id); count++) id = `${stem}_${count}`;
  return id;
}
