import type { Revision } from '#shared/domain/article.ts'

type EditNote = NonNullable<Revision['edit']> | 'headline'

/** What a revision changed of the one before it: how, and whether the headline is another. */
export function editNotes(revisions: readonly Revision[], revision: Revision): EditNote[] {
  const { edit } = revision
  const isRenamed = headlinesOf(revisions, revision) !== null
  return [...(edit === null ? [] : [edit]), ...(isRenamed ? (['headline'] as const) : [])]
}

/** The headline before and after, where both are known and differ. */
export function headlinesOf(
  revisions: readonly Revision[],
  revision: Revision,
  before: Revision | undefined = revisions[revisions.findIndex(({ id }) => id === revision.id) - 1],
): { old: string; fresh: string } | null {
  const [old, fresh] = [before?.title ?? null, revision.title]
  return old !== null && fresh !== null && old !== fresh ? { old, fresh } : null
}
