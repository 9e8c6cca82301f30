interface Box {
  top: number
  left: number
  width: number
  height: number
}

/**
 * Where to put something that floats beside a passage, from the top left of its container: above the passage with its
 * middle over the passage's, below where there is no room above in what is visible, and never past either side.
 *
 * @param passage in the container's coordinates, as are `visibleTop` and the answer
 */
export function floatBeside(
  passage: Box,
  size: { width: number; height: number },
  container: { width: number; visibleTop: number },
  gap: number,
): { top: number; left: number } {
  const above = passage.top - size.height - gap
  const top = above >= container.visibleTop ? above : passage.top + passage.height + gap
  const middle = passage.left + passage.width / 2 - size.width / 2
  return { top, left: Math.max(0, Math.min(middle, container.width - size.width)) }
}
