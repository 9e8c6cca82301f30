import type { PassageKind } from '#shared/search/query.ts'

/** A condition on the entity `e` for each kind that is found by passages; where there is none, nothing of that kind is left. */
export type PassageConditions = Record<PassageKind, string>

const nothing: PassageConditions = { dossier: '0', topic: '0', round: '0', actor: '0' }

/** A filter that says nothing about what the analyst writes: only what it excludes is left. */
export const noPassages = nothing

/** A dossier belongs to a topic, an actor or a round that it names, or that a quote embedded in it belongs to. */
export function ofTopics(topics: string, quote: string): PassageConditions {
  return {
    ...nothing,
    dossier: `(${names('topic', `r.target_id IN ${topics}`)} OR ${embeds(quote)})`,
    topic: `e.id IN ${topics}`,
    round: listed('e.agenda', topics),
  }
}

export function ofActors(actors: string, quote: string): PassageConditions {
  return {
    ...nothing,
    dossier: `(${names('actor', `r.target_id IN ${actors}`)} OR ${embeds(quote)})`,
    actor: `e.id IN ${actors}`,
    round: listed('e.participants', actors),
  }
}

export function ofRounds(rounds: string, quote: string): PassageConditions {
  return {
    ...nothing,
    dossier: `(${names('round', `r.target_id IN ${rounds}`)} OR ${embeds(quote)})`,
    round: `e.id IN ${rounds}`,
  }
}

/** Dossiers that embed such a quote. */
export function ofEmbedded(quote: string): PassageConditions {
  return { ...nothing, dossier: embeds(quote) }
}

/** Dossiers that embed a quote from such an article, or name the article. */
export function ofArticles(article: string): PassageConditions {
  const named = `EXISTS (SELECT 1 FROM dossier_reference r CROSS JOIN article a ON a.id = r.target_id
    WHERE r.dossier_id = e.id AND r.kind = 'article' AND a.deleted_at IS NULL AND ${article})`
  return { ...nothing, dossier: `(${named} OR ${embeds(article)})` }
}

/** A dossier is of the day it was last written on, a round of the day it began on. `within` makes the condition for a column. */
export function ofTime(within: (column: string) => string): PassageConditions {
  return { ...nothing, dossier: within('e.updated_at'), round: within("coalesce(e.from_on, '')") }
}

function names(kind: string, condition: string): string {
  return `EXISTS (SELECT 1 FROM dossier_reference r WHERE r.dossier_id = e.id AND r.kind = '${kind}' AND ${condition})`
}

function embeds(quote: string): string {
  return `EXISTS (SELECT 1 FROM dossier_reference r CROSS JOIN quote q ON q.id = r.target_id
    CROSS JOIN article a ON a.id = q.article_id
    WHERE r.dossier_id = e.id AND r.kind = 'quote' AND q.deleted_at IS NULL AND ${quote})`
}

function listed(column: string, ids: string): string {
  return `EXISTS (SELECT 1 FROM json_each(${column}) WHERE json_each.value IN ${ids})`
}
