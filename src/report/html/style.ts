/** Blue and orange differ for every kind of colour vision; underline and strike-through say it without them. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --quiet: #5a5a5a; --line: #c9c9c9; --ins: #00468c; --ins-back: #e3effb; --del: #8a3c00; --del-back: #fbeee0; --mark: #f4f4f4; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #ececec; --quiet: #b0b0b0; --line: #4a4d52; --ins: #9fcbff; --ins-back: #12304f; --del: #ffc08a; --del-back: #452a12; --mark: #212429; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 76rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3, nav, .head, .kind, .facts, summary, caption, th, .controls, .neutral, .left, .why { font-family: system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.08rem; }
a { color: inherit; text-underline-offset: .15em; } a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--ins); outline-offset: 2px; }
ins { color: var(--ins); background: var(--ins-back); text-decoration: underline; text-underline-offset: .15em; }
del { color: var(--del); background: var(--del-back); text-decoration: line-through; }
ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(100%); white-space: nowrap; }
ins::before { content: " [inserted: "; } del::before { content: " [deleted: "; } ins::after, del::after { content: "] "; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; color: var(--quiet); font-size: .9rem; padding-bottom: .3rem; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: start; vertical-align: top; } th { background: var(--mark); font-size: .9rem; }
.scroll { overflow-x: auto; } td.path { white-space: nowrap; } .kind { font-weight: 600; white-space: nowrap; font-size: .9rem; } .why, .facts, .neutral, .left, .break { color: var(--quiet); font-size: .9rem; }
article { margin: 1rem 0; padding: .1rem 0 .1rem .9rem; border-inline-start: 3px solid var(--line); } article.edited, article.split, article.merged { border-color: var(--ink); } article.inserted { border-color: var(--ins); } article.deleted { border-color: var(--del); }
article.section > .text { font-weight: 700; } article:target, p:target { background: var(--mark); outline: 2px solid var(--ins); }
.head, .text, .neutral { margin: .25rem 0; } .head a:first-child { text-decoration: none; } .head a:hover { text-decoration: underline; } .findings { margin: .3rem 0; padding-inline-start: 1.2rem; list-style: none; font-size: .95rem; }
.label { font-weight: 600; } .left { border-inline-start: 3px dotted var(--line); padding-inline-start: .9rem; }
summary { cursor: pointer; color: var(--quiet); padding: .3rem 0; } .controls { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: center; padding: .5rem 0; } .controls fieldset { border: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .2rem .9rem; } .controls button { font: inherit; }
.sides { display: none; gap: 1.2rem; grid-template-columns: 1fr 1fr; } body:has(#side:checked) .sides { display: grid; } body:has(#side:checked) .inline { display: none; }
.synopsis td { min-width: 16rem; } .synopsis td.changed { border-inline-start: 4px solid var(--ins); } [hidden] { display: none !important; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
@media print { :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --ins: #00305f; --ins-back: transparent; --del: #6b2f00; --del-back: transparent; --mark: #f2f2f2; } body { max-width: none; padding: 0; font-size: 10.5pt; } nav, .controls { display: none; } article, tr, .left { break-inside: avoid; } h2, h3 { break-after: avoid; } thead { display: table-header-group; } .scroll { overflow: visible; } .synopsis td { min-width: 0; } @page { margin: 18mm; } }
`.trim();
