import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import { acceptSuggestion } from '../analysis/accept-suggestion.ts'
import { suggestAliases } from '../analysis/suggest-aliases.ts'
import { rejectAlias } from '../store/alias-rejections.ts'
import { suggestQuotes } from '../analysis/suggest-quotes.ts'
import { suggestTopics } from '../analysis/suggest-topics.ts'
import { markQuote, markQuoteByWords, reattachQuote } from '../anchoring/mark-quote.ts'
import { normalizeUrl } from '../capture/normalize-url.ts'
import {
  countQuotesOf,
  createActor,
  ensureActor,
  listActors,
  mergeActors,
  updateActor,
} from '../store/actors.ts'
import {
  articleFacets,
  articleIds,
  articleNeighbours,
  articlesWithCopies,
  getArticle,
  listArticles,
  setArticleStatus,
  updateArticle,
} from '../store/articles.ts'
import { getAsset } from '../store/assets.ts'
import { removeLinks, setLinks } from '../store/links.ts'
import { listMemberships, removeMembership, saveMembership } from '../store/memberships.ts'
import { getMemo, saveMemo } from '../store/memos.ts'
import {
  anchorsInRevision,
  anchorsOfQuote,
  embeddedQuotes,
  getQuote,
  listQuotes,
  lostQuotes,
  quoteIds,
  quotesOfArticle,
  updateQuote,
} from '../store/quotes.ts'
import { getRevisionContent } from '../store/revisions.ts'
import { splitActor } from '../store/split-actor.ts'
import { listSteps, removeStep, saveStep } from '../store/steps.ts'
import {
  countLinks,
  createTopic,
  ensureTopicPath,
  listTopics,
  mergeTopics,
  moveTopic,
  updateTopic,
} from '../store/topics.ts'
import { moveToTrash } from '../store/trash.ts'
import { compareRevisionTexts } from './compare-revisions.ts'
import type { HandlersOf } from './handler.ts'

export const article: HandlersOf<'article'> = {
  list: listArticles,
  ids: articleIds,
  facets: articleFacets,
  withCopies: articlesWithCopies,
  get: (db, { id }) => getArticle(db, id),
  neighbours: articleNeighbours,
  content: (db, { revisionId }) => getRevisionContent(db, revisionId),
  compare: (db, { oldRevisionId, newRevisionId }) => compareRevisionTexts(db, oldRevisionId, newRevisionId),
  update: (db, patch) => {
    const urlKey = patch.url == null ? patch.url : (normalizeUrl(patch.url) ?? null)
    updateArticle(db, urlKey === undefined ? patch : { ...patch, urlKey })
  },
  setStatus: (db, { ids, status }) => setArticleStatus(db, ids, status),
  trash: (db, { ids }) => moveToTrash(db, 'article', ids),
}

export const asset: HandlersOf<'asset'> = {
  get: (db, { sha256 }) => {
    const { mediaType, bytes } = getAsset(db, sha256)
    return { mediaType, bytes: Buffer.from(bytes).toString('base64') }
  },
}

export const quote: HandlersOf<'quote'> = {
  embedded: (db, { ids }) => embeddedQuotes(db, ids),
  create: (db, input) => ({ id: markQuote(db, input) }),
  createByWords: (db, input) => ({ id: markQuoteByWords(db, input) }),
  update: updateQuote,
  get: (db, { id }) => getQuote(db, id),
  ofArticle: (db, { articleId }) => quotesOfArticle(db, articleId),
  list: listQuotes,
  ids: quoteIds,
  change: (db, { ids, ...facts }) => {
    for (const id of ids) updateQuote(db, { id, ...facts })
  },
  anchors: (db, { id }) => anchorsOfQuote(db, id),
  inRevision: (db, { revisionId }) => anchorsInRevision(db, revisionId),
  suggest: (db, { revisionId }) => suggestQuotes(db, revisionId),
  accept: acceptSuggestion,
  lost: (db) => lostQuotes(db),
  reattach: reattachQuote,
  trash: (db, { ids }) => moveToTrash(db, 'quote', ids),
}

export const topic = {
  list: (db) => listTopics(db),
  create: (db, input) => ({ id: createTopic(db, input) }),
  ensurePath: (db, { path }) => ({ id: ensureTopicPath(db, path) }),
  update: updateTopic,
  move: moveTopic,
  merge: {
    rows: (db, { id }) => countLinks(db, id),
    work: (db, { id, intoId }) => mergeTopics(db, id, intoId),
  },
  trash: (db, { ids }) => moveToTrash(db, 'topic', ids),
  steps: (db, { topicId }) => listSteps(db, topicId),
  saveStep: (db, input) => ({ id: saveStep(db, input) }),
  removeStep: (db, { id }) => removeStep(db, id),
  suggest: (db, { quoteId }) => suggestTopics(db, quoteId),
  memo: (db, { topicId }) => getMemo(db, topicId),
  saveMemo: {
    coalesce: ({ topicId }) => `memo ${topicId}`,
    work: (db, input) => {
      const document = parseCommentDocument(input.document)
      saveMemo(db, input.topicId, { document: document.toJSON(), text: commentText(document) })
    },
  },
} satisfies HandlersOf<'topic'>

export const actor = {
  list: (db) => listActors(db),
  create: (db, input) => ({ id: createActor(db, input) }),
  ensure: (db, { name }) => ({ id: ensureActor(db, name) }),
  update: updateActor,
  merge: {
    rows: (db, { id }) => countQuotesOf(db, id),
    work: (db, { id, intoId }) => mergeActors(db, id, intoId),
  },
  split: (db, input) => ({ id: splitActor(db, input) }),
  trash: (db, { ids }) => moveToTrash(db, 'actor', ids),
  memberships: (db) => listMemberships(db),
  saveMembership: (db, input) => ({ id: saveMembership(db, input) }),
  removeMembership: (db, { id }) => removeMembership(db, id),
  suggestMerges: (db) => suggestAliases(db),
  rejectMerge: (db, { actorId, otherId }) => rejectAlias(db, actorId, otherId),
} satisfies HandlersOf<'actor'>

export const link: HandlersOf<'link'> = {
  set: (db, { quoteIds, topicId, stance, ...coding }) => setLinks(db, quoteIds, topicId, stance, coding),
  remove: (db, { quoteIds, topicId, coderId }) => removeLinks(db, quoteIds, topicId, coderId),
}
