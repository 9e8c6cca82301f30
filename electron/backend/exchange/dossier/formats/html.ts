import { createHash } from 'node:crypto'
import { escapeHtml } from '#shared/util/escape-html.ts'
import type { Block, Cell, Inline, PrintDossier } from '../print/model.ts'
import { drawingSvg } from './drawing-svg.ts'
import { htmlStyle } from './html-style.ts'

/**
 * A page that stands alone: pictures in it, nothing fetched and nothing run, as its content security policy says. It prints with
 * the title and page numbers in the margins.
 */
export function htmlOf(dossier: PrintDossier): string {
  const { title, lang, date, isoDate, blocks, labels } = dossier
  const style = htmlStyle(title)
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`
  const body = blocks.map((block) => blockHtml(block, dossier)).join('\n')
  return `<!doctype html>
<html lang="${lang}"${dossier.rtl ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Aide-Mémoire">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="date"><time datetime="${isoDate}">${escapeHtml(date)}</time></p>
</header>
${contents(blocks, labels.contents)}${body}
${notesHtml(dossier)}${sourcesAtEnd(dossier)}</main>
</body>
</html>
`
}

/** Fewer headings need no table of contents. */
const fewestHeadings = 3

function contents(blocks: readonly Block[], label: string): string {
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' && block.content.length > 0 ? [block] : [],
  )
  if (headings.length < fewestHeadings) return ''
  const items = headings.map(
    ({ id, level, content }) =>
      `<li class="level-${level}"><a href="#${id}">${inlineHtml(content.filter(({ kind }) => kind !== 'note').map(withoutLink))}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="contents"><h2 id="contents">${escapeHtml(label)}</h2>\n<ul>\n${items.join('\n')}\n</ul></nav>\n`
}

function withoutLink(part: Inline): Inline {
  if (part.kind !== 'text') return part
  const { href: _, ...rest } = part
  return rest
}

function blockHtml(block: Block, dossier: PrintDossier): string {
  const inner = (blocks: readonly Block[]) => blocks.map((one) => blockHtml(one, dossier)).join('\n')
  const items = (all: readonly Block[][]) => all.map((one) => `<li>${inner(one)}</li>`).join('\n')
  switch (block.kind) {
    case 'paragraph':
      return `<p${dirOf(block.rtl, dossier)}>${inlineHtml(block.content)}</p>`
    case 'heading': {
      // The title is the only heading of the first level.
      const tag = `h${block.level + 1}`
      return `<${tag} id="${block.id}"${dirOf(block.rtl, dossier)}>${inlineHtml(block.content)}</${tag}>`
    }
    case 'bullets':
      return `<ul>\n${items(block.items)}\n</ul>`
    case 'numbers':
      return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>\n${items(block.items)}\n</ol>`
    case 'tasks':
      return `<ul class="tasks">\n${block.items.map((item) => taskHtml(item.checked, inner(item.blocks), dossier)).join('\n')}\n</ul>`
    case 'blockquote':
      return `<blockquote>${inner(block.blocks)}</blockquote>`
    case 'callout':
      return `<aside class="callout ${block.callout}"><p class="callout-title">${escapeHtml(block.title)}</p>\n${inner(block.blocks)}</aside>`
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`
    case 'bibliography':
      return `<section class="sources" role="doc-bibliography">\n${sourcesHtml(dossier)}\n</section>`
    case 'rule':
      return '<hr>'
    case 'table':
      return tableHtml(block, inner)
    case 'view':
      return viewHtml(block, inner)
    case 'image':
      return imageHtml(block, dossier)
    case 'quote': {
      const lines = block.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
      const by = block.by.length === 0 ? '' : `\n<figcaption>${inlineHtml(block.by)}</figcaption>`
      return `<figure class="quote"${dirOf(block.rtl, dossier)}><blockquote>${lines}</blockquote>${by}</figure>`
    }
  }
}

function dirOf(rtl: boolean, dossier: PrintDossier): string {
  return rtl === dossier.rtl ? '' : ` dir="${rtl ? 'rtl' : 'ltr'}"`
}

function taskHtml(checked: boolean, inner: string, { labels }: PrintDossier): string {
  const state = checked ? labels.done : labels.open
  return `<li><span class="box" role="img" aria-label="${escapeHtml(state)}">${checked ? '☑' : '☐'}</span><div>${inner}</div></li>`
}

/** A drawing says nothing that the table below it does not, so it is hidden from those who listen. */
function viewHtml(
  { caption, title, note, tables, drawing }: Extract<Block, { kind: 'view' }>,
  inner: (blocks: readonly Block[]) => string,
): string {
  const named = caption === '' ? '' : `<b>${escapeHtml(caption)}</b> `
  const drawn =
    drawing === null
      ? ''
      : `\n${drawingSvg(drawing, ({ kind, role }) => `class="${kind} ${role}"`, 'class="drawing" aria-hidden="true"')}\n<p class="about" aria-hidden="true">${escapeHtml(drawing.legend)}</p>`
  const scrolled = tables.map((table) => `<div class="wide">${tableHtml(table, inner)}</div>`).join('\n')
  return `<figure class="view"><figcaption>${named}<span>${escapeHtml(title)}</span></figcaption>${drawn}\n${scrolled}\n<p class="about">${escapeHtml(note)}</p></figure>`
}

function tableHtml(
  { widths, rows }: Extract<Block, { kind: 'table' }>,
  inner: (blocks: readonly Block[]) => string,
): string {
  const cellHtml = (cell: Cell) => {
    const { header, colspan, rowspan, blocks } = cell
    const tag = header ? 'th' : 'td'
    const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`
    const scope = header && cell.scope ? ` scope="${cell.scope}"` : ''
    return `<${tag}${scope}${spans}>${inner(blocks)}</${tag}>`
  }
  const columns =
    widths === null
      ? ''
      : `<colgroup>${widths.map((width) => `<col width="${Math.round(width * 100)}%">`).join('')}</colgroup>\n`
  return `<table>\n${columns}${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n')}\n</table>`
}

function imageHtml({ asset, alt }: { asset: string; alt: string }, { image, labels }: PrintDossier): string {
  const found = image(asset)
  if (found === null)
    return `<p class="missing">${escapeHtml(labels.missingImage)}${alt === '' ? '' : `: ${escapeHtml(alt)}`}</p>`
  const caption = alt === '' ? '' : `<figcaption>${escapeHtml(alt)}</figcaption>`
  return `<figure class="image"><img src="${dataUri(found)}" alt="${escapeHtml(alt)}">${caption}</figure>`
}

/** Of a raster image: what else a notebook could hold is shown as nothing. */
export function dataUri({ mediaType, bytes }: { mediaType: string; bytes: Uint8Array }): string {
  const type = /^image\/(?:png|jpeg|gif|webp|avif)$/.test(mediaType) ? mediaType : 'application/octet-stream'
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}

const tagOf = [
  ['code', 'code'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['raised', 'sup'],
  ['lowered', 'sub'],
] as const

function inlineHtml(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (part.kind === 'break') return '<br>'
      if (part.kind === 'note')
        return `<sup class="ref"><a id="ref-${part.number}" href="#note-${part.number}" role="doc-noteref">${part.number}</a></sup>`
      let html = escapeHtml(part.text)
      for (const [look, tag] of tagOf) if (part[look]) html = `<${tag}>${html}</${tag}>`
      if (part.smallCaps) html = `<span class="small-caps">${html}</span>`
      return part.href === undefined
        ? html
        : `<a href="${escapeHtml(part.href)}" rel="noreferrer">${html}</a>`
    })
    .join('')
}

function notesHtml({ notes, labels }: PrintDossier): string {
  if (notes.length === 0) return ''
  const items = notes.map((note, index) => {
    const number = index + 1
    const back = `<a class="back" href="#ref-${number}" role="doc-backlink" aria-label="${escapeHtml(labels.backToText)}">↩</a>`
    return `<li id="note-${number}">${inlineHtml(note)} ${back}</li>`
  })
  return `<section class="notes" role="doc-endnotes"><h2>${escapeHtml(labels.notes)}</h2>\n<ol>\n${items.join('\n')}\n</ol></section>\n`
}

function sourcesHtml({ sources }: PrintDossier): string {
  return sources
    .map(({ label, content }) =>
      label === null
        ? `<p class="source">${inlineHtml(content)}</p>`
        : `<p class="source numbered"><span class="label">${inlineHtml(label)}</span> <span>${inlineHtml(content)}</span></p>`,
    )
    .join('\n')
}

function sourcesAtEnd(dossier: PrintDossier): string {
  if (!dossier.sourcesAtEnd) return ''
  return `<section class="sources" role="doc-bibliography"><h2>${escapeHtml(dossier.labels.sources)}</h2>\n${sourcesHtml(dossier)}\n</section>\n`
}
