import { AppError } from '#shared/util/app-error.ts'
import { createActor, ensureActor, mergeActors, updateActor } from './actors.ts'
import { rejectAlias } from './alias-rejections.ts'
import { setArticleStatus, setCurrentRevision, updateArticle } from './articles.ts'
import { keepStyle } from './citation-styles.ts'
import { ensureCoder } from './coders.ts'
import { saveComment } from './comments.ts'
import { addFeed, dismissItems, feedAt } from './feeds.ts'
import type { Readable, Writable } from './connection.ts'
import { removeLinks, setLinks } from './links.ts'
import { removeMembership, saveMembership } from './memberships.ts'
import { saveMemo } from './memos.ts'
import { addArticle, addQuote, addRevision } from './notebook.fixture.ts'
import { setAnchor, updateQuote } from './quotes.ts'
import { assignRound, createRound } from './rounds.ts'
import { splitActor } from './split-actor.ts'
import { removeStep, saveStep } from './steps.ts'
import { joinStory, leaveStory } from './stories.ts'
import { createTopic, ensureTopicPath, mergeTopics, moveTopic, updateTopic } from './topics.ts'
import { saveTranslation } from './translations.ts'
import { listTrash, moveToTrash, restoreFromTrash } from './trash.ts'
import { confirmUtterance, leaveUtterance, rejectUtterance } from './utterances.ts'

/** What an analyst may do in any order, each with things picked at random; for tests that hold for every history. */

export interface Choice {
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
}

type Table =
  | 'article'
  | 'quote'
  | 'topic'
  | 'actor'
  | 'comment'
  | 'link'
  | 'translation'
  | 'membership'
  | 'step'
  | 'coder'
  | 'round'
  | 'feed'
  | 'citation_style'

export const changes: ReadonlyArray<[label: string, run: (db: Writable, choice: Choice) => void]> = [
  ['article.add', (db, choice) => void addArticle(db, { title: name(choice) })],
  [
    'article.status',
    (db, choice) =>
      setArticleStatus(db, some(db, 'article', choice), choice.pick(['inbox', 'reading', 'done'])),
  ],
  [
    'article.update',
    (db, choice) =>
      updateArticle(db, {
        id: one(db, 'article', choice),
        title: name(choice),
        publishedAt: choice.pick([null, '2026', '2026-03', '2026-03-05T10:00:00+02:00']),
      }),
  ],
  [
    'article.revise',
    (db, choice) => {
      const articleId = one(db, 'article', choice)
      const id = addRevision(db, articleId, `${name(choice)} and more`)
      setCurrentRevision(db, articleId, { id, wordCount: choice.below(900), modifiedAt: null })
      const quotes = db.all<{ id: string }>(
        'SELECT id FROM quote WHERE article_id = ? AND deleted_at IS NULL',
        articleId,
      )
      for (const quote of quotes)
        setAnchor(
          db,
          quote.id,
          choice.below(2) === 0
            ? { revisionId: id, outcome: 'lost', how: 'none', start: null, end: null, score: 0 }
            : {
                revisionId: id,
                outcome: 'moved',
                how: 'quote',
                start: 1,
                end: 9,
                score: choice.below(1e6) / 1e6,
              },
        )
    },
  ],
  [
    'quote.add',
    (db, choice) => {
      const articleId = one(db, 'article', choice)
      const { id, text } = db.get<{ id: string; text: string }>(
        'SELECT r.id, r.text FROM article a JOIN revision r ON r.id = a.current_revision_id WHERE a.id = ?',
        articleId,
      ) ?? { id: '', text: '' }
      const start = choice.below(text.length - 5)
      const speakerId = choice.below(2) === 0 ? null : one(db, 'actor', choice)
      const words = { start, end: start + 5, exact: text.slice(start, start + 5) }
      addQuote(db, { articleId, revisionId: id }, { ...words, speakerId })
    },
  ],
  [
    'quote.update',
    (db, choice) =>
      updateQuote(db, {
        id: one(db, 'quote', choice),
        speakerId: choice.pick([null, one(db, 'actor', choice)]),
        saidOn: choice.below(3) === 0 ? undefined : choice.pick([null, '2026-02', '2026-02-03']),
      }),
  ],
  [
    'topic.add',
    (db, choice) => void createTopic(db, { parentId: maybe(db, 'topic', choice), name: name(choice) }),
  ],
  ['topic.path', (db, choice) => void ensureTopicPath(db, [name(choice), name(choice)])],
  [
    'topic.update',
    (db, choice) =>
      updateTopic(db, {
        id: one(db, 'topic', choice),
        name: name(choice),
        status: choice.pick(['open', 'agreed']),
      }),
  ],
  [
    'topic.move',
    (db, choice) =>
      moveTopic(db, {
        id: one(db, 'topic', choice),
        parentId: maybe(db, 'topic', choice),
        afterId: maybe(db, 'topic', choice),
      }),
  ],
  ['topic.merge', (db, choice) => mergeTopics(db, one(db, 'topic', choice), one(db, 'topic', choice))],
  ['actor.add', (db, choice) => void createActor(db, { name: name(choice), kind: 'party' })],
  ['actor.ensure', (db, choice) => void ensureActor(db, name(choice))],
  [
    'actor.update',
    (db, choice) => updateActor(db, { id: one(db, 'actor', choice), memberOfId: maybe(db, 'actor', choice) }),
  ],
  ['actor.merge', (db, choice) => mergeActors(db, one(db, 'actor', choice), one(db, 'actor', choice))],
  [
    'link.set',
    (db, choice) =>
      setLinks(
        db,
        some(db, 'quote', choice),
        one(db, 'topic', choice),
        choice.pick(['supports', 'opposes']),
        {
          coderId: maybe(db, 'coder', choice),
          conditionTopicId: maybe(db, 'topic', choice),
          conditionActorId: maybe(db, 'actor', choice),
          redLine: choice.below(2) === 0,
        },
      ),
  ],
  ['coder.ensure', (db, choice) => void ensureCoder(db, name(choice))],
  [
    'translation.save',
    (db, choice) =>
      void saveTranslation(db, {
        quoteId: one(db, 'quote', choice),
        lang: 'uk',
        text: name(choice),
        translator: null,
        authoritative: choice.below(2) === 0,
      }),
  ],
  ['utterance.confirm', (db, choice) => void confirmUtterance(db, some(db, 'quote', choice))],
  ['utterance.leave', (db, choice) => leaveUtterance(db, some(db, 'quote', choice))],
  ['story.join', (db, choice) => void joinStory(db, some(db, 'article', choice))],
  ['story.leave', (db, choice) => leaveStory(db, some(db, 'article', choice))],
  ['utterance.reject', (db, choice) => rejectUtterance(db, some(db, 'quote', choice))],
  ['actor.rejectMerge', (db, choice) => rejectAlias(db, one(db, 'actor', choice), one(db, 'actor', choice))],
  [
    'membership.save',
    (db, choice) =>
      void saveMembership(db, {
        actorId: one(db, 'actor', choice),
        memberOfId: one(db, 'actor', choice),
        role: null,
        fromOn: choice.pick([null, '2026-01']),
        untilOn: null,
      }),
  ],
  ['membership.remove', (db, choice) => removeMembership(db, one(db, 'membership', choice))],
  [
    'step.save',
    (db, choice) =>
      void saveStep(db, {
        topicId: one(db, 'topic', choice),
        status: choice.pick(['open', 'blocked', 'final']),
        since: choice.pick([null, '2026-01', '2026-02-03']),
        note: '',
      }),
  ],
  ['step.remove', (db, choice) => removeStep(db, one(db, 'step', choice))],
  [
    'memo.save',
    (db, choice) =>
      saveMemo(db, one(db, 'topic', choice), {
        document: { type: 'doc' },
        text: choice.pick(['', name(choice)]),
      }),
  ],
  [
    'actor.split',
    (db, choice) => {
      const id = one(db, 'actor', choice)
      const quoteIds = db
        .all<{ id: string }>('SELECT id FROM quote WHERE speaker_id = ? AND deleted_at IS NULL LIMIT 1', id)
        .map((row) => row.id)
      splitActor(db, { id, name: name(choice), aliases: [], quoteIds })
    },
  ],
  [
    'round.add',
    (db, choice) =>
      void createRound(db, {
        name: name(choice),
        fromOn: choice.pick([null, '2026-02']),
        untilOn: null,
        place: null,
        participantIds: some(db, 'actor', choice),
        agendaIds: some(db, 'topic', choice),
        note: '',
      }),
  ],
  [
    'round.assign',
    (db, choice) =>
      assignRound(db, {
        roundId: maybe(db, 'round', choice),
        quoteIds: some(db, 'quote', choice),
        articleIds: some(db, 'article', choice),
      }),
  ],
  ['link.remove', (db, choice) => removeLinks(db, some(db, 'quote', choice), one(db, 'topic', choice))],
  [
    'comment.save',
    (db, choice) => {
      const target =
        choice.below(3) === 0
          ? { articleId: one(db, 'article', choice) }
          : { quoteId: one(db, 'quote', choice) }
      const text = choice.below(4) === 0 ? '' : name(choice)
      saveComment(db, target, { document: { type: 'doc', text }, text })
    },
  ],
  [
    'feed.add',
    (db, choice) => {
      const url = `https://river.example/${choice.below(6)}`
      if (feedAt(db, url) === null) addFeed(db, { url, title: name(choice), siteUrl: null })
    },
  ],
  [
    'style.add',
    (db, choice) =>
      void keepStyle(db, {
        name: `style-${choice.below(4)}`,
        title: name(choice),
        csl: `<style>${choice.below(9)}</style>`,
      }),
  ],
  [
    'feed.dismiss',
    (db, choice) =>
      dismissItems(
        db,
        some(db, 'feed', choice).map((feedId) => ({ feedId, key: `item ${choice.below(5)}` })),
      ),
  ],
  [
    'trash',
    (db, choice) => {
      const kind = choice.pick([
        'article',
        'quote',
        'topic',
        'actor',
        'comment',
        'translation',
        'round',
        'feed',
        'citation_style',
      ] as const)
      moveToTrash(db, kind, some(db, kind, choice))
    },
  ],
  [
    'restore',
    (db, choice) => {
      const items = listTrash(db)
      if (items.length === 0) return
      restoreFromTrash(db, [choice.pick(items), choice.pick(items)])
    },
  ],
]

/** What a change may say when it is asked for something that cannot be. Anything else is a fault. */
export function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code !== 'internal'
}

function name(choice: Choice): string {
  return `${choice.pick(['Flow', 'Dam', 'Рівень води', 'Fischerei', 'Ґрунт'])} ${choice.below(12)}`
}

function ids(db: Readable, table: Table): string[] {
  return db
    .all<{ id: string }>(`SELECT id FROM ${table} WHERE deleted_at IS NULL ORDER BY rowid`)
    .map((row) => row.id)
}

function one(db: Readable, table: Table, choice: Choice): string {
  const all = ids(db, table)
  if (all.length === 0) throw new AppError('nothing-there', `There is no ${table}.`)
  return choice.pick(all)
}

function maybe(db: Readable, table: Table, choice: Choice): string | null {
  const all = ids(db, table)
  return all.length === 0 || choice.below(3) === 0 ? null : choice.pick(all)
}

function some(db: Readable, table: Table, choice: Choice): string[] {
  return Array.from({ length: 1 + choice.below(3) }, () => one(db, table, choice))
}
