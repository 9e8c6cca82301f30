import type { AnalysisName } from '../../electron/backend/analysis/answers.ts'

/** A view as a window asks for it, and the nearest aggregate of the same rows in SQL. */
export interface View {
  wait: string
  what: string
  name: AnalysisName
  /** Another one each turn, so that no answer is remembered; null where nothing can be asked in another way. */
  input: ((turn: number, cell: { actorId: string; topicId: string }) => object) | null
  aggregate?: string
  sql?: string
}

const lastDay = (turn: number) => `2026-12-${String(((turn + 31) % 31) + 1).padStart(2, '0')}`
const anyDay = (turn: number) => `20${16 + ((turn + 10) % 10)}-06-${10 + ((turn + 10) % 15)}`
const spoken = 'FROM link l JOIN quote q ON q.id = l.quote_id WHERE l.deleted_at IS NULL'
const cells = {
  aggregate: 'count by speaker, topic and stance',
  sql: `SELECT l.topic_id, q.speaker_id, l.stance, count(*), max(l.said_sort) ${spoken} GROUP BY 1, 2, 3`,
}
const someTopics = Array.from(
  { length: 20 },
  (_, at) => `0000000b-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
)

export const views: View[] = [
  {
    wait: 'the day of the matrix slides',
    what: 'parties by topics, any day',
    name: 'matrix',
    input: (turn) => ({ asOf: anyDay(turn) }),
  },
  {
    wait: 'the matrix is opened',
    what: 'parties by topics, the latest day',
    name: 'matrix',
    input: (turn) => ({ asOf: lastDay(turn) }),
    ...cells,
  },
  {
    wait: 'the matrix is opened',
    what: 'parties by topics, one language and ten outlets',
    name: 'matrix',
    input: (turn) => ({
      asOf: lastDay(turn),
      langs: ['uk'],
      outlets: Array.from({ length: 10 }, (_, at) => `Outlet ${at}`),
    }),
  },
  {
    wait: 'the matrix is opened',
    what: 'all actors on twenty topics',
    name: 'matrix',
    input: (turn) => ({ by: 'actor', asOf: lastDay(turn), topicIds: someTopics }),
  },
  {
    wait: 'the matrix is opened',
    what: 'all actors by all topics',
    name: 'matrix',
    input: (turn) => ({ by: 'actor', asOf: lastDay(turn) }),
    ...cells,
  },
  {
    wait: 'a cell is opened',
    what: 'the quotes of a party on a topic, the latest 500',
    name: 'evidence',
    input: (turn, cell) => ({ by: 'party', ...cell, until: lastDay(turn) }),
  },
  {
    wait: 'the timeline is opened',
    what: 'parties by month',
    name: 'timeline',
    input: (turn) => ({ unit: 'month', rows: 'party', until: lastDay(turn) }),
    aggregate: 'count by speaker and month',
    sql: `SELECT q.speaker_id, substr(l.said_sort, 1, 7), l.stance, count(*) ${spoken} GROUP BY 1, 2, 3`,
  },
  {
    wait: 'the timeline is opened',
    what: 'topics by month',
    name: 'timeline',
    input: (turn) => ({ unit: 'month', rows: 'topic', until: lastDay(turn) }),
    aggregate: 'count by topic and month',
    sql: `SELECT l.topic_id, substr(l.said_sort, 1, 7), l.stance, count(*) FROM link l
      WHERE l.deleted_at IS NULL GROUP BY 1, 2, 3`,
  },
  {
    wait: 'shifts are opened',
    what: 'shifts and contradictions, the latest 500',
    name: 'shifts',
    input: (turn) => ({ until: lastDay(turn) }),
    aggregate: 'turns of actors by a window function',
    sql: `SELECT * FROM (SELECT l.id, l.said_sort, l.stance, lag(l.stance) OVER (
        PARTITION BY q.speaker_id, l.topic_id ORDER BY l.said_sort) AS before ${spoken} AND l.stance <> 'neutral')
      WHERE before <> stance ORDER BY said_sort DESC LIMIT 500`,
  },
  {
    wait: 'conditions are opened',
    what: 'conditions and red lines, circles marked, 2000 of them',
    name: 'conditions',
    input: (turn) => ({ until: lastDay(turn) }),
    aggregate: 'the links that have one',
    sql: `SELECT l.id, q.speaker_id, l.topic_id, l.condition_topic_id, l.condition_actor_id ${spoken}
      AND (l.red_line = 1 OR l.condition IS NOT NULL OR l.condition_topic_id IS NOT NULL
        OR l.condition_actor_id IS NOT NULL) ORDER BY l.said_sort DESC LIMIT 2000`,
  },
  {
    wait: 'the network is opened',
    what: 'parties, congruence and conflict',
    name: 'network',
    input: (turn) => ({ kind: 'actors', until: lastDay(turn) }),
    ...cells,
  },
  {
    wait: 'the network is opened',
    what: 'parties, with centrality and clusters',
    name: 'network',
    input: (turn) => ({ kind: 'actors', measures: true, until: lastDay(turn) }),
  },
  {
    wait: 'the network is opened',
    what: 'parties and topics, the strongest 5000 edges',
    name: 'network',
    input: (turn) => ({ kind: 'two-mode', until: lastDay(turn) }),
    ...cells,
  },
  {
    wait: 'the network is opened',
    what: 'topics by parties, the strongest 5000 edges',
    name: 'network',
    input: (turn) => ({ kind: 'topics', until: lastDay(turn) }),
    ...cells,
  },
  {
    wait: 'the network is opened',
    what: 'topics by parties, the strongest 5000 edges, with centrality and clusters',
    name: 'network',
    input: (turn) => ({ kind: 'topics', measures: true, until: lastDay(turn) }),
  },
  {
    wait: 'the network is opened',
    what: 'all actors, the strongest 5000 edges',
    name: 'network',
    input: (turn) => ({ kind: 'actors', by: 'actor', until: lastDay(turn) }),
    ...cells,
  },
  {
    wait: 'coverage is opened',
    what: 'silent topics, unquoted parties, single sources',
    name: 'coverage',
    input: (turn) => ({ until: lastDay(turn) }),
    aggregate: 'latest day and outlets by speaker and topic',
    sql: `SELECT l.topic_id, q.speaker_id, max(l.said_sort), min(a.outlet), max(a.outlet)
      FROM link l JOIN quote q ON q.id = l.quote_id JOIN article a ON a.id = q.article_id
      WHERE l.deleted_at IS NULL GROUP BY 1, 2`,
  },
  {
    wait: 'agreement is opened',
    what: 'alpha by topic, a twentieth coded by two',
    name: 'agreement',
    input: null,
    aggregate: 'the quotes coded by several',
    sql: `SELECT topic_id, quote_id, count(*) FROM link WHERE deleted_at IS NULL
      GROUP BY 1, 2 HAVING count(*) > 1 AND max(coder_id) IS NOT NULL`,
  },
  {
    wait: 'the digest is opened',
    what: 'since a day of the last year',
    name: 'digest',
    input: (turn) => ({ since: `2025-0${((turn + 9) % 9) + 1}-01` }),
  },
]
