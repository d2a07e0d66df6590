// A page of the add-on as its frame gets it: with a `google.script.run` that has a function for each of the script's and
// hands each call to the window around it. The frame has an origin of its own and reaches nothing else.

const SHIM = `(() => {
  const waiting = new Map();
  let count = 0;
  const runnerOf = (told, failed, extra) => {
    const runner = {
      withSuccessHandler: (handler) => runnerOf(handler, failed, extra),
      withFailureHandler: (handler) => runnerOf(told, handler, extra),
      withUserObject: (object) => runnerOf(told, failed, object),
    };
    for (const name of NAMES) runner[name] = (...args) => {
      const call = String((count += 1));
      waiting.set(call, { told, failed, extra });
      parent.postMessage({ call, functionName: name, args: JSON.parse(JSON.stringify(args)) }, "*");
    };
    return runner;
  };
  addEventListener("message", ({ source, data }) => {
    const asked = source === parent ? waiting.get(data.call) : undefined;
    if (asked === undefined) return;
    waiting.delete(data.call);
    if (data.failed === undefined) asked.told?.(data.told, asked.extra);
    else if (asked.failed) asked.failed(new Error(data.failed), asked.extra);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) parent.postMessage({ leave: true }, "*");
    if (event.key !== "F6") return;
    event.preventDefault();
    parent.postMessage({ go: event.shiftKey ? -1 : 1 }, "*");
  });
  window.google = { script: {
    run: runnerOf(undefined, undefined, undefined),
    host: { close: () => parent.postMessage({ close: true }, "*"), setHeight: () => {}, setWidth: () => {} },
  } };
})();`;

export function framePage(html: string, functionNames: readonly string[]): string {
  const names = JSON.stringify(functionNames.filter((name) => !name.endsWith("_")));
  const shim = `<script>${SHIM.replace("NAMES", () => names)}</script>`;
  return html.includes("<head>") ? html.replace("<head>", () => `<head>${shim}`) : `${shim}${html}`;
}

/** What the browser lets such a page do: run, and nothing with the network. */
export const FRAME_POLICY =
  "sandbox allow-scripts allow-forms allow-modals allow-popups; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";
