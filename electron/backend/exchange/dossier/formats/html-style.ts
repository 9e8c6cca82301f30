/** The style sheet of an exported page. The title stands in the margins of its print. */
export function htmlStyle(title: string): string {
  return css.replace('"TITLE"', () => cssString(title))
}

/** Nothing in it can end the string, the style sheet or the element. */
function cssString(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,;:()–—-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
}

const css = `
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5c5c63; --line: #d4d4d8; --paper: #fff; --tint: #f5f5f6; --link: #1f5faa; --warn: #9a5b00; --for: #1f6f54; --against: #a8323e; --if: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --soft: #a5a5ad; --line: #3d3d43; --paper: #1a1a1c; --tint: #242427; --link: #8ab8f0; --warn: #f0b35c; --for: #6fc7a3; --against: #f08c94; --if: #e3b55f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", Georgia, "Noto Serif", serif; overflow-wrap: break-word; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
h1, h2, h3, h4, h5, .callout-title, th { font-family: Inter, "Segoe UI", Roboto, "Noto Sans", Helvetica, Arial, sans-serif; line-height: 1.25; }
h1 { font-size: 2rem; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.4rem; margin: 2.4em 0 .6em; }
h3 { font-size: 1.15rem; margin: 2em 0 .5em; }
h4, h5 { font-size: 1rem; margin: 1.6em 0 .4em; }
p { margin: 0 0 .9em; }
a { color: var(--link); text-underline-offset: .15em; }
.date, figcaption, .missing { color: var(--soft); font-size: .9em; }
header { margin-bottom: 2.5rem; border-bottom: 1px solid var(--line); }
.contents { margin: 0 0 2.5rem; font-size: .95em; }
.contents h2 { margin: 0 0 .4em; font-size: 1rem; color: var(--soft); }
.contents ul { list-style: none; padding: 0; margin: 0; }
.contents a { text-decoration: none; }
.level-2 { padding-inline-start: 1.25rem; } .level-3 { padding-inline-start: 2.5rem; } .level-4 { padding-inline-start: 3.75rem; }
ul, ol { padding-inline-start: 1.6rem; margin: 0 0 .9em; }
li > p { margin-bottom: .35em; }
.tasks { list-style: none; padding: 0; }
.tasks li { display: flex; gap: .6em; }
blockquote { margin: 0 0 .9em; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
figure { margin: 1.4em 0; }
.quote { padding: .1rem 0 .1rem; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--link); break-inside: avoid; }
.quote blockquote { border: 0; padding: 0; margin: 0; color: inherit; font-size: 1.04em; }
.quote p:last-child { margin-bottom: .3em; }
.image img { display: block; max-width: 100%; height: auto; margin: 0 auto; }
.image figcaption { text-align: center; margin-top: .5em; }
.callout { margin: 1.4em 0; padding: .9rem 1.1rem .1rem; background: var(--tint); border-inline-start: 3px solid var(--soft); border-radius: 3px; }
.callout-title { margin: 0 0 .4em; font-weight: 600; font-size: .92em; }
.warning, .important { border-color: var(--warn); }
.warning .callout-title, .important .callout-title { color: var(--warn); }
pre { padding: .8rem 1rem; background: var(--tint); border-radius: 3px; overflow-x: auto; white-space: pre-wrap; }
code { font: .9em/1.5 ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em auto; width: 40%; }
table { border-collapse: collapse; width: 100%; margin: 1.4em 0; font-size: .95em; }
th, td { border: 1px solid var(--line); padding: .4em .6em; text-align: start; vertical-align: top; }
th { background: var(--tint); font-size: .95em; }
td > :last-child, th > :last-child { margin-bottom: 0; }
.view figcaption { margin-bottom: .7em; color: var(--ink); }
.view figcaption b { display: block; font-size: 1.05em; }
.view figcaption span, .view .about { color: var(--soft); }
.view .about { font-size: .85em; margin-top: .6em; }
.view :is(th, td) { padding: .35em .5em; }
.view .wide { overflow-x: auto; }
.view table { margin: 0 0 .8em; font-size: .8em; font-family: Inter, "Segoe UI", Roboto, "Noto Sans", Helvetica, Arial, sans-serif; line-height: 1.4; }
.drawing { display: block; width: 100%; height: auto; margin: 0 0 1em; }
.drawing text { font: 11px Inter, "Segoe UI", Roboto, "Noto Sans", Helvetica, Arial, sans-serif; fill: var(--ink); }
.drawing .day, .drawing text.round { fill: var(--soft); font-size: 9.5px; }
.drawing line { stroke: var(--line); }
.drawing rect.round { fill: var(--tint); }
.drawing .supports { fill: var(--for); } .drawing .opposes { fill: var(--against); }
.drawing .conditional { fill: var(--paper); stroke: var(--if); stroke-width: 1.3; } .drawing .neutral { fill: var(--paper); stroke: var(--soft); stroke-width: 1.3; }
.ref { line-height: 0; font-size: .72em; }
.ref a, .back { text-decoration: none; }
.small-caps { font-variant: small-caps; }
.notes, .sources { margin-top: 3.5rem; border-top: 1px solid var(--line); font-size: .92em; }
.notes h2, .sources h2 { font-size: 1.15rem; margin-top: 1.2em; }
.source { padding-inline-start: 1.6rem; text-indent: -1.6rem; }
.numbered { display: grid; grid-template-columns: 2.6rem 1fr; padding: 0; text-indent: 0; }
@page { margin: 22mm 20mm; @top-center { content: "TITLE"; font: 8.5pt Inter, sans-serif; color: #666; } @bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt Inter, sans-serif; color: #666; } }
@media print { :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --tint: #f3f3f3; --link: #000; --warn: #000; } body { font-size: 10.5pt; } main { max-width: none; padding: 0; } a { text-decoration: none; } h2, h3, h4 { break-after: avoid; } tr, img { break-inside: avoid; } .back { display: none; } }
`
