/** A text cut to the room there is (units of the drawing), by a guess at the width of its letters. */
export function cut(text: string, room: number, letter = 6.1): string {
  const most = Math.max(1, Math.floor(room / letter))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
