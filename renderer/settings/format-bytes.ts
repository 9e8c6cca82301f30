const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size as people read it: at most three digits, in the largest unit that leaves a whole one. */
export function formatBytes(bytes: number, language: string): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), units.length - 1)
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power)
}
