/** Keys that stand once each: what a file calls two things by is given to the first, and the other gets one of its own. */
export function uniqueKeys(): (wanted: string | undefined) => string {
  const taken = new Set<string>()
  return (wanted) => {
    const key =
      wanted === undefined || wanted === '' || taken.has(wanted)
        ? `part ${taken.size + 1} ${wanted ?? ''}`
        : wanted
    taken.add(key)
    return key
  }
}
