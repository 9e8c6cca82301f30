import { z } from 'zod'
import { actorKindSchema } from './actor.ts'
import { articleStatusSchema } from './article.ts'
import { languageSchema, nameSchema, partialDateSchema } from './common.ts'
import { linkDetailsSchema, stanceSchema } from './link.ts'
import { attributionSchema, channelSchema } from './quote.ts'
import { aliasesSchema, topicColourSchema, topicStatusSchema } from './topic.ts'

const sampleStepSchema = z.strictObject({
  status: topicStatusSchema,
  since: partialDateSchema,
  note: z.string(),
})

const sampleTopicFacts = {
  name: nameSchema(200),
  description: z.string(),
  aliases: aliasesSchema,
  /** Where it stands now; with steps, that of the latest. */
  status: topicStatusSchema,
  colour: topicColourSchema,
  /** Markdown. */
  memo: z.string().optional(),
  /** Its way, the oldest step first. */
  steps: z.array(sampleStepSchema).optional(),
}

/** A topic of the sample with the topics below it. Elsewhere in the sample it goes by its name alone. */
export interface SampleTopic {
  name: string
  description: string
  aliases: string[]
  status: z.infer<typeof topicStatusSchema>
  colour: number
  memo?: string | undefined
  steps?: z.infer<typeof sampleStepSchema>[] | undefined
  children: SampleTopic[]
}

const sampleTopicSchema: z.ZodType<SampleTopic> = z.lazy(() =>
  z.strictObject({ ...sampleTopicFacts, children: z.array(sampleTopicSchema) }),
)

const sampleActorSchema = z.strictObject({
  name: nameSchema(200),
  kind: actorKindSchema,
  aliases: aliasesSchema,
  description: z.string(),
  /** The name of an organisation or party that stands earlier in the list, as are those of `memberships`. */
  memberOf: z.string().nullable(),
  memberships: z
    .array(
      z.strictObject({
        of: z.string(),
        role: nameSchema(200),
        from: partialDateSchema,
        until: partialDateSchema.nullable(),
      }),
    )
    .optional(),
})

const sampleRoundSchema = z.strictObject({
  name: nameSchema(300),
  from: partialDateSchema,
  until: partialDateSchema,
  place: nameSchema(300),
  /** Names of actors and of topics. */
  participants: z.array(z.string()),
  agenda: z.array(z.string()),
  note: z.string(),
})

/** `resources/sample/notebook.json`: what the articles are about. */
export const sampleNotebookSchema = z.strictObject({
  name: nameSchema(200),
  topics: z.array(sampleTopicSchema),
  actors: z.array(sampleActorSchema),
  rounds: z.array(sampleRoundSchema),
})

const { condition, byDate, strength, confidence } = linkDetailsSchema.shape

const sampleLinkSchema = z.strictObject({
  topic: z.string(),
  stance: stanceSchema,
  condition: condition.unwrap().optional(),
  /** The topic and the actor that the condition is about. */
  onTopic: z.string().optional(),
  onActor: z.string().optional(),
  byDate: byDate.unwrap().optional(),
  redLine: z.boolean().optional(),
  strength: strength.unwrap().optional(),
  confidence: confidence.unwrap().optional(),
  /** What other coders, by name, took the same words for. */
  alsoCoded: z.record(nameSchema(200), stanceSchema).optional(),
})

const { speakerRole, citedOutlet, saidPrecision, saidWords, saidZone } = attributionSchema.shape

const sampleQuoteSchema = z.strictObject({
  /** The passage in the article's plain text; a line feed where it goes on in the next block. */
  exact: z.string().min(1),
  /** What stands right before and right after it; needed only where the passage occurs twice. */
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  /** An actor's name; null for words nobody is named for. */
  speaker: z.string().nullable(),
  role: speakerRole.unwrap().optional(),
  onBehalf: z.string().optional(),
  channel: channelSchema,
  citedOutlet: citedOutlet.unwrap().optional(),
  saidOn: partialDateSchema.nullable(),
  /** The date as the article puts it. */
  said: z
    .strictObject({
      words: saidWords.unwrap(),
      precision: saidPrecision.unwrap(),
      zone: saidZone.unwrap(),
    })
    .optional(),
  links: z.array(sampleLinkSchema),
  /** Quotes with the same one, in any article, are the same words. */
  utterance: z.string().optional(),
  translations: z
    .array(
      z.strictObject({
        lang: languageSchema,
        text: z.string().min(1),
        translator: nameSchema(200),
        authoritative: z.boolean().optional(),
      }),
    )
    .optional(),
  /** Markdown. */
  comment: z.string().optional(),
})

/** `resources/sample/coding/NAME.json`: what the analysts have made of `articles/NAME.md`. */
export const sampleCodingSchema = z.strictObject({
  status: articleStatusSchema,
  /** Markdown. */
  comment: z.string().optional(),
  /** The round that the article and its quotes belong to. */
  round: z.string().optional(),
  /** Who coded the links; null where nobody gave a name. */
  coder: nameSchema(200).nullable(),
  quotes: z.array(sampleQuoteSchema),
})

export type SampleNotebook = z.infer<typeof sampleNotebookSchema>
export type SampleCoding = z.infer<typeof sampleCodingSchema>
export type SampleQuote = z.infer<typeof sampleQuoteSchema>
export type SampleLink = z.infer<typeof sampleLinkSchema>

/** The facts at the head of a sample article's file. */
export const sampleFactsSchema = z.strictObject({
  title: nameSchema(1000),
  url: z.httpUrl(),
  outlet: nameSchema(300),
  byline: nameSchema(500),
  published: z.iso.datetime({ offset: true }),
  lang: languageSchema,
})
export type SampleFacts = z.infer<typeof sampleFactsSchema>

/**
 * A sample article's facts and the Markdown below them. The facts stand between two lines of `---`, one `name: value` a
 * line, values plain and unquoted. Throws where the head is missing or a fact is wrong.
 */
export function parseSampleArticle(file: string): { facts: SampleFacts; markdown: string } {
  const [, head, markdown] = /^---\n(.*?)\n---\n+(.*)$/s.exec(file) ?? []
  if (head === undefined || markdown === undefined) throw new Error('The sample article has no head.')
  const lines = head.split('\n').map((line) => /^(\w+): (.+)$/.exec(line)?.slice(1, 3) ?? [line, ''])
  return { facts: sampleFactsSchema.parse(Object.fromEntries(lines)), markdown }
}
