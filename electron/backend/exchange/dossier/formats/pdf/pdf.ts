import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resourcesFolder } from '../../../../resources-folder.ts'
import { type ImageSize, imageSize } from '../../image-size.ts'
import type { Block, PrintDossier } from '../../print/model.ts'
import { placeCells } from '../../print/place-cells.ts'
import { drawingSvg } from '../drawing-svg.ts'
import { paint } from './paint.ts'
import { createTypesetter, type Typesetter } from './typesetter.ts'

/** Pages for print: title, table of contents with page numbers, footnotes, sources; tagged, with its fonts in it. */
export async function pdfOf(dossier: PrintDossier): Promise<Uint8Array> {
  const typesetter = await createTypesetter()
  const { image, ...data } = dossier
  const blocks = dossier.blocks.map(withPlacedCells)
  const images = addImages(dossier, typesetter)
  const headings = dossier.blocks.filter(({ kind }) => kind === 'heading').length
  const json = JSON.stringify({ ...data, blocks, images, headings })
  typesetter.addFile('/dossier.json', Buffer.from(json))
  typesetter.addFile('/dossier.typ', readFileSync(join(resourcesFolder(), 'typst', 'dossier.typ')))
  return typesetter.pdf('/dossier.typ')
}

/** Tables as the layout takes them: each cell with its place, and how many of the first are heads. */
function withPlacedCells(block: Block): object {
  switch (block.kind) {
    case 'table': {
      const { columns, widths, rows } = block
      const headRows = rows.findIndex((row) => row.length === 0 || row.some(({ header }) => !header))
      const cells = placeCells(rows, columns).map((cell) => ({
        ...cell,
        blocks: cell.blocks.map(withPlacedCells),
      }))
      // Heads stand apart only where none of them reaches into the rows below.
      const heads = cells.filter(({ y }) => y < headRows)
      const isApart = heads.every(({ y, rowspan }) => y + rowspan <= headRows)
      return {
        kind: 'table',
        widths: widths ?? Array.from({ length: columns }, () => 1),
        cells,
        headRows: isApart ? Math.max(0, headRows) : 0,
        headCells: isApart ? heads.length : 0,
      }
    }
    case 'view': {
      const { drawing, tables, ...rest } = block
      return {
        ...rest,
        tables: tables.map(withPlacedCells),
        drawing: drawing === null ? null : drawingSvg(drawing, paint, ''),
        legend: drawing?.legend ?? '',
      }
    }
    case 'bullets':
    case 'numbers':
      return { ...block, items: block.items.map((item) => item.map(withPlacedCells)) }
    case 'tasks':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map(withPlacedCells) })),
      }
    case 'blockquote':
    case 'callout':
      return { ...block, blocks: block.blocks.map(withPlacedCells) }
    default:
      return block
  }
}

/** What the layout knows of an image of the notebook; no path where it cannot be shown. */
type ShownImage = { path: string | null } & Partial<ImageSize>

function addImages({ blocks, image }: PrintDossier, typesetter: Typesetter): Record<string, ShownImage> {
  const images: Record<string, ShownImage> = {}
  for (const asset of new Set(assetsIn(blocks))) {
    const found = image(asset)
    if (found === null) continue
    const size = imageSize(found.bytes)
    const extension = /^image\/(png|jpeg|gif|webp)$/.exec(found.mediaType)?.[1]
    const path = `/${asset}.${extension}`
    images[asset] = { path: null }
    if (size === null || extension === undefined) continue
    typesetter.addFile(path, found.bytes)
    if (isReadable(path, typesetter)) images[asset] = { path, ...size }
  }
  return images
}

/** One picture that is broken would end the whole document. */
function isReadable(path: string, typesetter: Typesetter): boolean {
  try {
    typesetter.addFile('/image.typ', Buffer.from(`#image(${JSON.stringify(path)}, width: 1cm)`))
    typesetter.pdf('/image.typ')
    return true
  } catch {
    return false
  }
}

function assetsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'image':
        return [block.asset]
      case 'bullets':
      case 'numbers':
        return block.items.flatMap(assetsIn)
      case 'tasks':
        return block.items.flatMap((item) => assetsIn(item.blocks))
      case 'blockquote':
      case 'callout':
        return assetsIn(block.blocks)
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => assetsIn(cell.blocks)))
      default:
        return []
    }
  })
}
