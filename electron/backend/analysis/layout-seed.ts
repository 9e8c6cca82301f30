/** A place in the circle around 0 that hangs on the id alone: a layout that begins there looks the same each time. */
export function layoutSeed(id: string): { x: number; y: number } {
  const angle = 2 * Math.PI * partOf(hash(id, 0x811c9dc5))
  const radius = Math.sqrt(partOf(hash(id, 0x01000193)))
  return { x: rounded(radius * Math.cos(angle)), y: rounded(radius * Math.sin(angle)) }
}

/** FNV-1a with a finishing mix, so that ids that differ in their last letter lie apart. */
function hash(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

function partOf(hash: number): number {
  return (hash >>> 0) / 2 ** 32
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
