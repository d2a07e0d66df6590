// The look of the report page, on screen and on paper: one calm column, dark on white, the fonts of the system.
// On paper a board starts a page, a short table is never cut, and a long one repeats its head.

/** The style sheet of the page; it asks for nothing from the network. */
export const PAGE_STYLE = `
:root { color: #1a1a1a; background: #fff; font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body { margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.25rem; font-weight: 600; }
h2 { margin: 0; font-size: 2rem; line-height: 1.2; font-weight: 700; }
h3 { margin: 2.5rem 0 .75rem; font-size: 1.125rem; font-weight: 600; break-after: avoid; }
h4 { margin: 1.25rem 0 .25rem; font-size: 1rem; font-weight: 600; break-after: avoid; }
p { margin: .25rem 0; }
.quiet, dt, dd.note, caption, thead th { color: #555; }
.board { margin-top: 2rem; padding-top: 2rem; border-top: 2px solid #1a1a1a; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: 1.25rem; margin: 1.5rem 0 0; }
.figures div { border-top: 1px solid #c8c8c8; padding-top: .5rem; break-inside: avoid; }
dt, dd.note { font-size: .875rem; line-height: 1.35; }
dd { margin: 0; }
dd.value { font-size: 1.75rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
figure { margin: .75rem 0 1.25rem; break-inside: avoid; }
svg { display: block; width: 100%; height: auto; }
.narrow { display: none; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.35; break-inside: avoid; font-variant-numeric: tabular-nums; }
table.long { break-inside: auto; }
caption { padding-bottom: .375rem; text-align: left; font-size: .875rem; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom-color: #777; font-size: .875rem; vertical-align: bottom; }
tbody th { min-width: 6rem; }
.number { text-align: right; white-space: nowrap; }
.number + td:not(.number), .number + th:not(.number) { padding-left: .75rem; }
thead .number { white-space: normal; }
thead th { overflow-wrap: normal; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 .75rem; break-inside: avoid; }
li strong { display: block; font-weight: 600; }
.alert { margin: 1.25rem 0; padding: .5rem .75rem; border-left: 4px solid #1a1a1a; background: #f3f3f3; }
details { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #c8c8c8; font-size: .9375rem; }
summary { font-weight: 600; cursor: pointer; }
details li { margin-bottom: .375rem; }
@media screen and (max-width: 32rem) { .wide { display: none; } .narrow { display: block; } h2 { font-size: 1.625rem; } }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  :root { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h3 { margin-top: 1.75rem; }
  .scroll { overflow: visible; }
  .figures { grid-template-columns: repeat(4, 1fr); }
  .board { margin-top: 1rem; padding-top: 1rem; }
  .board + .board:not(.empty) { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  .alert { background: none; }
  details:not([open]) { display: none; }
}
`;
