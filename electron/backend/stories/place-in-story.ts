import { bandsOf } from '#shared/stories/bands.ts'
import { isSameStory, type Resemblance, resemblanceOf } from '#shared/stories/is-same-story.ts'
import { shapeOf, type TextShape } from '#shared/stories/shingles.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { hasFingerprint, keepFingerprint, likelyCopies } from '../store/fingerprints.ts'
import { getRevisionText } from '../store/revisions.ts'
import { addToStory, areOtherStories, articlesOfStory, joinStory, storyOf } from '../store/stories.ts'

/** A story of more copies than this is judged by its earliest. */
const askedAtMost = 24

interface Copy {
  articleId: string
  storyId: string | null
  score: number
}

/**
 * Notes what the current text of an article is recognised by, and puts the article with the story it is a copy of, if it is
 * in none yet. Texts are found by their fingerprints and then compared for themselves. An article joins a story only where
 * it is like **more than half** of the articles in it: what is like one of them alone, as a digest of the day is like every
 * story in it, does not chain those that are not like each other. Nothing joins what somebody told it apart from.
 *
 * Inside the caller's transaction. Returns the story the article is in now, or null.
 */
export function placeInStory(db: Writable, articleId: string, revisionId: string): string | null {
  const shape = shapeOf(getRevisionText(db, revisionId).text)
  const bands = bandsOf(shape.shingles)
  if (!hasFingerprint(db, revisionId)) keepFingerprint(db, revisionId, bands)
  const known = storyOf(db, articleId)
  if (known !== null) return known
  const shapes = new Map<string, TextShape>([[revisionId, shape]])
  const compare = (one: string, other: string) =>
    resemblanceOf(shapeAt(db, one, shapes), shapeAt(db, other, shapes))
  const copies = likelyCopies(db, articleId, bands)
    .map((candidate) => ({ ...candidate, alike: compare(revisionId, candidate.revisionId) }))
    .filter(({ articleId: other, alike }) => isSameStory(alike) && !areOtherStories(db, articleId, other))
    .map((copy) => ({ ...copy, score: scoreOf(copy.alike) }))
    .sort((a, b) => b.score - a.score)
  const storyId = chooseStory(db, { articleId, revisionId }, copies, compare)
  if (storyId === null) return null
  // Who was like too few of the story before may be like enough of it now.
  for (const copy of copies) {
    const isAlone = copy.storyId === null && storyOf(db, copy.articleId) === null
    if (isAlone && belongsTo(db, copy, storyId, compare)) addToStory(db, copy.articleId, storyId)
  }
  return storyId
}

type Compare = (one: string, other: string) => Resemblance
interface Place {
  articleId: string
  revisionId: string
}

/** Joins the story of the likest copy that takes the article, or begins one with a copy that has none. */
function chooseStory(
  db: Writable,
  place: Place,
  copies: ReadonlyArray<Copy & Place>,
  compare: Compare,
): string | null {
  const refused = new Set<string>()
  for (const { articleId, storyId } of copies) {
    if (storyId === null) return joinStory(db, [place.articleId, articleId])
    if (refused.has(storyId)) continue
    if (belongsTo(db, place, storyId, compare)) {
      addToStory(db, place.articleId, storyId)
      return storyId
    }
    refused.add(storyId)
  }
  return null
}

function belongsTo(
  db: Readable,
  { articleId, revisionId }: Place,
  storyId: string,
  compare: Compare,
): boolean {
  const members = articlesOfStory(db, storyId, askedAtMost)
  if (members.some((member) => areOtherStories(db, articleId, member.articleId))) return false
  const like = members.filter((member) => isSameStory(compare(revisionId, member.revisionId)))
  return like.length * 2 > members.length
}

function shapeAt(db: Readable, revisionId: string, shapes: Map<string, TextShape>): TextShape {
  const known = shapes.get(revisionId)
  if (known !== undefined) return known
  const shape = shapeOf(getRevisionText(db, revisionId).text)
  shapes.set(revisionId, shape)
  return shape
}

/** A whole copy before a cut one. */
function scoreOf({ jaccard, containment }: Resemblance): number {
  return jaccard + containment / 10
}
