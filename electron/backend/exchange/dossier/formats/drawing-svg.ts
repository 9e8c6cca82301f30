import type { Drawing, Piece } from '#shared/document/timeline-drawing.ts'
import { escapeHtml } from '#shared/util/escape-html.ts'

/** A drawing as SVG. `paint` gives the attributes that a piece is painted with. */
export function drawingSvg(
  { width, height, pieces }: Drawing,
  paint: (piece: Piece) => string,
  attributes: string,
): string {
  const parts = pieces.map((piece) => pieceSvg(piece, paint(piece)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${attributes}>${parts.join('')}</svg>`
}

function pieceSvg(piece: Piece, look: string): string {
  switch (piece.kind) {
    case 'area':
      return `<rect ${look} x="${number(piece.x)}" y="${number(piece.y)}" width="${number(piece.width)}" height="${number(piece.height)}"/>`
    case 'line':
      return `<line ${look} x1="${number(piece.x1)}" y1="${number(piece.y1)}" x2="${number(piece.x2)}" y2="${number(piece.y2)}"/>`
    case 'words':
      return `<text ${look} x="${number(piece.x)}" y="${number(piece.y)}"${piece.end ? ' text-anchor="end"' : ''}>${escapeHtml(piece.words)}</text>`
  }
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
