// Services of Google that lie outside the product's scopes. Naming one of their functions is possible, calling it is
// refused with the scope that it wants.

import type { Execution } from "./execution.ts";
import { refuse } from "./permissions.ts";

const OUTSIDE: Readonly<Record<string, string>> = {
  UrlFetchApp: "script.external_request",
  DriveApp: "drive",
  GmailApp: "https://mail.google.com/",
  CalendarApp: "calendar",
  DocumentApp: "documents",
  FormApp: "forms",
  SlidesApp: "presentations",
  ContactsApp: "contacts",
  LanguageApp: "script.external_request",
  Jdbc: "script.external_request",
};

export function outsideServices(execution: Execution): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(OUTSIDE).map(([service, scope]) => {
      const url = scope.startsWith("https:") ? scope : `https://www.googleapis.com/auth/${scope}`;
      const members = new Proxy(
        {},
        { get: (_target, name) => () => refuse(execution, `${service}.${String(name)}`, [url]) },
      );
      return [service, members];
    }),
  );
}
