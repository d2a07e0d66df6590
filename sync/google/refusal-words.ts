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
  /** Empty for one that is yet to be made. */
  readonly spreadsheetId: string;
  readonly host: string;
}

const HOW_LOGIN = "gcloud auth application-default login";

/** The error that says what Google refused, and what would be right. */
export function refusedError(refusal: Refusal, asked: Asked): StagelineError {
  for (const { is, error } of KNOWN) if (is(refusal, asked)) return error(asked, refusal);
  return google(`Google did not ${asked.what}: ${redacted(refusal.message)}`);
}

interface Known {
  readonly is: (refusal: Refusal, asked: Asked) => boolean;
  readonly error: (asked: Asked, refusal: Refusal) => StagelineError;
}

const LIBRARY = "https://console.cloud.google.com/apis/library/sheets.googleapis.com";

// The first that fits.
const KNOWN: readonly Known[] = [
  {
    is: ({ reason }) => reason === "SERVICE_DISABLED" || reason === "accessNotConfigured",
    error: (_, { address, message }) => {
      const where = address ?? addressIn(message) ?? LIBRARY;
      return access(
        `the Google Sheets API is switched off in your Google Cloud project; switch it on at ${where}`,
      );
    },
  },
  {
    is: ({ reason, message }) =>
      reason === "ACCESS_TOKEN_SCOPE_INSUFFICIENT" || /insufficient authentication scopes/i.test(message),
    error: (asked) => access(scopeWords(asked)),
  },
  {
    is: ({ message }) => /protected (cell|range|sheet)/i.test(message),
    error: ({ identity }) => {
      const who = identity.account ?? "the account of this command";
      return access(
        `cells to be written are protected in the spreadsheet; let ${who} edit them (Data > Protect sheets and ranges)`,
      );
    },
  },
  {
    is: ({ status }) => status === 401,
    error: ({ identity }) => access(`Google does not know who asks; ${againWords(identity)}`),
  },
  {
    is: ({ status }, { spreadsheetId }) => status === 403 && spreadsheetId === "",
    error: ({ identity }) => {
      const who = identity.account ?? "this account";
      return access(
        `Google does not let ${who} make a spreadsheet; make an empty one yourself, and give its address`,
      );
    },
  },
  {
    is: ({ status }) => status === 403,
    error: (asked) => {
      const what = asked.access === "write" ? "changed" : "read";
      const address = spreadsheetAddress(asked.spreadsheetId);
      return access(`the spreadsheet ${address} may not be ${what}; ${shareWords(asked)}`);
    },
  },
  {
    is: ({ status }) => status === 404,
    error: (asked) => {
      const address = spreadsheetAddress(asked.spreadsheetId);
      const what = `Google knows no spreadsheet ${address}, or does not show it`;
      return access(`${what}; look at the address, or ${shareWords(asked)}`);
    },
  },
  {
    is: ({ kind, message }) =>
      kind === "FAILED_PRECONDITION" && /not supported for this document|office file/i.test(message),
    error: ({ spreadsheetId }) => {
      const what = `${spreadsheetAddress(spreadsheetId)} is an Excel file in Google Drive, not a Google Sheet`;
      return new StagelineError(
        "file",
        `${what}; open it and choose File > Save as Google Sheets, then use the new address`,
      );
    },
  },
];

/** The error that says that nobody answered for too long; nothing was written. */
export function silentError(failure: Failure, asked: Asked): StagelineError {
  switch (failure.became) {
    case "put off":
      return google(
        `Google asks to come back later (${redacted(failure.why)}), so it did not ${asked.what}; run again in a few minutes`,
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
  if (identity.kind === "gcloud login")
    return `${what}; log in again: ${HOW_LOGIN} --scopes=${full},https://www.googleapis.com/auth/cloud-platform`;
  return `${what}; give it the scope ${full}`;
}

function shareWords({ identity, access: wanted }: Asked): string {
  return sharingWords(identity, wanted === "write" ? "editor" : "viewer");
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
