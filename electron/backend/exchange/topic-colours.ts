/** The ten colours of topics on light paper (renderer/ui/tokens.css), for programs that know colours and no slots. */
export const topicColours = [
  '#2f5d9e',
  '#1f6f6b',
  '#3c6e2f',
  '#756013',
  '#95501a',
  '#a33b3f',
  '#9a3a73',
  '#71469b',
  '#4f4fa3',
  '#5b5c5e',
] as const

/** The slot whose colour is nearest to one written as `#rrggbb`; undefined for what is no colour. */
export function slotOfColour(colour: string | undefined): number | undefined {
  if (colour === undefined || !/^#[\da-f]{6}$/i.test(colour)) return undefined
  const distances = topicColours.map((slot) => distance(slot, colour))
  return distances.indexOf(Math.min(...distances))
}

export function redGreenBlue(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function distance(one: string, other: string): number {
  const a = redGreenBlue(one)
  const b = redGreenBlue(other)
  return a.reduce((sum, part, index) => sum + (part - (b[index] ?? 0)) ** 2, 0)
}
