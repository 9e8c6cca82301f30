import type { Row } from '../merging/merger.ts'
import { keepAsset } from './carry-revisions.ts'
import { type Carrying, idsOf, type SourceRow } from './carrying.ts'

/** Dossiers with their versions; what they name is named by what it is here. */
export function carryDossiers(carrying: Carrying): void {
  const { merger, from } = carrying
  for (const row of carrying.rows('dossier')) {
    const title = String(row['title'])
    const refs = JSON.parse(String(row['refs'])) as { kind: string; id: string }[]
    const taken = carrying.carry(row, {
      table: 'dossier',
      kind: 'dossier',
      name: title,
      instead: {
        document: withIdsOfHere(carrying, row['document']),
        refs: JSON.stringify(refs.map((ref) => ({ ...ref, id: carrying.here(ref.id) ?? ref.id }))),
      },
      twins: (own) =>
        idsOf(
          merger,
          'SELECT id FROM dossier WHERE title = @title AND text = @text AND deleted_at IS NULL',
          own,
        ),
    })
    if (!taken?.isNew) continue
    for (const { kind, id } of refs) {
      const asset = kind === 'asset' ? from.get<Row>('SELECT * FROM asset WHERE sha256 = ?', id) : undefined
      if (asset !== undefined) keepAsset(merger, asset, from.path)
    }
    for (const version of carrying.rows('dossier_version', 'AND dossier_id = ?', row.id))
      carryVersion(carrying, version)
  }
}

function carryVersion(carrying: Carrying, version: SourceRow): void {
  carrying.carry(version, {
    table: 'dossier_version',
    name: String(version['title']),
    needs: ['dossier_id'],
    instead: { document: withIdsOfHere(carrying, version['document']) },
  })
}

const naming = new Set(['quoteId', 'revisionId', 'id'])
/** Of a frozen view: the quotes behind a cell. */
const namingMany = 'quoteIds'

/** What did not come over keeps the id it had: the words that were embedded stand in the document. */
function withIdsOfHere({ here }: Carrying, json: unknown): string {
  return JSON.stringify(
    JSON.parse(String(json), (key, value: unknown) => {
      if (key === namingMany && Array.isArray(value)) return value.map((id) => here(id) ?? id)
      return typeof value === 'string' && naming.has(key) ? (here(value) ?? value) : value
    }),
  )
}

/** Citation styles; one whose name is taken here stays out, and dossiers that come over cite by the one that is here. */
export function carryStyles(carrying: Carrying): void {
  const { merger } = carrying
  for (const row of carrying.rows('citation_style'))
    carrying.carry(row, {
      table: 'citation_style',
      kind: 'citation_style',
      name: String(row['title']),
      key: `citation_style ${row['name']}`,
      twins: (own) =>
        idsOf(merger, 'SELECT id FROM citation_style WHERE name = @name AND deleted_at IS NULL', own),
    })
}

/** Feeds that are subscribed to, and which of their items were dismissed. */
export function carryFeeds(carrying: Carrying): void {
  const { merger } = carrying
  for (const row of carrying.rows('feed'))
    carrying.carry(row, {
      table: 'feed',
      kind: 'feed',
      name: String(row['title']),
      twins: (own) => idsOf(merger, 'SELECT id FROM feed WHERE url = @url AND deleted_at IS NULL', own),
    })
  for (const row of carrying.rows('dismissal'))
    carrying.carry(row, {
      table: 'dismissal',
      name: '',
      needs: ['feed_id'],
      key: `dismissal ${carrying.here(row['feed_id'])} ${row['key']}`,
      twins: (own) =>
        idsOf(
          merger,
          'SELECT id FROM dismissal WHERE feed_id = @feed_id AND key = @key AND deleted_at IS NULL',
          own,
        ),
    })
}
