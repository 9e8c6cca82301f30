/** An sRGB colour, `#1f3f70`. */
export type Colour = string

const channels = [1, 3, 5] as const
const channel = (colour: Colour, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)

/** Relative luminance of an sRGB colour, from WCAG 2.2. */
export function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = channels
    .map((at) => channel(colour, at) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How far two colours are apart, 1 to 21, from WCAG 2.2. */
export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** A colour between two: `share` of the other, from 0 to 1. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const mixed = channels.map((at) => Math.round(channel(one, at) * (1 - share) + channel(other, at) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
