/**
 * The tallest element we lay out, in CSS pixels. Chromium caps an element at 33,554,428, Firefox at 17,895,697; what
 * is taller is scrolled through on a smaller scale.
 */
export const tallest = 16_000_000

/**
 * Maps the scroll position of an element no taller than `limit` to a place in content of any height.
 *
 * Small steps (wheel, keys, touch) move the content by the same pixels, so that it reads like any list; only a jump
 * (dragging the scroll bar) is scaled. Steps make the two drift apart, and `settle` tells, when scrolling has ended,
 * where the scroll bar ought to stand.
 */
export class ScaledRange {
  readonly #limit: number
  #total = 0
  #viewport = 0
  #physical = 0
  #virtual = 0

  constructor(limit: number = tallest) {
    this.#limit = limit
  }

  /** Height to lay out. */
  get height(): number {
    return Math.min(this.#total, this.#limit)
  }

  /** Where in the content the viewport begins. */
  get offset(): number {
    return this.#virtual
  }

  /** What to add to a place in the content to get its place in the element. */
  get shift(): number {
    return this.#physical - this.#virtual
  }

  get #virtualEnd(): number {
    return Math.max(0, this.#total - this.#viewport)
  }

  get #physicalEnd(): number {
    return Math.max(0, this.height - this.#viewport)
  }

  get #isScaled(): boolean {
    return this.#total > this.#limit
  }

  /** Takes a new height of the content or the viewport; the place stays where the new range has it. */
  resize(total: number, viewport: number): void {
    this.#total = total
    this.#viewport = viewport
    this.#virtual = clamp(this.#virtual, this.#virtualEnd)
    if (!this.#isScaled) this.#virtual = this.#physical = clamp(this.#physical, this.#physicalEnd)
  }

  /** Takes the element's new scroll position. */
  scrolled(physical: number): void {
    const step = physical - this.#physical
    this.#physical = physical
    if (!this.#isScaled) this.#virtual = physical
    else if (physical <= 0) this.#virtual = 0
    else if (physical >= this.#physicalEnd - 1) this.#virtual = this.#virtualEnd
    else if (Math.abs(step) > this.#viewport * 2) this.#virtual = this.#toVirtual(physical)
    else this.#virtual = clamp(this.#virtual + step, this.#virtualEnd)
  }

  /** Moves to a place in the content; returns the scroll position to give to the element. */
  moveTo(virtual: number): number {
    this.#virtual = clamp(virtual, this.#virtualEnd)
    this.#physical = this.#toPhysical(this.#virtual)
    return this.#physical
  }

  /** Where the scroll bar ought to stand for what is shown; the content does not move. */
  settle(): number {
    return this.moveTo(this.#virtual)
  }

  #toVirtual(physical: number): number {
    return this.#physicalEnd === 0 ? 0 : (physical / this.#physicalEnd) * this.#virtualEnd
  }

  #toPhysical(virtual: number): number {
    if (!this.#isScaled) return virtual
    return Math.round((virtual / this.#virtualEnd) * this.#physicalEnd)
  }
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(value, 0), highest)
}
