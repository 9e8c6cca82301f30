import {
  CheckBox,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { imageSize } from '../../image-size.ts'
import type { Block, Cell, Inline, PrintDossier } from '../../print/model.ts'
import { isRtl, words } from '../../print/text.ts'
import { docxRuns } from './inline.ts'
import type { Lists } from './lists.ts'
import { colours, step } from './styles.ts'

export type DocxBlock = Paragraph | Table

/** What the blocks around say of a paragraph. */
export interface Around {
  dossier: PrintDossier
  lists: Lists
  /** Steps inwards. */
  depth: number
  /** How deep in lists. */
  level: number
  /** The list whose item the next paragraph begins. */
  item?: NonNullable<IParagraphOptions['numbering']>
  task?: { checked: boolean }
  style?: string
  frame?: Pick<IParagraphOptions, 'border' | 'shading'>
}

export function docxBlocks(blocks: readonly Block[], around: Around): DocxBlock[] {
  const { item, task, ...rest } = around
  return blocks.flatMap((block, index) => docxBlock(block, index === 0 ? around : rest))
}

function docxBlock(block: Block, around: Around): DocxBlock[] {
  const inside = (more: Partial<Around>): Around => ({ ...around, ...more })
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.content, block.rtl, around)]
    case 'heading':
      return [
        new Paragraph({
          heading: `Heading${block.level as 1 | 2 | 3 | 4}`,
          children: docxRuns(block.content),
          ...(block.rtl && { bidirectional: true }),
        }),
      ]
    case 'bullets': {
      const item = { ...around.lists.bullets(), level: Math.min(around.level, 8) }
      return block.items.flatMap((one) => docxBlocks(one, inside({ ...deeper(around), item })))
    }
    case 'numbers': {
      const item = { ...around.lists.numbers(block.start), level: Math.min(around.level, 8) }
      return block.items.flatMap((one) => docxBlocks(one, inside({ ...deeper(around), item })))
    }
    case 'tasks':
      return block.items.flatMap(({ checked, blocks }) =>
        docxBlocks(blocks, inside({ ...deeper(around), task: { checked } })),
      )
    case 'blockquote':
      return docxBlocks(
        block.blocks,
        inside({ depth: around.depth + 1, style: 'BlockText', frame: bar(colours.line) }),
      )
    case 'callout': {
      const isUrgent = block.callout === 'warning' || block.callout === 'important'
      const frame = {
        ...bar(isUrgent ? colours.warn : colours.soft),
        shading: { type: 'clear', fill: colours.tint },
      } as const
      const within = inside({ depth: around.depth + 1, frame })
      const title = paragraph([words(block.title)], isRtl(block.title), { ...within, style: 'CalloutTitle' })
      return [title, ...docxBlocks(block.blocks, within), gap()]
    }
    case 'code': {
      const children = block.text
        .split('\n')
        .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }))
      return [
        new Paragraph({
          style: 'CodeBlock',
          shading: { type: 'clear', fill: colours.tint },
          ...indentOf(around),
          children,
        }),
      ]
    }
    case 'bibliography':
      return docxSources(around.dossier)
    case 'rule':
      return [ruleOf()]
    case 'table':
      return [tableOf(block, around), gap()]
    case 'view':
      return viewOf(block, around)
    case 'image':
      return imageOf(block, around)
    case 'quote': {
      const within = inside({ depth: around.depth + 1, frame: bar(colours.link), style: 'EvidenceQuote' })
      return [
        ...block.lines.map((line) => paragraph([words(line)], block.rtl, within)),
        ...(block.by.length === 0
          ? []
          : [paragraph(block.by, block.rtl, { ...within, style: 'EvidenceSource' })]),
      ]
    }
  }
}

/** What it is stays with its first table, and what it was made of with its last. */
function viewOf(
  { caption, title, note, tables }: Extract<Block, { kind: 'view' }>,
  around: Around,
): DocxBlock[] {
  const line = (style: string, text: string) =>
    new Paragraph({
      style,
      keepNext: true,
      children: docxRuns([words(text)]),
      ...(isRtl(text) && { bidirectional: true }),
    })
  return [
    ...(caption === '' ? [] : [line('ViewCaption', caption)]),
    line('ViewTitle', title),
    ...tables.flatMap((table) => [tableOf(table, { ...around, style: 'ViewText' }), gap()]),
    new Paragraph({ style: 'ViewNote', children: docxRuns([words(note)]) }),
  ]
}

export function docxSources({ sources }: PrintDossier): Paragraph[] {
  return sources.map(
    ({ label, content }) =>
      new Paragraph({
        style: 'Bibliography',
        children: [
          ...(label === null ? [] : [...docxRuns(label), new TextRun({ text: '\t' })]),
          ...docxRuns(content),
        ],
      }),
  )
}

/** A little space, and what keeps two tables in a row apart. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 160, lineRule: 'exact' } })
}

function ruleOf(): Paragraph {
  const bottom = { style: 'single', size: 4, space: 1, color: colours.line } as const
  return new Paragraph({ border: { bottom }, spacing: { before: 60, after: 240 } })
}

function deeper({ depth, level }: Around): Pick<Around, 'depth' | 'level'> {
  return { depth: depth + 1, level: level + 1 }
}

function bar(color: string): Pick<IParagraphOptions, 'border'> {
  return { border: { left: { style: 'single', size: 18, space: 10, color } } }
}

function indentOf({ depth }: Around): Pick<IParagraphOptions, 'indent'> {
  return depth === 0 ? {} : { indent: { left: depth * step } }
}

function paragraph(content: readonly Inline[], rtl: boolean, around: Around): Paragraph {
  const { item, task, level, style, frame = {} } = around
  const children: ParagraphChild[] = docxRuns(content)
  if (task) children.unshift(checkBox(task.checked), new TextRun({ text: '\t' }))
  const indent = item
    ? { indent: { left: around.depth * step, hanging: step } }
    : task
      ? {
          indent: { left: around.depth * step, hanging: step },
          tabStops: [{ type: 'left', position: around.depth * step }] as const,
        }
      : indentOf(around)
  return new Paragraph({
    children,
    ...(style !== undefined ? { style } : level > 0 && { style: 'ListParagraph' }),
    ...(item && { numbering: item }),
    ...indent,
    ...(rtl && { bidirectional: true }),
    ...(rtl ? mirrored(frame) : frame),
  })
}

/** Word leaves the bar of a right-to-left paragraph on the left. */
function mirrored({ border, ...frame }: NonNullable<Around['frame']>): NonNullable<Around['frame']> {
  return { ...frame, ...(border?.left && { border: { right: border.left } }) }
}

function checkBox(checked: boolean): CheckBox {
  const font = 'Segoe UI Symbol'
  return new CheckBox({
    checked,
    checkedState: { value: '2611', font },
    uncheckedState: { value: '2610', font },
  })
}

/** The width of the text, in twentieths of a point. */
const textWidth = 9350

function tableOf({ columns, widths, rows }: Extract<Block, { kind: 'table' }>, around: Around): Table {
  const shares = widths ?? Array.from({ length: columns }, () => 1 / columns)
  const border = { style: 'single', size: 4, color: colours.line } as const
  return new Table({
    width: { size: 100, type: 'pct' },
    columnWidths: shares.map((share) => Math.round(share * textWidth)),
    margins: { top: 60, bottom: 60, left: 110, right: 110 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    ...(around.dossier.rtl && { visuallyRightToLeft: true }),
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row.length > 0 && row.every(({ header }) => header),
          children: row.map((cell) => cellOf(cell, around)),
        }),
    ),
  })
}

function cellOf({ header, colspan, rowspan, blocks }: Cell, { dossier, lists, style }: Around): TableCell {
  const children = docxBlocks(header ? blocks.map(emphasised) : blocks, {
    dossier,
    lists,
    depth: 0,
    level: 0,
    style: style === 'ViewText' ? style : 'TableText',
  })
  // A cell that ends with a table is one that Word does not open.
  if (!(children.at(-1) instanceof Paragraph)) children.push(new Paragraph({}))
  return new TableCell({
    children,
    ...(colspan > 1 && { columnSpan: colspan }),
    ...(rowspan > 1 && { rowSpan: rowspan }),
    ...(header && { shading: { type: 'clear', fill: colours.tint } }),
  })
}

function emphasised(block: Block): Block {
  if (block.kind !== 'paragraph') return block
  const content = block.content.map((part) =>
    part.kind === 'text' ? { ...part, bold: true as const } : part,
  )
  return { ...block, content }
}

const types = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const
/** In pixels, 96 to the inch. */
const widest = 620
const tallest = 820

function imageOf({ asset, alt }: { asset: string; alt: string }, around: Around): DocxBlock[] {
  const { labels, image } = around.dossier
  const found = image(asset)
  const type = found === null ? undefined : types[found.mediaType as keyof typeof types]
  const size = found === null ? null : imageSize(found.bytes)
  const caption = (text: string) => new Paragraph({ style: 'Caption', children: docxRuns([words(text)]) })
  if (found === null || type === undefined || size === null) {
    const why = found === null ? labels.missingImage : labels.unshownImage
    return [caption(alt === '' ? why : `${why}: ${alt}`)]
  }
  const scale = Math.min(1, widest / size.width, tallest / size.height)
  const transformation = {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  }
  const run = new ImageRun({
    type,
    data: found.bytes,
    transformation,
    altText: { name: alt, description: alt, title: '' },
  })
  return [
    new Paragraph({ alignment: 'center', keepNext: alt !== '', children: [run] }),
    ...(alt === '' ? [] : [caption(alt)]),
  ]
}
