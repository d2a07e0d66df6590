// The page of the sidebar as one HTML file with its style and code inside: HtmlService serves no other files. Google's
// cleaning of the page cuts "//" and "/*" out of template literals, so none are left; a script ends where "</script"
// stands, even within a text, so that and "<!--" are written in another way.

import { build, transform } from "esbuild";

/**
 * The HTML of the page whose code starts in `entry`. It draws into the element with the id "page"; the script may name
 * what to show first in the attribute "data-start" of the body.
 */
export async function pageHtml(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile: "page.js",
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    target: "es2019",
    supported: { "template-literal": false },
    charset: "ascii",
    legalComments: "none",
    logLevel: "silent",
  });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? "";
  const code = await safeInScript(textOf(".js"));
  const style = textOf(".css");
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    '<head><meta charset="utf-8"><title>Stageline</title><base target="_top">',
    `<style>${style}</style></head>`,
    `<body data-start=""><div id="page"></div><script>${code}</script></body>`,
    "</html>\n",
  ].join("\n");
}

/** Throws where what is written in another way would be no text but code, which then says something else. */
async function safeInScript(code) {
  const safe = code.replaceAll(/<(?=!--|\/?script)/gi, String.raw`\x3c`);
  await transform(safe);
  return safe;
}
