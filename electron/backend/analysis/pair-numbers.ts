/** Gives each pair of whole numbers a number of its own, from 0 in the order of their coming. */
export interface PairNumbers {
  numberOf(first: number, second: number): number
  /** How many pairs there are. */
  size(): number
  firstOf(number: number): number
  secondOf(number: number): number
}

/** An open table in typed arrays: a million pairs take some tens of megabytes and no garbage collection. */
export function pairNumbers(expected = 1024): PairNumbers {
  let capacity = 1024
  while (capacity < expected * 2) capacity *= 2
  let firsts = new Int32Array(capacity / 2)
  let seconds = new Int32Array(capacity / 2)
  /** The pair's number and one, so that 0 is a free place. */
  let places = new Int32Array(capacity)
  let size = 0

  function placeOf(first: number, second: number): number {
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
    let place = (mixed ^ (mixed >>> 15)) & (capacity - 1)
    for (let taken = places[place] ?? 0; taken !== 0; taken = places[place] ?? 0) {
      if (firsts[taken - 1] === first && seconds[taken - 1] === second) break
      place = (place + 1) & (capacity - 1)
    }
    return place
  }

  function grow(): void {
    capacity *= 2
    firsts = widened(firsts, capacity / 2)
    seconds = widened(seconds, capacity / 2)
    places = new Int32Array(capacity)
    for (let number = 0; number < size; number++)
      places[placeOf(firsts[number] ?? 0, seconds[number] ?? 0)] = number + 1
  }

  return {
    numberOf: (first, second) => {
      const place = placeOf(first, second)
      const taken = places[place] ?? 0
      if (taken !== 0) return taken - 1
      firsts[size] = first
      seconds[size] = second
      size += 1
      places[place] = size
      if (size * 2 >= capacity) grow()
      return size - 1
    },
    size: () => size,
    firstOf: (number) => firsts[number] ?? 0,
    secondOf: (number) => seconds[number] ?? 0,
  }
}

function widened(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length)
  to.set(from)
  return to
}
