// What an execution asks of the world outside its script: the spreadsheet, locks, stores, mail, triggers, the screen.
// Requests and replies are plain data, so that a script may run in this thread or in a worker that blocks until the
// reply is there. Every request is also a point at which other executions and people may come in between.

import type { ScriptRead, ScriptWrite, SpreadsheetSummary } from "../grid/protocol.ts";
import type { Selection } from "./launch.ts";

/** Whose properties or cache: of the container, of the user, of the script. */
export type StoreKind = "document" | "user" | "script";

/** A mail as `MailApp.sendEmail` takes it. */
export interface Mail {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly name?: string;
  readonly replyTo?: string;
}

export type TriggerType = "CLOCK" | "ON_OPEN" | "ON_EDIT" | "ON_FORM_SUBMIT" | "ON_CHANGE";

export interface TriggerPlan {
  readonly functionName: string;
  readonly type: TriggerType;
  /** The spreadsheet that it listens to; of a clock trigger the container in which it was made. */
  readonly spreadsheet?: string;
  readonly everyHours?: number;
}

export interface InstalledTrigger extends TriggerPlan {
  readonly id: string;
}

export interface MenuEntry {
  readonly caption: string;
  /** Absent for a separator, and for a menu inside a menu. */
  readonly functionName?: string;
  readonly entries?: readonly MenuEntry[];
}

export interface Dialog {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";
  readonly kind: "alert" | "prompt";
}

export interface DialogAnswer {
  readonly button: "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
  readonly text: string;
}

export interface ShownPage {
  readonly place: "sidebar" | "dialog";
  readonly title: string;
  readonly html: string;
  readonly width?: number;
  readonly height?: number;
}

export type ServiceRequest =
  | { readonly ask: "grid"; readonly writes: readonly ScriptWrite[]; readonly reads: readonly ScriptRead[] }
  | { readonly ask: "tryLock"; readonly lock: StoreKind; readonly milliseconds: number }
  | { readonly ask: "releaseLock"; readonly lock: StoreKind }
  | { readonly ask: "readProperties"; readonly store: StoreKind }
  | {
      readonly ask: "writeProperties";
      readonly store: StoreKind;
      /** `null` takes a property away. */
      readonly values: Readonly<Record<string, string | null>>;
      readonly others: "keep" | "drop";
    }
  | { readonly ask: "readCache"; readonly store: StoreKind; readonly keys: readonly string[] }
  | {
      readonly ask: "writeCache";
      readonly store: StoreKind;
      readonly values: Readonly<Record<string, string | null>>;
      readonly seconds: number;
    }
  | { readonly ask: "sendMail"; readonly mail: Mail }
  | { readonly ask: "mailQuota" }
  | { readonly ask: "triggers" }
  | { readonly ask: "createTrigger"; readonly trigger: TriggerPlan }
  | { readonly ask: "deleteTrigger"; readonly id: string }
  | { readonly ask: "missingScopes" }
  | { readonly ask: "session" }
  | { readonly ask: "toast"; readonly title: string; readonly message: string }
  | { readonly ask: "dialog"; readonly dialog: Dialog }
  | {
      readonly ask: "showMenu";
      readonly title: string;
      readonly entries: readonly MenuEntry[];
    }
  | { readonly ask: "showPage"; readonly page: ShownPage }
  | { readonly ask: "select"; readonly selection: Selection }
  | { readonly ask: "sleep"; readonly milliseconds: number };

/** The answers, by what was asked. */
export interface ServiceAnswers {
  /** One for each read. */
  readonly grid: readonly unknown[];
  readonly tryLock: boolean;
  readonly releaseLock: null;
  readonly readProperties: Readonly<Record<string, string>>;
  readonly writeProperties: null;
  readonly readCache: Readonly<Record<string, string>>;
  readonly writeCache: null;
  readonly sendMail: null;
  readonly mailQuota: number;
  readonly triggers: readonly InstalledTrigger[];
  readonly createTrigger: InstalledTrigger;
  readonly deleteTrigger: null;
  readonly missingScopes: readonly string[];
  readonly session: null;
  readonly toast: null;
  readonly dialog: DialogAnswer;
  readonly showMenu: null;
  readonly showPage: null;
  readonly select: null;
  readonly sleep: null;
}

export type Ask = ServiceRequest["ask"];

/** `error` is what the call throws in the script; `ended` that the execution is over, whatever the script does. */
export type Reply =
  | {
      readonly kind: "answer";
      readonly value: unknown;
      readonly now: number;
      readonly book?: SpreadsheetSummary;
    }
  | {
      readonly kind: "error";
      readonly message: string;
      readonly now: number;
      readonly book?: SpreadsheetSummary;
    }
  | { readonly kind: "ended"; readonly message: string };

/** How a script reaches the world: it waits until the reply is there. */
export type Exchange = (request: ServiceRequest) => Reply;
