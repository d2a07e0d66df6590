// The look of the report page, on screen and on paper: dark on white, the fonts of the system, two columns where they
// fit. On paper a board has a sheet of its own: the type is small, what needs a word of method is left out, and a
// long table repeats its head.

/** The style sheet of the page; it asks for nothing from the network. */
export const PAGE_STYLE = `
:root { color: #1a1a1a; background: #fff; font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.25rem; font-weight: 600; }
h2 { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 700; }
h3 { margin: 1.75rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid #1f4e79; color: #1f4e79; font-size: 1.0625rem; font-weight: 700; break-after: avoid; }
h4 { margin: 0 0 .25rem; font-size: .9375rem; font-weight: 600; break-after: avoid; }
p { margin: .2rem 0; }
.quiet, dt, dd.note, thead th, .scroll ~ p, .scroll ~ ul { color: #555; }
section > .needs { margin-top: .75rem; font-size: 1.0625rem; font-weight: 600; }
.board { margin-top: 2rem; padding-top: 1.5rem; border-top: 2px solid #1a1a1a; }
.overview > section { margin-top: 1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: 1.25rem; margin: 1rem 0 0; }
.figures div { border-top: 1px solid #c8c8c8; padding-top: .35rem; break-inside: avoid; }
dt, dd.note { font-size: .8125rem; line-height: 1.35; }
dd { margin: 0; }
dd.value { font-size: 1.5rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.part { columns: 2; column-gap: 2.5rem; }
.part > section { break-inside: avoid; margin-bottom: 1.1rem; }
.part > .wide { column-span: all; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.3; font-variant-numeric: tabular-nums; break-inside: avoid; }
table.long { break-inside: auto; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .22rem .7rem .22rem 0; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom-color: #777; font-size: .8125rem; vertical-align: bottom; overflow-wrap: normal; }
tbody th { min-width: 5rem; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.number + td:not(.number), .number + th:not(.number) { padding-left: .75rem; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
ul { margin: .2rem 0 0; padding: 0; list-style: none; font-size: .875rem; }
section > p { font-size: .875rem; }
li { margin: 0 0 .2rem; break-inside: avoid; }
.alert { margin: 1rem 0; padding: .5rem .75rem; border-left: 4px solid #1a1a1a; background: #f3f3f3; }
details { margin-top: 1.75rem; padding-top: .5rem; border-top: 1px solid #c8c8c8; }
details > section { margin-top: .75rem; }
summary { font-weight: 600; cursor: pointer; }
@media screen and (max-width: 44rem) { .part { columns: 1; } h2 { font-size: 1.5rem; } }
@page { size: A4; margin: 12mm 13mm; }
@media print {
  :root { font-size: 8pt; line-height: 1.3; }
  main { max-width: none; padding: 0; }
  h3 { margin: .6rem 0 .3rem; padding-bottom: .05rem; }
  .scroll { overflow: visible; }
  .part { column-gap: 1.75rem; }
  .part > section { margin-bottom: .55rem; }
  th, td { padding-top: .07rem; padding-bottom: .07rem; }
  .figures { margin-top: .6rem; }
  .board { margin-top: .75rem; padding-top: .75rem; }
  .overview + .board:not(.empty), .board + .board:not(.empty) { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  .alert { background: none; }
  details:not([open]) { display: none; }
}
`;
