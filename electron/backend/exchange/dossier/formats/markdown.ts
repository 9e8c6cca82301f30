import type { Block, Cell, Inline, PrintDossier } from '../print/model.ts'
import { bibliographyMarks } from '#shared/document/bibliography-marks.ts'
import { inlineMarkdown, markdownText } from './markdown-inline.ts'

/**
 * Markdown as Pandoc, GitHub and Obsidian read it: front matter, footnotes, tables of pipes. Pictures stand at the end, in the
 * file. A table's cell is one line: what stood below one another there is parted by `<br>`, and a cell that spans others is
 * followed by empty ones.
 */
export function markdownOf(dossier: PrintDossier): string {
  const { title, lang, isoDate, blocks, notes, sourcesAtEnd, labels } = dossier
  const images = new Map<string, number>()
  const context: Context = {
    dossier,
    imageNumber: (asset) => {
      const number = images.get(asset) ?? images.size + 1
      images.set(asset, number)
      return number
    },
  }
  const parts = [
    `---\ntitle: ${JSON.stringify(title)}\ndate: ${isoDate}\nlang: ${lang}\n---`,
    blocksMarkdown(blocks, context),
    ...(sourcesAtEnd ? [`# ${markdownText(labels.sources)}`, ...sourceLines(dossier)] : []),
    ...notes.map((note, index) => `[^${index + 1}]: ${inlineMarkdown(note).replaceAll('\n', ' ')}`),
    ...[...images].map(([asset, number]) => `[image-${number}]: ${imageUri(dossier, asset)}`),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

interface Context {
  dossier: PrintDossier
  imageNumber(asset: string): number
}

const space = (label: unknown): Inline[] => (label === null ? [] : [{ kind: 'text', text: ' ' }])

function sourceLines({ sources }: PrintDossier): string[] {
  return sources.map(({ label, content }) =>
    inlineMarkdown([...(label ?? []), ...space(label), ...content]).replaceAll(/\\?\n/g, ' '),
  )
}

function imageUri({ image }: PrintDossier, asset: string): string {
  const found = image(asset)
  return `data:${found?.mediaType};base64,${Buffer.from(found?.bytes ?? []).toString('base64')}`
}

function blocksMarkdown(blocks: readonly Block[], context: Context): string {
  return blocks
    .map((block, index) => {
      const text = blockMarkdown(block, context)
      // Two lists in a row would be read as one.
      const isSecondList = isList(block) && block.kind === blocks[index - 1]?.kind
      return isSecondList ? `<!-- -->\n\n${text}` : text
    })
    .filter((text) => text !== '')
    .join('\n\n')
}

function isList({ kind }: Block): boolean {
  return kind === 'bullets' || kind === 'numbers' || kind === 'tasks'
}

function blockMarkdown(block: Block, context: Context): string {
  const inner = (blocks: readonly Block[]) => blocksMarkdown(blocks, context)
  switch (block.kind) {
    case 'paragraph':
      return inlineMarkdown(block.content)
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarkdown(block.content).replaceAll(/\\?\n/g, ' ')}`
    case 'bullets':
      return block.items.map((item) => listItem('- ', inner(item))).join('\n')
    case 'numbers':
      return block.items.map((item, index) => listItem(`${block.start + index}. `, inner(item))).join('\n')
    case 'tasks':
      return block.items
        .map(({ checked, blocks }) => listItem('- ', `[${checked ? 'x' : ' '}] ${inner(blocks)}`))
        .join('\n')
    case 'blockquote':
      return quoted(inner(block.blocks))
    case 'callout': {
      const { labels } = context.dossier
      const title =
        block.title === labels.callouts[block.callout] ? '' : `**${markdownText(block.title)}**\n\n`
      return quoted(`[!${block.callout.toUpperCase()}]\n${title}${inner(block.blocks)}`)
    }
    case 'code':
      return fenced(block.text)
    case 'bibliography': {
      const { begin, end } = bibliographyMarks
      return [begin, ...sourceLines(context.dossier), end].join('\n\n')
    }
    case 'rule':
      return '---'
    case 'table':
      return tableMarkdown(block, context.dossier)
    case 'view': {
      const lines = [block.caption, block.title].filter((line) => line !== '')
      const note = block.note === '' ? [] : [`*${markdownText(block.note)}*`]
      return [
        ...lines.map((line) => `**${markdownText(line)}**`),
        ...block.tables.map((table) => tableMarkdown(table, context.dossier)),
        ...note,
      ].join('\n\n')
    }
    case 'image': {
      const { labels, image } = context.dossier
      if (image(block.asset) === null)
        return `*${markdownText(`${labels.missingImage}${block.alt && `: ${block.alt}`}`)}*`
      return `![${markdownText(block.alt).replaceAll('\n', ' ')}][image-${context.imageNumber(block.asset)}]`
    }
    case 'quote': {
      const lines = block.lines.map((line) => inlineMarkdown([{ kind: 'text', text: line }]))
      const by = block.by.length === 0 ? [] : [inlineMarkdown(block.by)]
      return quoted([...lines, ...by].join('\n\n'))
    }
  }
}

function listItem(mark: string, text: string): string {
  return mark + text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

function tableMarkdown({ columns, rows }: Extract<Block, { kind: 'table' }>, dossier: PrintDossier): string {
  const lines = gridOf(rows, columns).map(
    (row) => `| ${row.map((cell) => cellText(cell, dossier)).join(' | ')} |`,
  )
  const [head = '', ...rest] = lines
  return [head, `|${' --- |'.repeat(columns)}`, ...rest].join('\n')
}

/** A row for each row and a place for each column; what a cell spans beyond its first place is null. */
export function gridOf(rows: readonly Cell[][], columns: number): (Cell | null)[][] {
  const grid: (Cell | null | undefined)[][] = rows.map(() => Array.from({ length: columns }))
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x++
      for (let down = 0; down < cell.rowspan; down++)
        for (let right = 0; right < cell.colspan; right++) {
          const line = grid[y + down]
          if (line !== undefined && x + right < columns) line[x + right] = down + right === 0 ? cell : null
        }
    }
  }
  return grid.map((row) => row.map((cell) => cell ?? null))
}

function cellText(cell: Cell | null, dossier: PrintDossier): string {
  if (cell === null) return ''
  return cellLines(cell.blocks, dossier).join('<br>').replaceAll(/\\?\n/g, '<br>').replaceAll('|', '\\|')
}

function cellLines(blocks: readonly Block[], dossier: PrintDossier): string[] {
  return blocks.flatMap((block) => linesOf(block, dossier))
}

function linesOf(block: Block, dossier: PrintDossier): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [inlineMarkdown(block.content)]
    case 'bullets':
      return block.items.flatMap((item) => cellLines(item, dossier).map((line) => `• ${line}`))
    case 'numbers':
      return block.items.flatMap((item, index) =>
        cellLines(item, dossier).map((line) => `${block.start + index}) ${line}`),
      )
    case 'tasks':
      return block.items.flatMap((item) =>
        cellLines(item.blocks, dossier).map((line) => `${item.checked ? '☑' : '☐'} ${line}`),
      )
    case 'blockquote':
    case 'callout':
      return cellLines(block.blocks, dossier)
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cellLines(cell.blocks, dossier)))
    case 'view':
      return [
        ...[block.caption, block.title].filter((line) => line !== '').map(markdownText),
        ...block.tables.flatMap((table) => linesOf(table, dossier)),
        markdownText(block.note),
      ]
    case 'quote':
      return [...block.lines.map((line) => markdownText(line)), inlineMarkdown(block.by)]
    case 'code':
      return block.text.split('\n').map((line) => markdownText(line))
    case 'image':
      return [markdownText(block.alt)]
    case 'bibliography':
      return sourceLines(dossier)
    case 'rule':
      return []
  }
}
