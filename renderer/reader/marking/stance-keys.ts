import type { Stance } from '#shared/domain/link.ts'

/** The shortcut that takes each stance. */
export const stanceKeys = {
  supports: 'stanceSupports',
  opposes: 'stanceOpposes',
  conditional: 'stanceConditional',
  neutral: 'stanceNeutral',
} as const satisfies Record<Stance, string>
