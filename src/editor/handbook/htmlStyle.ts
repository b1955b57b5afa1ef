/** How the HTML handbook looks on the screen and on paper. */
export const handbookStyle = `
:root { color-scheme: light; --ink: #1d2129; --quiet: #5b6472; --line: #d9dde4; --wash: #f5f6f8; }
* { box-sizing: border-box; }
body { max-width: 820px; margin: 0 auto; padding: 24px 20px 80px; color: var(--ink); background: #fff;
  font: 16px/1.55 Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
a { color: #2f4bc0; }
:focus-visible { outline: 3px solid #2f4bc0; outline-offset: 2px; }
h1, h2, h3, h4 { line-height: 1.25; letter-spacing: -0.01em; break-after: avoid; }
h1 { margin: 4px 0 16px; font-size: 36px; }
h2 { margin: 56px 0 12px; padding-bottom: 8px; border-bottom: 2px solid var(--ink); font-size: 24px; }
h3 { margin: 36px 0 8px; font-size: 19px; }
h4 { margin: 20px 0 4px; font-size: 15px; }
p { margin: 0 0 10px; }
.words { white-space: pre-line; }
.cover { padding: 48px 0 8px; }
.cover p { margin: 0; color: var(--quiet); }
.cover .kind { font-weight: 600; }
nav ol { padding-inline-start: 24px; }
nav li { margin: 2px 0; }
ul, ol { margin: 0 0 10px; padding-inline-start: 24px; }
li { margin: 2px 0; }
.checks { padding-inline-start: 0; list-style: none; }
.checks li { position: relative; padding-inline-start: 28px; }
.checks li::before { position: absolute; top: 5px; inset-inline-start: 2px; width: 13px; height: 13px; border: 1.5px solid var(--quiet);
  border-radius: 3px; content: ""; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 10px 16px; margin: 0 0 12px;
  padding: 12px 14px; border-radius: 8px; background: var(--wash); break-inside: avoid; }
dt { color: var(--quiet); font-size: 13px; }
dd { margin: 0; font-weight: 550; }
.wide { overflow-x: auto; }
/* Whole words: where they do not fit, the table scrolls in its frame. */
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.4; overflow-wrap: break-word; }
caption { padding: 0 0 6px; color: var(--quiet); font-size: 13px; text-align: left; }
th, td { padding: 7px 10px 7px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 1.5px solid var(--quiet); color: var(--quiet); font-size: 13px; font-weight: 600; }
tbody th { font-weight: 550; }
figure { margin: 0; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; max-height: 210mm; margin: 0 auto; border: 1px solid var(--line);
  border-radius: 8px; }
figcaption { margin-top: 8px; color: var(--quiet); font-size: 14px; }
@media (max-width: 500px) { h1 { font-size: 28px; } h2 { font-size: 21px; } }
@page { size: A4; margin: 20mm 18mm 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .cover { padding-top: 60mm; }
  nav { break-before: page; }
  main > section:first-child, .page { break-before: page; }
  .page > h2, main > section:first-child > h2 { margin-top: 0; }
  a { color: inherit; text-decoration: none; }
  table { font-size: 9.5pt; }
  tr, li, dl { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  dl, .checks li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
