// Nothing in the log is deleted: a later entry amends an earlier one by naming its id. A `correction` replaces
// its time or its stage, or voids it; an `undone` voids it. An amendment may itself be amended: voiding a
// correction brings back what it replaced. All amendments are gathered first and settled once.

/** One correction or undoing, as logged. */
export interface Amendment {
  readonly id: string;
  readonly kind: string;
  readonly instantMs: number;
  readonly n: number;
  /** `of`: the entry that it names; `at`, `to`: what replaces its time and stage; `void`: "yes" voids it. */
  readonly data: Readonly<Record<string, string>>;
}

/** What has become of one entry. */
export interface Amended {
  readonly isVoid: boolean;
  readonly at?: string;
  readonly to?: string;
}

/**
 * Whether a kind of entry amends another.
 *
 * @example
 * isAmendment("undone") //=> true
 */
export function isAmendment(kind: string): boolean {
  return kind === "correction" || kind === "undone";
}

/**
 * What the amendments that are in force make of the entries that they name, by entry id; of two corrections of
 * the same thing the later holds.
 *
 * @example
 * settle([{ id: "c1", kind: "undone", instantMs: 0, n: 2, data: { of: "e2" } }]).get("e2") //=> { isVoid: true }
 */
export function settle(amendments: readonly Amendment[]): ReadonlyMap<string, Amended> {
  const ordered = firstOfEach([...amendments].sort(compareAmendments));
  const voided = new Set<string>();
  // Backwards, because only what comes later can decide whether an amendment is itself in force.
  for (const amendment of [...ordered].reverse()) {
    const of = amendment.data["of"] ?? "";
    if (!voided.has(amendment.id) && of !== amendment.id && voids(amendment)) voided.add(of);
  }
  const settled = new Map<string, Amended>();
  for (const id of voided) settled.set(id, { isVoid: true });
  for (const { id, data } of ordered) {
    const of = data["of"];
    if (of === undefined || voided.has(id) || voided.has(of)) continue;
    settled.set(of, { ...settled.get(of), isVoid: false, ...replacements(data) });
  }
  return settled;
}

// One that was written twice counts at its first time, as every entry does.
function firstOfEach(ordered: readonly Amendment[]): readonly Amendment[] {
  const seen = new Set<string>();
  return ordered.filter(({ id }) => {
    if (id === "" || !seen.has(id)) {
      seen.add(id);
      return true;
    }
    return false;
  });
}

function voids(amendment: Amendment): boolean {
  return amendment.kind === "undone" || amendment.data["void"] === "yes";
}

function replacements(data: Readonly<Record<string, string>>): { at?: string; to?: string } {
  const { at, to } = data;
  return { ...(at ? { at } : {}), ...(to ? { to } : {}) };
}

function compareAmendments(left: Amendment, right: Amendment): number {
  return left.instantMs - right.instantMs || left.n - right.n || (left.id < right.id ? -1 : 1);
}
