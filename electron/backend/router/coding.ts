import { suggestUtterances } from '../analysis/suggest-utterances.ts'
import { ensureCoder, listCoders, renameCoder } from '../store/coders.ts'
import { countWithoutFingerprint } from '../store/fingerprints.ts'
import { quotesById } from '../store/quotes.ts'
import { copiesOf } from '../stories/copies-of.ts'
import { findStories } from '../stories/find-stories.ts'
import { joinStory, leaveStory } from '../store/stories.ts'
import { assignRound, createRound, getRound, listRounds, updateRound } from '../store/rounds.ts'
import { saveTranslation } from '../store/translations.ts'
import { moveToTrash } from '../store/trash.ts'
import { confirmUtterance, leaveUtterance, quotesOfUtterance, rejectUtterance } from '../store/utterances.ts'
import type { HandlersOf } from './handler.ts'

export const coder: HandlersOf<'coder'> = {
  list: (db) => listCoders(db),
  ensure: (db, { name }) => ({ id: ensureCoder(db, name) }),
  rename: renameCoder,
}

export const translation: HandlersOf<'translation'> = {
  save: (db, input) => ({ id: saveTranslation(db, input) }),
  trash: (db, { ids }) => moveToTrash(db, 'translation', ids),
}

export const utterance: HandlersOf<'utterance'> = {
  quotes: (db, { quoteId }) => quotesById(db, quotesOfUtterance(db, quoteId)),
  confirm: (db, { quoteIds }) => ({ id: confirmUtterance(db, quoteIds) }),
  leave: (db, { ids }) => leaveUtterance(db, ids),
  reject: (db, { quoteIds }) => rejectUtterance(db, quoteIds),
  suggest: suggestUtterances,
}

export const story: HandlersOf<'story'> = {
  copies: (db, { articleId }) => copiesOf(db, articleId),
  join: (db, { articleIds }) => ({ id: joinStory(db, articleIds) }),
  leave: (db, { ids }) => leaveStory(db, ids),
  unlooked: (db) => ({ count: countWithoutFingerprint(db) }),
  find: { coalesce: () => 'story.find', work: (db, { limit }) => findStories(db, limit) },
}

export const round: HandlersOf<'round'> = {
  list: (db) => listRounds(db),
  get: (db, { id }) => getRound(db, id),
  create: (db, input) => ({ id: createRound(db, input) }),
  update: updateRound,
  assign: assignRound,
  trash: (db, { ids }) => moveToTrash(db, 'round', ids),
}
