// Properties and caches of documents, users and scripts, with Google's limits
// (developers.google.com/apps-script/guides/services/quotas and reference/cache/cache).

export class StoreLimitError extends Error {
  override readonly name = "StoreLimitError";
}

interface Cached {
  readonly value: string;
  readonly until: number;
}

export interface Stores {
  readonly properties: Map<string, ReadonlyMap<string, string>>;
  readonly caches: Map<string, Map<string, Cached>>;
}

const PROPERTY_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;
const CACHE_BYTES = 100 * 1024;
const CACHE_KEY_CHARACTERS = 250;
const CACHE_SECONDS = 21_600;
const CACHE_ITEMS = 1000;
const CACHE_ITEMS_KEPT = 900;

export function newStores(): Stores {
  return { properties: new Map(), caches: new Map() };
}

export function readProperties(stores: Stores, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(stores.properties.get(key) ?? []);
}

/** @throws {StoreLimitError} and nothing is written, where a value or the store would be too large */
export function writeProperties(
  stores: Stores,
  key: string,
  change: { readonly values: Readonly<Record<string, string | null>>; readonly others: "keep" | "drop" },
): void {
  const next = new Map(change.others === "drop" ? [] : (stores.properties.get(key) ?? []));
  for (const [name, value] of Object.entries(change.values)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
    if (value !== null && bytes(name) + bytes(value) > PROPERTY_BYTES) throw tooLarge();
  }
  let size = 0;
  for (const [name, value] of next) size += bytes(name) + bytes(value);
  if (size > STORE_BYTES)
    throw new StoreLimitError(
      "You have exceeded the property storage quota. Please remove some properties and try again.",
    );
  stores.properties.set(key, next);
}

export function readCache(
  stores: Stores,
  key: string,
  wish: { readonly keys: readonly string[]; readonly now: number },
): Readonly<Record<string, string>> {
  const cache = stores.caches.get(key);
  const found = wish.keys.flatMap((name): [string, string][] => {
    const cached = cache?.get(name);
    return cached === undefined || cached.until <= wish.now ? [] : [[name, cached.value]];
  });
  return Object.fromEntries(found);
}

/** Beyond a thousand values, the nine hundred that are furthest from their end are kept. @throws {StoreLimitError} */
export function writeCache(
  stores: Stores,
  key: string,
  change: {
    readonly values: Readonly<Record<string, string | null>>;
    readonly seconds: number;
    readonly now: number;
  },
): void {
  const cache = stores.caches.get(key) ?? new Map<string, Cached>();
  const until = change.now + Math.min(change.seconds, CACHE_SECONDS) * 1000;
  for (const [name, value] of Object.entries(change.values)) {
    if (name.length > CACHE_KEY_CHARACTERS || (value !== null && bytes(value) > CACHE_BYTES))
      throw tooLarge();
    if (value === null) cache.delete(name);
    else cache.set(name, { value, until });
  }
  stores.caches.set(key, cache.size > CACHE_ITEMS ? furthestFromEnd(cache) : cache);
}

function furthestFromEnd(cache: ReadonlyMap<string, Cached>): Map<string, Cached> {
  return new Map([...cache].sort(([, one], [, other]) => other.until - one.until).slice(0, CACHE_ITEMS_KEPT));
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function tooLarge(): StoreLimitError {
  return new StoreLimitError("Argument too large: value");
}
