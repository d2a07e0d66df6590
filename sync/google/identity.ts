// As whom the command comes to Google: what messages call them, and what they have to be allowed. A spreadsheet is shared
// with an account, so the address of that account is the first thing that somebody who sets this up has to know.

export type IdentityKind =
  | "this machine" // the Sheets API on this machine, which asks nobody who they are
  | "login" // a person, by `stageline login`
  | "service account" // by a key file
  | "gcloud login" // a person, by `gcloud auth application-default login`
  | "workload" // another cloud or a CI that Google trusts
  | "attached account"; // the account of a machine in Google's cloud

export interface Identity {
  readonly kind: IdentityKind;
  /** The address to share with; absent where it cannot be known. */
  readonly account?: string;
  /** The file that says so. */
  readonly file?: string;
}

/** What to do so that the spreadsheet is shared with whoever comes. */
export function sharingWords({ kind, account }: Identity, role: "viewer" | "editor"): string {
  const article = role === "editor" ? "an editor" : "a viewer";
  if (account !== undefined) return `share it with ${account} as ${article}`;
  switch (kind) {
    case "this machine":
      return `share it with the caller who names nobody, as ${article}`;
    case "login":
      return `share it with the Google account of "stageline login" as ${article}, or log in with one that may open it`;
    case "gcloud login":
      return `share it with the Google account of "gcloud auth application-default login" as ${article}`;
    default:
      return `share it with the account that this machine runs as, as ${article}`;
  }
}
