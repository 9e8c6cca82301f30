import type { StoryFindResult } from '#shared/domain/story.ts'
import { bandsOf } from '#shared/stories/bands.ts'
import { shapeOf } from '#shared/stories/shingles.ts'
import type { Writable } from '../store/connection.ts'
import {
  countWithoutFingerprint,
  keepFingerprint,
  revisionsWithoutFingerprint,
} from '../store/fingerprints.ts'
import { getRevisionText } from '../store/revisions.ts'
import { placeInStory } from './place-in-story.ts'

/**
 * Looks at some of the texts that were clipped before copies were recognised, and puts their articles with their stories.
 * To go on is to ask again: what was looked at has its fingerprint, also where it is no more than an earlier revision.
 */
export function findStories(db: Writable, limit: number): StoryFindResult {
  const texts = revisionsWithoutFingerprint(db, limit)
  let found = 0
  for (const { articleId, revisionId, isRead } of texts) {
    if (isRead === 1) found += placeInStory(db, articleId, revisionId) === null ? 0 : 1
    else keepFingerprint(db, revisionId, bandsOf(shapeOf(getRevisionText(db, revisionId).text).shingles))
  }
  return { looked: texts.length, found, left: countWithoutFingerprint(db) }
}
