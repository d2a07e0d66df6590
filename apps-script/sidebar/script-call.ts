// One call of a function of the script, as a promise. What Google says when a call fails is turned into words that
// tell what to do; the call itself, its name and its argument are checked where they are typed, in script.ts.

/** A call that did not come to an answer; the message is for the person at the page. */
export class CallError extends Error {
  override readonly name = "CallError";
}

const NO_SCRIPT = "This page works in a spreadsheet only: open it there from the menu Extensions, Stageline";
const TWO_ACCOUNTS =
  "Google answered for another account than the one that this sheet is open with. Sign out of the other accounts, or open the sheet in a browser window where only one account is signed in";
const NOT_ALLOWED =
  "Google asks for your permission first: choose any entry of the menu Extensions, Stageline, allow what it asks for, and open this page again";
const TOO_SLOW = "This took longer than Google allows, and was ended. Look at what was done, then try again";
const CONNECTION = "The spreadsheet cannot be reached. Look at your connection, then try again";

/** What the script's function of that name answers. */
export function callScript(name: string, argument: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const runner = window.google?.script.run;
    if (runner === undefined) {
      reject(new CallError(NO_SCRIPT));
      return;
    }
    const ready = runner
      .withSuccessHandler(resolve)
      .withFailureHandler((cause) => reject(new CallError(failureWords(cause), { cause })));
    const call = ready[name];
    if (typeof call === "function") call.call(ready, argument);
    else
      reject(
        new CallError(
          `This page and its script are of two versions: the script has no "${name}". Reload the sheet`,
        ),
      );
  });
}

/** What went wrong, and what to do about it. */
export function failureWords(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/PERMISSION_DENIED/i.test(message)) return TWO_ACCOUNTS;
  if (/authorization is required|permissions? (?:is|are) not sufficient|not have permission/i.test(message))
    return NOT_ALLOWED;
  if (/maximum execution time|timed? ?out|DEADLINE/i.test(message)) return TOO_SLOW;
  if (/NetworkError|connection failure|HTTP 0|Failed to fetch/i.test(message)) return CONNECTION;
  return `${message.replace(/^(?:Uncaught )?(?:Exception|Error): /, "").replace(/\.$/, "")}. Try again; if it comes back, look at Health`;
}
