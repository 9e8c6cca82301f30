import type { Bibliography } from '#shared/domain/citation.ts'
import type { EmbeddedQuote } from '#shared/domain/dossier.ts'
import type { Round } from '#shared/domain/round.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'

/** What the embeds and mentions of an open dossier show of the notebook; what was not read yet is undefined. */
export interface Evidence {
  quotes: ReadonlyMap<string, EmbeddedQuote> | undefined
  names: Pick<NotebookNames, 'topic' | 'topicPath' | 'actor'> | undefined
  rounds: readonly Round[] | undefined
  sources: DossierSources
}

/** The sources of an open dossier as its citation style has them. */
export interface DossierSources {
  /** Undefined until it was made once. */
  bibliography: Bibliography | undefined
  /** Why it could not be made, in words; null where it could. */
  trouble: string | null
}

/** Keeps the evidence for the views inside the editor, which are no React components: there may be thousands of them. */
export interface EvidenceSource {
  get(): Evidence
  /** What is not given stays as it is. */
  set(next: Partial<Evidence>): void
  /** Returns the function that ends it. */
  subscribe(listener: () => void): () => void
  /** Goes to what a view names. */
  open(path: string): void
}

export const noSources: DossierSources = { bibliography: undefined, trouble: null }

export function createEvidenceSource(open: (path: string) => void): EvidenceSource {
  let evidence: Evidence = { quotes: undefined, names: undefined, rounds: undefined, sources: noSources }
  const listeners = new Set<() => void>()
  return {
    get: () => evidence,
    set(next) {
      evidence = { ...evidence, ...next }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    open,
  }
}
