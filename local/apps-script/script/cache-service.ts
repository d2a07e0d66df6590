// CacheService: texts that may be gone at any time.

import type { StoreKind } from "../requests.ts";
import type { Execution } from "./execution.ts";
import { IN_DOCUMENT, permit } from "./permissions.ts";
import { standIn } from "./stand-in.ts";

type Cache = GoogleAppsScript.Cache.Cache;

/** How long a value stays where nothing is said (reference of Cache.put). */
const USUAL_SECONDS = 600;

export function newCacheService(execution: Execution): GoogleAppsScript.Cache.CacheService {
  const store = (call: string, kind: StoreKind): Cache => {
    permit(execution, { call: `CacheService.${call}`, modes: IN_DOCUMENT });
    return newCache(execution, kind);
  };
  return standIn<GoogleAppsScript.Cache.CacheService>({
    // Outside a container `null` (reference of getDocumentCache).
    getDocumentCache: () =>
      execution.launch.book === undefined ? null : store("getDocumentCache", "document"),
    getUserCache: () => store("getUserCache", "user"),
    getScriptCache: () => store("getScriptCache", "script"),
  });
}

function newCache(execution: Execution, store: StoreKind): Cache {
  const read = (keys: readonly string[]) =>
    execution.ask<"readCache">({ ask: "readCache", store, keys: [...keys] });
  const write = (values: Readonly<Record<string, string | null>>, seconds: number): void => {
    execution.ask<"writeCache">({ ask: "writeCache", store, values, seconds });
  };
  return standIn<Cache>({
    get: (key) => read([key])[key] ?? null,
    getAll: (keys) => execution.realm.parseJson(JSON.stringify(read(keys))) as Record<string, string>,
    put: (key: string, value: unknown, seconds: number = USUAL_SECONDS) =>
      write({ [key]: String(value) }, seconds),
    putAll: (values: Readonly<Record<string, unknown>>, seconds: number = USUAL_SECONDS) =>
      write(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])), seconds),
    remove: (key) => write({ [key]: null }, USUAL_SECONDS),
    removeAll: (keys) => write(Object.fromEntries(Array.from(keys, (key) => [key, null])), USUAL_SECONDS),
  });
}
