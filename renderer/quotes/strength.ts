import type { QuoteLink, Stance } from '#shared/domain/link.ts'
import type { Weight } from '../ui/shape-mark.tsx'

/** How a sign shows how strongly something is said; what nobody says is drawn as what is plain. */
export function weightOf(strength: number | null): Weight {
  return strength === 1 ? 'light' : strength === 3 ? 'bold' : 'plain'
}

/** How strongly a quote says a stance on a topic, the strongest where coders differ; null where none of them says. */
export function strengthOf(links: readonly QuoteLink[], topicId: string, stance: Stance): number | null {
  const said = links.filter((link) => link.topicId === topicId && link.stance === stance)
  const most = Math.max(...said.map(({ strength }) => strength ?? 0), 0)
  return most === 0 ? null : most
}
