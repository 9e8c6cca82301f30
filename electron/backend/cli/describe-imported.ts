import type { ImportKind, ImportNamed, ImportReport } from '#shared/domain/import.ts'
import { plain } from './output.ts'

const shown = 5

const plural: Record<ImportKind, string> = {
  article: 'articles',
  revision: 'revisions',
  quote: 'quotes',
  topic: 'topics',
  actor: 'actors',
  coder: 'coders',
  round: 'rounds',
  link: 'links',
  comment: 'comments',
  translation: 'translations',
  utterance: 'utterances',
  story: 'stories',
  membership: 'memberships',
  step: 'steps',
  dossier: 'dossiers',
  feed: 'feeds',
  citation_style: 'citation styles',
}

/** An import, or what it would do, for the terminal. */
export function describeImported(source: string, report: ImportReport, isPreview: boolean): string[] {
  const counted = (fate: 'added' | 'there' | 'removed') =>
    report.parts
      .filter((part) => part[fate].total > 0)
      .map((part) => `${part[fate].total} ${plural[part.kind]}`)
      .join(', ')
  const added = counted('added') || 'nothing'
  return [
    `${plain(source)} (${report.format}): ${isPreview ? 'would add' : 'added'} ${added}`,
    ...line('There already', counted('there')),
    ...line('Thrown away here, and not brought back', counted('removed')),
    ...list('Says something else, and was left as it is', {
      total: report.conflicts.total,
      names: report.conflicts.rows.map(
        ({ kind, name, field, here, there }) =>
          `${kind} “${name}”, ${field}: here “${here}”, there “${there}”`,
      ),
    }),
    ...list('Quotes whose words are not in the text', report.lost),
    ...report.leftOut.flatMap(({ sort, ...named }) => list(`Left out, ${sort}`, named)),
  ]
}

function line(title: string, counts: string): string[] {
  return counts === '' ? [] : [`${title}: ${counts}`]
}

function list(title: string, { total, names }: ImportNamed): string[] {
  if (total === 0) return []
  return [
    `${title}: ${total}`,
    ...names.slice(0, shown).map((name) => `  ${plain(name)}`),
    ...(total > shown && names.length > 0 ? ['  … (all of them with --json)'] : []),
  ]
}
