import { call, sessionSuite } from '../context.ts'
import { measure } from '../measure.ts'

/** What is read while somebody works: an article, a topic, a speaker, the frame around them. */
export const reading = sessionSuite('reading', async (session, { facts, report }) => {
  const open = async (articleId: string) => {
    const article = await call(session, 'article', 'get', { id: articleId })
    await call(session, 'article', 'content', { revisionId: article.currentRevisionId })
    return call(session, 'quote', 'ofArticle', { articleId })
  }
  const quotes = (await open(facts.crowdedArticleId)).length
  report({
    wait: 'opening an article',
    what: `12,000 words with ${quotes} quotes`,
    timing: await measure(() => open(facts.crowdedArticleId)),
  })
  const { rows } = await call(session, 'article', 'list', { offset: 0, limit: 100 })
  report({
    wait: 'opening an article',
    what: '600 words with ten quotes',
    timing: await measure((turn) => open(rows[turn]?.id ?? '')),
  })
  const pages = {
    'a common topic': { topicId: facts.topicIds[0] },
    'a common topic, one stance': { topicId: facts.topicIds[0], stance: 'opposes' },
    'a rare topic': { topicId: facts.topicIds.at(-1) },
    'a common speaker': { actorId: facts.actorIds[0] },
    'a common speaker on a common topic': { actorId: facts.actorIds[0], topicId: facts.topicIds[0] },
    'a rare speaker': { actorId: facts.actorIds.at(-1) },
    'every quote': {},
  } as const
  for (const [what, filter] of Object.entries(pages)) {
    const { total, atLeast } = await call(session, 'quote', 'list', { ...filter, offset: 0, limit: 1 })
    report({
      wait: 'opening the page of a topic or a speaker',
      what: `${what} (${atLeast ? 'more than ' : ''}${total} quotes), the first 500`,
      timing: await measure(() => call(session, 'quote', 'list', { ...filter, offset: 0, limit: 500 }), {
        warmUp: 1,
        runs: 7,
      }),
    })
  }
  const frame = {
    'counts of the notebook': () => call(session, 'notebook', 'info', undefined),
    'all topics with counts': () => call(session, 'topic', 'list', undefined),
    'all speakers with counts': () => call(session, 'actor', 'list', undefined),
    'lost quotes': () => call(session, 'quote', 'lost', undefined),
    'the trash': () => call(session, 'trash', 'list', undefined),
    'what undo would do': () => call(session, 'journal', 'state', undefined),
  }
  for (const [what, read] of Object.entries(frame)) {
    report({
      wait: 'after every change, what is on screen is read again',
      what,
      timing: await measure(read, { runs: 10 }),
    })
  }
})
