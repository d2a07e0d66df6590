// What is asked of Google to be allowed: to read spreadsheets, or to read and change them. Nothing else, ever: no files,
// no mail, no address of the person.

/** What a command has to be allowed: never more than it needs. */
export type Access = "read" | "write";

export const READ_SCOPE = "https://www.googleapis.com/auth/spreadsheets.readonly";
export const WRITE_SCOPE = "https://www.googleapis.com/auth/spreadsheets";

export function scopeOf(access: Access): string {
  return access === "write" ? WRITE_SCOPE : READ_SCOPE;
}
