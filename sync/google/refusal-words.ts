// What Google's noes mean for the person at the terminal: what to do, and where. A no that is none of these is told in
// Google's own words.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Identity, sharingWords } from "./identity.ts";
import type { Failure, Refusal } from "./outcome.ts";
import { redacted } from "./redacted.ts";
import { spreadsheetAddress } from "./spreadsheet-address.ts";

/** What was asked for, by whom. */
export interface Asked {
  /** What it was for: "read the tabs". */
  readonly what: string;
  readonly access: "read" | "write";
  readonly identity: Identity;
  readonly spreadsheetId: string;
  readonly host: string;
}

const HOW_LOGIN = "gcloud auth application-default login";

/** The error that says what Google refused, and what would be right. */
export function refusedError(refusal: Refusal, asked: Asked): StagelineError {
  const { status, reason, message } = refusal;
  const address = spreadsheetAddress(asked.spreadsheetId);
  if (reason === "SERVICE_DISABLED" || reason === "accessNotConfigured") {
    const where =
      refusal.address ??
      addressIn(message) ??
      "https://console.cloud.google.com/apis/library/sheets.googleapis.com";
    return access(
      `the Google Sheets API is switched off in your Google Cloud project; switch it on at ${where}`,
    );
  }
  if (reason === "ACCESS_TOKEN_SCOPE_INSUFFICIENT") return access(scopeWords(asked));
  if (status === 401) return access(`Google does not know who asks; ${againWords(asked.identity)}`);
  if (status === 404) {
    const share = sharingWords(asked.identity, roleOf(asked));
    return access(
      `Google knows no spreadsheet ${address}, or does not show it: look at the address, or ${share}`,
    );
  }
  if (status === 403 && /protected/i.test(message)) return protectedCells(asked);
  if (status === 403)
    return access(`the spreadsheet ${address} is not shared: ${sharingWords(asked.identity, roleOf(asked))}`);
  if (status === 400 && /protected cell/i.test(message)) return protectedCells(asked);
  if (
    refusal.kind === "FAILED_PRECONDITION" &&
    /not supported for this document|office file/i.test(message)
  ) {
    const what = `${address} is an Excel file in Google Drive, not a Google Sheet`;
    return new StagelineError(
      "file",
      `${what}; open it and choose File > Save as Google Sheets, then use the new address`,
    );
  }
  return new StagelineError("google", `Google did not ${asked.what}: ${redacted(message)}`);
}

/** The error that says that nobody answered for too long; nothing was written. */
export function silentError(failure: Failure, asked: Asked): StagelineError {
  switch (failure.became) {
    case "put off":
      return google(
        `Google takes no more requests for now, so it did not ${asked.what}; run again in a few minutes`,
      );
    case "not sent":
      return google(
        `${asked.host} cannot be reached to ${asked.what} (${redacted(failure.why)}); look at the network of this machine`,
      );
    case "unknown":
      return google(
        `Google gave no answer when asked to ${asked.what} (${redacted(failure.why)}); run again later`,
      );
    case "refused":
      return refusedError(failure.refusal, asked);
  }
}

/** The error that says that a change may be there or not. */
export function unsureError(asked: Asked, cause: unknown): StagelineError {
  const message = `Google gave no answer when asked to ${asked.what}, so it may be done or not; run again: that looks first`;
  return new StagelineError("unsure", message, { cause });
}

/** What to do when a login or a key does not count any more. */
export function againWords({ kind, file }: Identity): string {
  switch (kind) {
    case "login":
      return "log in again: stageline login --client <client_secret.json>";
    case "gcloud login":
      return `log in again: ${HOW_LOGIN}`;
    case "service account":
      return `make a new key for the service account, and put it in place of "${file ?? "its file"}"`;
    default:
      return "look at the account that this machine runs as";
  }
}

function scopeWords({ identity, access: wanted }: Asked): string {
  const scope = wanted === "write" ? "spreadsheets" : "spreadsheets.readonly";
  const what = `${identity.account ?? "this login"} was not allowed to ${wanted === "write" ? "change" : "read"} spreadsheets`;
  const full = `https://www.googleapis.com/auth/${scope}`;
  if (identity.kind === "login") return `${what}; ${againWords(identity)}`;
  if (identity.kind === "gcloud login") return `${what}; log in with ${HOW_LOGIN} --scopes=${full},…`;
  return `${what}; give it the scope ${full}`;
}

function protectedCells(asked: Asked): StagelineError {
  const who = asked.identity.account ?? "the account of this command";
  return access(
    `cells to be written are protected in the spreadsheet; let ${who} edit them (Data > Protect sheets and ranges)`,
  );
}

function roleOf({ access: wanted }: Asked): "viewer" | "editor" {
  return wanted === "write" ? "editor" : "viewer";
}

function addressIn(message: string): string | undefined {
  return /https:\/\/console\.(?:developers|cloud)\.google\.com\/[^\s"']+/.exec(message)?.[0];
}

function access(message: string): StagelineError {
  return new StagelineError("access", message);
}

function google(message: string): StagelineError {
  return new StagelineError("google", message);
}
