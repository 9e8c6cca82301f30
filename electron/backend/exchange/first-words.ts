/** The beginning of a text in one line, cut between two words where it is longer than `most` characters. */
export function firstWords(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
