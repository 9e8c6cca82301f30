import type { Readable, Writable } from './connection.ts'

/** What the triggers keep, beside what it is made from: each query counts the rows that say something else. */
const comparisons: Record<string, string> = {
  'counts of all quotes are another': `
    SELECT count(*) AS n FROM notebook
    WHERE quote_count <> (SELECT count(*) FROM quote WHERE deleted_at IS NULL)`,
  'articles are listed as quoted, or as not quoted, and are not': `
    SELECT count(*) AS n FROM article a
    WHERE a.quoted <> EXISTS (SELECT 1 FROM quote q WHERE q.article_id = a.id AND q.deleted_at IS NULL)`,
  'quotes are listed under another day than their own': `
    SELECT count(*) AS n FROM quote q JOIN article a ON a.id = q.article_id
    WHERE q.deleted_at IS NULL AND q.said_sort <> coalesce(q.said_on, substr(a.published_sort, 1, 10))`,
  'links are listed under another day or article than their quote': `
    SELECT count(*) AS n FROM link l JOIN quote q ON q.id = l.quote_id
    WHERE l.deleted_at IS NULL AND (l.article_id <> q.article_id OR l.said_sort <> q.said_sort)`,
  'topics have another number of quotes': `
    SELECT count(*) AS n FROM topic t
    WHERE t.quote_count <> (
      SELECT count(DISTINCT l.quote_id) FROM link l WHERE l.topic_id = t.id AND l.deleted_at IS NULL)`,
  'actors have another number of quotes': `
    SELECT count(*) AS n FROM actor a
    WHERE a.quote_count <> (SELECT count(*) FROM quote q WHERE q.speaker_id = a.id AND q.deleted_at IS NULL)`,
  'things are listed as named by a dossier and are not, or the other way round': `
    WITH named AS (
        SELECT d.id AS dossier_id, j.value ->> 'kind' AS kind, j.value ->> 'id' AS target_id
        FROM dossier d, json_each(d.refs) j),
      listed AS (SELECT dossier_id, kind, target_id FROM dossier_reference)
    SELECT count(*) AS n FROM (
      SELECT * FROM (SELECT * FROM named EXCEPT SELECT * FROM listed)
      UNION ALL SELECT * FROM (SELECT * FROM listed EXCEPT SELECT * FROM named))`,
}

/** Compares the columns that follow from other rows with those rows; sentences about what differs. */
export function checkDerivedColumns(db: Readable): string[] {
  return Object.entries(comparisons).flatMap(([sentence, sql]) => {
    const { n } = db.get<{ n: number }>(sql) ?? { n: 0 }
    return n === 0 ? [] : [`${n} ${sentence}.`]
  })
}

/** Makes the columns anew that the triggers keep. Only where they may be wrong: the triggers keep them in step otherwise. */
export function deriveColumns(db: Writable): void {
  db.exec(`
    UPDATE notebook SET quote_count = (SELECT count(*) FROM quote WHERE deleted_at IS NULL);
    UPDATE article SET quoted = EXISTS (
      SELECT 1 FROM quote q WHERE q.article_id = article.id AND q.deleted_at IS NULL);
    UPDATE quote SET said_sort = coalesce(said_on,
      (SELECT substr(a.published_sort, 1, 10) FROM article a WHERE a.id = quote.article_id), '');
    UPDATE link SET (said_sort, article_id) = (
      SELECT q.said_sort, q.article_id FROM quote q WHERE q.id = link.quote_id)
      WHERE quote_id IN (SELECT id FROM quote);
    UPDATE topic SET quote_count = (
      SELECT count(DISTINCT l.quote_id) FROM link l WHERE l.topic_id = topic.id AND l.deleted_at IS NULL);
    UPDATE actor SET quote_count = (
      SELECT count(*) FROM quote q WHERE q.speaker_id = actor.id AND q.deleted_at IS NULL);
    DELETE FROM dossier_reference;
    INSERT OR IGNORE INTO dossier_reference (dossier_id, kind, target_id)
      SELECT d.id, j.value ->> 'kind', j.value ->> 'id' FROM dossier d, json_each(d.refs) j;
  `)
}
