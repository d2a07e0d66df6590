// One request to the API, as plain data: what stands in the address and the body, who asks, and which method it is.
// Whoever watches, delays or breaks calls is handed this.

export interface ApiCall {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** As the discovery document names it: "sheets.spreadsheets.values.get"; absent where there is no such method. */
  readonly method?: string;
  readonly kind: "read" | "write";
  readonly verb: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** The values of the path's parameters: spreadsheetId, range, … */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Absent where there was none. */
  readonly body?: unknown;
  /** An account's e-mail, or `OWNER`. Nobody's credentials are checked. */
  readonly who: string;
}

export type Query = Readonly<Record<string, readonly string[]>>;
