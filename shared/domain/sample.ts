import { z } from 'zod'
import { actorKindSchema } from './actor.ts'
import { articleStatusSchema } from './article.ts'
import { languageSchema, nameSchema, partialDateSchema } from './common.ts'
import { stanceSchema } from './link.ts'
import { aliasesSchema, topicColourSchema, topicStatusSchema } from './topic.ts'

const sampleTopicFacts = {
  name: nameSchema(200),
  description: z.string(),
  aliases: aliasesSchema,
  status: topicStatusSchema,
  colour: topicColourSchema,
}

/** A topic of the sample with the topics below it. */
export interface SampleTopic {
  name: string
  description: string
  aliases: string[]
  status: z.infer<typeof topicStatusSchema>
  colour: number
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
  /** The name of an organisation or party that stands earlier in the list. */
  memberOf: z.string().nullable(),
})

const sampleQuoteSchema = z.strictObject({
  article: z.string(),
  /** The passage in the article's plain text; a line feed where it goes on in the next block. */
  exact: z.string().min(1),
  /** What stands right before and right after it; needed only where the passage occurs twice. */
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  /** An actor's name; null for words nobody is named for. */
  speaker: z.string().nullable(),
  saidOn: partialDateSchema.nullable(),
  links: z.array(z.strictObject({ topic: z.array(z.string()).min(1), stance: stanceSchema })),
  /** Markdown. */
  comment: z.string().nullable(),
})

/** `resources/sample/annotations.json`: what an analyst has made of the sample articles. */
export const sampleSchema = z.strictObject({
  name: nameSchema(200),
  topics: z.array(sampleTopicSchema),
  actors: z.array(sampleActorSchema),
  /** File names in `resources/sample/articles`, in the order of clipping. */
  articles: z.array(
    z.strictObject({ file: z.string(), status: articleStatusSchema, comment: z.string().nullable() }),
  ),
  quotes: z.array(sampleQuoteSchema),
})
export type Sample = z.infer<typeof sampleSchema>

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
