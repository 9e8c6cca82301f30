import type { ActorKind } from '#shared/domain/actor.ts'
import type { ArticleStatus } from '#shared/domain/article.ts'
import type { LinkDetails, Stance } from '#shared/domain/link.ts'
import type { Attribution } from '#shared/domain/quote.ts'
import type { TopicStatus } from '#shared/domain/topic.ts'

/**
 * What a file of another program holds, in our words, before anything of it is in a notebook. Every part has a key by which the
 * other parts name it; keys are unique among parts of one sort. A part that came out of a notebook of ours also has its `id`.
 * Dates are as `partialDateSchema` and `publicationTimeSchema` have them; notes are Markdown. What is left out is not known.
 */
export interface Bundle {
  /** Parents before their children. */
  topics: BundledTopic[]
  actors: BundledActor[]
  coders: BundledCoder[]
  rounds: BundledRound[]
  articles: BundledArticle[]
  /** What the file has and a notebook has no place for, in the order it was met. */
  leftOut: LeftOut[]
}

interface Part {
  key: string
  id?: string
}

export interface BundledTopic extends Part {
  parentKey?: string
  name: string
  aliases?: string[]
  description?: string
  status?: TopicStatus
  colour?: number
}

export interface BundledActor extends Part {
  name: string
  kind?: ActorKind
  aliases?: string[]
  description?: string
  memberOfKey?: string
}

export interface BundledCoder extends Part {
  name: string
}

export interface BundledRound extends Part {
  name: string
  fromOn?: string
  untilOn?: string
  place?: string
  note?: string
}

export interface BundledArticle extends Part {
  title?: string
  url?: string
  outlet?: string
  byline?: string
  /** Two or three letters; found out from the text where it is left out. */
  lang?: string
  publishedAt?: string
  /** When the other program got it. */
  clippedAt?: string
  status?: ArticleStatus
  roundKey?: string
  note?: string
  source: BundledSource
  quotes: BundledQuote[]
}

/**
 * What an article's revision is made of. `text`: these very words, in which the quotes' offsets count; line feeds part paragraphs.
 * `file`: a file as it would be imported alone (HTML, PDF…), in whose text quotes are looked for by their words. `none`: the other
 * program kept no text, so the revision says what is known of it (title, excerpt, the quotes themselves) until the address is clipped.
 */
export type BundledSource =
  | { kind: 'text'; text: string }
  | { kind: 'file'; fileName: string; read(): Uint8Array | Promise<Uint8Array> }
  | { kind: 'none'; excerpt?: string }

export interface BundledQuote extends Part, Partial<KnownAttribution> {
  exact: string
  prefix?: string
  suffix?: string
  /** UTF-16 offsets in a `text` source; hints only in any other. */
  start?: number
  end?: number
  speakerKey?: string
  onBehalfKey?: string
  saidOn?: string
  roundKey?: string
  /** Quotes with the same one are one utterance. */
  utteranceKey?: string
  note?: string
  createdAt?: string
  /** Tags and codes of the other program are topics. */
  links?: BundledLink[]
  translations?: BundledTranslation[]
}

type KnownAttribution = Omit<Attribution, 'onBehalfId'>

export interface BundledLink
  extends Part,
    Partial<Omit<LinkDetails, 'conditionTopicId' | 'conditionActorId'>> {
  topicKey: string
  /** Neutral where the other program has no such thing. */
  stance: Stance
  coderKey?: string
  conditionTopicKey?: string
  conditionActorKey?: string
}

export interface BundledTranslation extends Part {
  lang: string
  text: string
  translator?: string
  authoritative?: boolean
}

export interface LeftOut {
  /** What sort of thing: `attachment`, `relation`, `drawing`… In English, as the command line prints it. */
  kind: string
  /** How the user knows it. */
  name: string
}

export function emptyBundle(): Bundle {
  return { topics: [], actors: [], coders: [], rounds: [], articles: [], leftOut: [] }
}
