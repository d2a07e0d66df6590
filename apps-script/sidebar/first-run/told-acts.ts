// Word between parts of the page that do not know each other: something was done, so that what is said above all may be
// another.

const hearers = new Set<() => void>();

/** Tells whoever listens that something was done. */
export function tellAct(): void {
  for (const hear of hearers) hear();
}

/** Listens until what it returns is called. */
export function onAct(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
