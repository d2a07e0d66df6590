// What Apps Script's HtmlService puts into the page: `google.script.run`. A call answers to the handlers that stand
// on the runner when its function is named; it returns nothing by itself.

interface GoogleScriptRunner {
  readonly withSuccessHandler: (told: (answer: unknown) => void) => GoogleScriptRunner;
  readonly withFailureHandler: (failed: (error: unknown) => void) => GoogleScriptRunner;
  readonly [functionName: string]: unknown;
}

interface Window {
  /** Absent where the page was opened by itself, outside of a spreadsheet. */
  readonly google?: {
    readonly script: {
      readonly run: GoogleScriptRunner;
      readonly host: { readonly close: () => void };
    };
  };
}

// The build puts the style sheet beside the page's code.
declare module "*.css";
