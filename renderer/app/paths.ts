/** Where each screen lives, as the path behind `#` in the address; the one place that spells them. */
export const paths = {
  library: '/',
  inbox: '/inbox',
  article: (id: string, quoteId?: string) =>
    quoteId === undefined ? `/article/${id}` : `/article/${id}/${quoteId}`,
  topics: (id?: string) => (id === undefined ? '/topics' : `/topics/${id}`),
  actors: (id?: string) => (id === undefined ? '/actors' : `/actors/${id}`),
  quotes: '/quotes',
  rounds: (id?: string) => (id === undefined ? '/rounds' : `/rounds/${id}`),
  utterances: '/utterances',
  agreement: '/agreement',
  search: (query?: string) => (query === undefined ? '/search' : `/search?q=${encodeURIComponent(query)}`),
  matrix: '/matrix',
  shifts: '/shifts',
  timeline: '/timeline',
  digest: '/digest',
  coverage: '/coverage',
  network: '/network',
  trash: '/trash',
  settings: '/settings',
} as const

/** What `routes.tsx` matches. */
export const patterns = {
  library: '/',
  inbox: '/inbox',
  article: '/article/:articleId/:quoteId?',
  topics: '/topics/:topicId?',
  actors: '/actors/:actorId?',
  quotes: '/quotes',
  rounds: '/rounds/:roundId?',
  utterances: '/utterances',
  agreement: '/agreement',
  search: '/search',
  matrix: '/matrix',
  shifts: '/shifts',
  timeline: '/timeline',
  digest: '/digest',
  coverage: '/coverage',
  network: '/network',
  trash: '/trash',
  settings: '/settings',
} as const
