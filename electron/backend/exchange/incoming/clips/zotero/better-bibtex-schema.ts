import { z } from 'zod'

const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined)
const tags = z
  .array(z.union([z.string(), z.object({ tag: z.string() }).transform(({ tag }) => tag)]))
  .nullish()
  .catch([])
const annotationSchema = z.object({
  annotationType: text,
  annotationText: text,
  annotationComment: text,
  annotationPageLabel: text,
  annotationColor: text,
  dateAdded: text,
  tags,
})
export const attachmentSchema = z.object({
  title: text,
  path: text,
  localPath: text,
  url: text,
  annotations: z.array(annotationSchema).nullish().catch([]),
})
const itemSchema = z.looseObject({
  itemType: z.string(),
  key: text,
  itemID: z.union([z.number(), z.string()]).nullish(),
  creators: z
    .array(z.object({ creatorType: text, firstName: text, lastName: text, name: text }))
    .nullish()
    .catch([]),
  tags,
  notes: z
    .array(z.union([z.string(), z.object({ note: text }).transform(({ note }) => note ?? '')]))
    .nullish()
    .catch([]),
  attachments: z.array(attachmentSchema).nullish().catch([]),
})
/** What is read of Better BibTeX JSON; fields of items have Zotero's own names. */
export const exportSchema = z.object({
  items: z.array(itemSchema),
  collections: z
    .record(
      z.string(),
      z.object({ name: z.string(), parent: z.unknown().optional(), items: z.array(z.unknown()).catch([]) }),
    )
    .nullish()
    .catch({}),
})
export type Annotation = z.infer<typeof annotationSchema>
export type Item = z.infer<typeof itemSchema>
export type Export = z.infer<typeof exportSchema>
