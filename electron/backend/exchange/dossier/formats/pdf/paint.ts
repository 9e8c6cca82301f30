import type { Piece } from '#shared/document/timeline-drawing.ts'

const inks = {
  supports: 'fill="#1f6f54"',
  opposes: 'fill="#a8323e"',
  conditional: 'fill="#ffffff" stroke="#8a5a00" stroke-width="1.3"',
  neutral: 'fill="#ffffff" stroke="#5c5c63" stroke-width="1.3"',
  round: 'fill="#f0f0f3"',
} as const

/** What a drawing is painted with on paper. */
export function paint(piece: Piece): string {
  switch (piece.kind) {
    case 'area':
      return inks[piece.role]
    case 'line':
      return 'stroke="#c8c8ce" stroke-width="1"'
    case 'words':
      return piece.role === 'lane'
        ? 'font-family="Inter" font-size="11" fill="#1d1d1f"'
        : 'font-family="Inter" font-size="9.5" fill="#5c5c63"'
  }
}
