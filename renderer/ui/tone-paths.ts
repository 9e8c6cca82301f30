/** The four tones that have a shape of their own, so that colour is never the only sign. */
export type Tone = 'supports' | 'opposes' | 'conditional' | 'neutral'

/** The plain sign of each tone in a square of twelve: filled paths, and lines of a width. */
export const tonePaths: Readonly<Record<Tone, readonly { d: string; line?: number }[]>> = {
  supports: [{ d: 'M6 1.5 11 10.2 H1 Z' }],
  opposes: [{ d: 'M6 10.5 1 1.8 H11 Z' }],
  conditional: [{ d: 'M6 1 11 6 6 11 1 6Z', line: 1.4 }, { d: 'M6 1 V11 L1 6Z' }],
  neutral: [{ d: 'M10 6 A4 4 0 1 1 2 6 A4 4 0 1 1 10 6Z', line: 1.8 }],
}
