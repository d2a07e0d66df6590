// PropertiesService: small texts that last. Each call is one request; `getProperties` brings all in one.

import type { StoreKind } from "../requests.ts";
import type { Execution } from "./execution.ts";
import { IN_DOCUMENT, permit } from "./permissions.ts";
import { standIn } from "./stand-in.ts";

type Properties = GoogleAppsScript.Properties.Properties;

export function newPropertiesService(execution: Execution): GoogleAppsScript.Properties.PropertiesService {
  const store = (call: string, kind: StoreKind): Properties => {
    permit(execution, { call: `PropertiesService.${call}`, modes: IN_DOCUMENT });
    return newProperties(execution, kind);
  };
  return standIn<GoogleAppsScript.Properties.PropertiesService>({
    // Outside a container `null` (reference of getDocumentProperties).
    getDocumentProperties: () =>
      execution.launch.book === undefined
        ? (null as unknown as Properties)
        : store("getDocumentProperties", "document"),
    getUserProperties: () => store("getUserProperties", "user"),
    getScriptProperties: () => store("getScriptProperties", "script"),
  });
}

function newProperties(execution: Execution, store: StoreKind): Properties {
  const read = () => execution.ask<"readProperties">({ ask: "readProperties", store });
  const write = (
    values: Readonly<Record<string, string | null>>,
    others: "keep" | "drop" = "keep",
  ): Properties => {
    execution.ask<"writeProperties">({ ask: "writeProperties", store, values, others });
    return properties;
  };
  const properties = standIn<Properties>({
    getProperty: (key) => read()[key] ?? null,
    getProperties: () => execution.realm.parseJson(JSON.stringify(read())) as Record<string, string>,
    getKeys: () => execution.realm.list(Object.keys(read())),
    setProperty: (key, value) => write({ [key]: String(value) }),
    setProperties: (values: Readonly<Record<string, unknown>>, deleteAllOthers = false) =>
      write(
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
        deleteAllOthers ? "drop" : "keep",
      ),
    deleteProperty: (key) => write({ [key]: null }),
    deleteAllProperties: () => write({}, "drop"),
  });
  return properties;
}
