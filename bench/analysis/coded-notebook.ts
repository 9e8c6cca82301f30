import { rmSync } from 'node:fs'
import { openScratch } from '../../electron/backend/store/connection.ts'
import { migrate } from '../../electron/backend/store/migrations/index.ts'

export interface Size {
  articles: number
  quotes: number
  topics: number
  actors: number
}

/**
 * Fills a new file with coded quotes by SQL alone, texts left out: analysis reads none. A tenth of the quotes are copies of an
 * utterance, a twentieth are coded by two; a fiftieth are red lines, and every conditional one says its condition, a tenth of
 * them on which topic or actor. Everything is spread evenly.
 */
export function codedNotebook(path: string, { articles, quotes, topics, actors }: Size): void {
  rmSync(path, { force: true })
  const db = openScratch(path)
  migrate(db)
  // Rows come without triggers, and indexes are made of all rows at once: many times faster than a row at a time.
  const later = db.all<{ type: string; name: string; sql: string }>(
    "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL ORDER BY rowid",
  )
  for (const { type, name } of later) db.exec(`DROP ${type} ${name}`)
  const series = (count: number) =>
    `WITH RECURSIVE s (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < ${count - 1})`
  const id = (kind: string, n: string) => `printf('${kind}-0000-7000-8000-%012x', ${n})`
  // Multiplying by a large odd number scatters neighbours.
  const scattered = (n: string, factor: number, below: number) => `((${n} * ${factor}) >> 7) % ${below}`
  const now = "'2026-01-01T00:00:00.000Z'"
  const parties = 25
  const day = (n: string) => `date('2016-01-01', (${scattered(n, 40_503, 3650)}) || ' days')`
  db.exec(`
    PRAGMA foreign_keys = OFF;
    PRAGMA cache_size = -400000;
    BEGIN;
    INSERT INTO coder (id, name, created_at, updated_at) VALUES (${id('0000000c', '1')}, 'Ira', ${now}, ${now});
    ${series(actors)} INSERT INTO actor (id, name, kind, aliases, description, member_of_id, created_at, updated_at)
      SELECT ${id('0000000a', 'n')}, 'Actor ' || n, iif(n < ${parties}, 'party', 'person'), '[]', '',
        iif(n < ${parties}, NULL, ${id('0000000a', `n % ${parties}`)}), ${now}, ${now} FROM s;
    ${series(topics)} INSERT INTO topic (id, name, aliases, description, status, colour, position, created_at, updated_at)
      SELECT ${id('0000000b', 'n')}, 'Topic ' || n, '[]', '', 'open', n % 10, n, ${now}, ${now} FROM s;
    ${series(articles)} INSERT INTO article (id, title, sort_title, sort_outlet, haystack, outlet, lang, published_sort, clipped_at,
        status, word_count, current_revision_id, provenance, created_at, updated_at)
      SELECT ${id('0000000d', 'n')}, 'Article ' || n, '', '', '', 'Outlet ' || (n % 40), iif(n % 3, 'en', 'uk'), '', ${now}, 'done', 1,
        ${id('0000000e', 'n')}, '{}', ${now}, ${now} FROM s;
    ${series(quotes / 10)} INSERT INTO utterance (id, created_at, updated_at) SELECT ${id('0000000f', 'n')}, ${now}, ${now} FROM s;
    ${series(quotes)} INSERT INTO quote (id, article_id, revision_id, exact, prefix, suffix, start_offset, end_offset, speaker_id,
        said_on, said_sort, utterance_id, created_at, updated_at)
      SELECT ${id('00000010', 'n')}, ${id('0000000d', `n % ${articles}`)}, ${id('0000000e', `n % ${articles}`)}, 'w', '', '', 0, 1,
        ${id('0000000a', scattered('n', 2_654_435_761, actors))}, ${day('n')}, ${day('n')},
        iif(n % 10 = 0, ${id('0000000f', 'n / 20')}, NULL), ${now}, ${now} FROM s;
    ${series(quotes)} INSERT INTO link (id, quote_id, topic_id, stance, said_sort, article_id, red_line, condition,
        condition_topic_id, condition_actor_id, created_at, updated_at)
      SELECT ${id('00000011', 'n')}, ${id('00000010', 'n')}, ${id('0000000b', scattered('n', 97_003, topics))},
        CASE (n * 31) % 7 WHEN 0 THEN 'opposes' WHEN 1 THEN 'opposes' WHEN 2 THEN 'conditional' WHEN 3 THEN 'neutral' ELSE 'supports' END,
        ${day('n')}, ${id('0000000d', `n % ${articles}`)}, n % 50 = 0, iif((n * 31) % 7 = 2, 'if', NULL),
        iif((n * 31) % 7 = 2 AND n % 20 = 0, ${id('0000000b', scattered('n', 48_271, topics))}, NULL),
        iif((n * 31) % 7 = 2 AND n % 20 = 10, ${id('0000000a', scattered('n', 69_621, actors))}, NULL), ${now}, ${now} FROM s;
    INSERT INTO link (id, quote_id, topic_id, stance, said_sort, article_id, coder_id, created_at, updated_at)
      SELECT replace(id, '00000011', '00000012'), quote_id, topic_id, iif(rowid % 60, stance, 'neutral'), said_sort, article_id,
        ${id('0000000c', '1')}, ${now}, ${now} FROM link WHERE rowid % 20 = 0;
    ${later.map(({ sql }) => `${sql};`).join('\n')}
    COMMIT;
    ANALYZE;`)
  db.close()
}
