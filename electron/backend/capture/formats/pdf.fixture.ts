/** A line of text to print on a page, in points from its top left corner. */
export interface PrintedLine {
  text: string
  x: number
  y: number
  size?: number
}

/** A PDF of such pages (612 by 792 points, Helvetica), by hand: the smallest file that viewers open. */
export function printPdf(
  pages: readonly (readonly PrintedLine[])[],
  info: Record<string, string> = {},
): Buffer {
  const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')
  const contents = pages.map((lines) =>
    lines
      .map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${792 - y} Td (${escaped(text)}) Tj ET`)
      .join('\n'),
  )
  const first = 5
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${escaped(value)})`)
      .join(' ')} >>`,
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Lines one below the other, from a place on. */
export function column(x: number, y: number, lines: readonly string[], size = 11): PrintedLine[] {
  return lines.map((text, index) => ({ text, x, y: y + index * size * 1.25, size }))
}
