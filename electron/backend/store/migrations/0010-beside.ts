/**
 * Texts of an article that lead to no other: older captures that a merge brought, and texts that an import put beside the current one
 * for the quotes marked in them. `beside` lists them, so that they are among the article's revisions, also after an undo. Those that
 * are there already are known by the live quotes in them.
 */
export const beside = `
ALTER TABLE article ADD COLUMN beside TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(beside));

WITH RECURSIVE chain (id) AS (
  SELECT current_revision_id FROM article
  UNION SELECT r.previous_id FROM chain JOIN revision r ON r.id = chain.id WHERE r.previous_id IS NOT NULL),
outside (article_id, id) AS (
  SELECT DISTINCT q.article_id, q.revision_id FROM quote q
  WHERE q.deleted_at IS NULL AND q.revision_id NOT IN (SELECT id FROM chain))
UPDATE article SET beside = (SELECT json_group_array(o.id) FROM outside o WHERE o.article_id = article.id)
  WHERE id IN (SELECT article_id FROM outside);
`
