import { z } from 'zod'
import {
  actorCreateSchema,
  actorPatchSchema,
  actorSchema,
  actorSplitSchema,
  aliasRejectSchema,
  aliasSuggestionSchema,
  membershipSaveSchema,
  membershipSchema,
} from '../domain/actor.ts'
import {
  agreementSchema,
  analysisFilterSchema,
  conditionSchema,
  conditionsRequestSchema,
  coverageSchema,
  digestRequestSchema,
  digestSchema,
  evidenceRequestSchema,
  matrixRequestSchema,
  matrixSchema,
  networkRequestSchema,
  networkSchema,
  shiftSchema,
  shiftsRequestSchema,
  timelineBinSchema,
  timelineRequestSchema,
} from '../domain/analysis.ts'
import {
  articleFacetsSchema,
  articleFilterSchema,
  articleIdsSchema,
  articleListSchema,
  articleOrderSchema,
  articlePatchSchema,
  articleRowSchema,
  articleSchema,
  articleWithCopiesSchema,
  revisionComparisonSchema,
  revisionContentSchema,
  setStatusSchema,
} from '../domain/article.ts'
import { assetRefSchema, assetSchema } from '../domain/asset.ts'
import { clipFileSchema, clipResultSchema, clipTextSchema, clipUrlSchema } from '../domain/capture.ts'
import {
  bibliographyRequestSchema,
  bibliographySchema,
  citationStyleIdSchema,
  citationStyleSchema,
  styleAddedSchema,
  styleAddSchema,
} from '../domain/citation.ts'
import {
  clipPageResultSchema,
  clipPageSchema,
  clipperEnableSchema,
  clipperRevealSchema,
  clipperStateSchema,
} from '../domain/clipper.ts'
import { coderEnsureSchema, coderPatchSchema, coderSchema } from '../domain/coder.ts'
import {
  commentMarkdownSchema,
  commentSaveSchema,
  commentSchema,
  commentTargetSchema,
} from '../domain/comment.ts'
import { idSchema, idsSchema, nothing } from '../domain/common.ts'
import { dossierCheckSchema } from '../domain/dossier-check.ts'
import { freezeRequestSchema, frozenViewSchema } from '../domain/frozen-view.ts'
import { dossierExportReportSchema, dossierExportSchema } from '../domain/dossier-export.ts'
import {
  dossierCreateSchema,
  dossierImageSchema,
  dossierKeepVersionSchema,
  dossierListSchema,
  dossierRowSchema,
  dossierSavedSchema,
  dossierSaveSchema,
  dossierSchema,
  dossierTargetSchema,
  dossierVersionRowSchema,
  dossierVersionSchema,
  embeddedQuoteSchema,
  embeddedQuotesRequestSchema,
} from '../domain/dossier.ts'
import {
  feedAddedSchema,
  feedAddSchema,
  feedDismissSchema,
  feedItemRefSchema,
  feedItemRefsSchema,
  feedItemSchema,
  feedItemsRequestSchema,
  feedItemStretchSchema,
  feedRefreshedSchema,
  feedRefreshSchema,
  feedRenameSchema,
  feedSchema,
  opmlImportSchema,
  opmlReadSchema,
  opmlSchema,
} from '../domain/feed.ts'
import { exportReportSchema, exportRequestSchema } from '../domain/exchange.ts'
import {
  shareChoiceSchema,
  sharePreviewSchema,
  shareReportSchema,
  shareRequestSchema,
} from '../domain/sharing.ts'
import {
  importedSchema,
  importReportSchema,
  importRequestSchema,
  uploadBeginSchema,
  uploadPieceSchema,
} from '../domain/import.ts'
import { changeEventSchema, journalStateSchema, operationSchema, undoSchema } from '../domain/journal.ts'
import { linkRemoveSchema, linkSetSchema } from '../domain/link.ts'
import {
  backupSchema,
  checkReportSchema,
  notebookInfoSchema,
  salvageReportSchema,
} from '../domain/notebook.ts'
import {
  anchorSchema,
  quoteByWordsSchema,
  quoteChangeSchema,
  quoteCreateSchema,
  quoteFilterSchema,
  quoteIdsSchema,
  quotePatchSchema,
  quoteRowSchema,
  quoteSchema,
  reattachSchema,
  revisionAnchorSchema,
} from '../domain/quote.ts'
import { roundAssignSchema, roundCreateSchema, roundPatchSchema, roundSchema } from '../domain/round.ts'
import { searchAnswerSchema, searchRequestSchema } from '../domain/search.ts'
import {
  storyCopiesSchema,
  storyFindResultSchema,
  storyFindSchema,
  storyJoinSchema,
} from '../domain/story.ts'
import { acceptedSchema, quoteSuggestionSchema, suggestionAcceptSchema } from '../domain/suggestion.ts'
import { taskChoiceSchema, taskProgressSchema } from '../domain/task.ts'
import {
  memoSaveSchema,
  memoSchema,
  mergeSchema,
  topicCreateSchema,
  topicMoveSchema,
  topicPatchSchema,
  topicPathSchema,
  topicSchema,
  topicStepSaveSchema,
  topicStepSchema,
  topicSuggestionSchema,
} from '../domain/topic.ts'
import { translationSaveSchema } from '../domain/translation.ts'
import { trashItemSchema, trashRefSchema } from '../domain/trash.ts'
import {
  utteranceConfirmSchema,
  utterancePairSchema,
  utteranceRejectSchema,
  utteranceSuggestSchema,
} from '../domain/utterance.ts'
import { mutation, query, subscription, task } from './procedure.ts'

const byId = z.object({ id: idSchema })
const created = z.object({ id: idSchema })
const listOf = <T extends z.ZodType>(row: T) => z.object({ total: z.number(), rows: z.array(row) })

/** Everything a face may ask of the backend: what goes in, what comes out, and whether it changes the notebook. */
export const contract = {
  notebook: {
    info: query(nothing, notebookInfoSchema),
    check: task(taskChoiceSchema.prefault({}), checkReportSchema),
    /** Copies what can be read, damaged or not, into a new notebook beside this one. */
    salvage: task(nothing, salvageReportSchema),
    /** Makes the search index and the counts of lists anew from what they were made of. */
    reindex: task(nothing, z.object({ documents: z.number() })),
    loadSample: task(nothing, z.object({ articles: z.number(), quotes: z.number() })),
  },
  capture: {
    clipUrl: mutation(clipUrlSchema, clipResultSchema),
    clipFile: mutation(clipFileSchema, clipResultSchema),
    clipText: mutation(clipTextSchema, clipResultSchema),
    /** What a browser shows, as the clipper sends it; with a quote of it that is looked for in the extracted text. */
    clipPage: mutation(clipPageSchema, clipPageResultSchema),
  },
  article: {
    list: query(articleListSchema, listOf(articleRowSchema)),
    /** The ids of a stretch of the list, however long: what a bulk action is done to. */
    ids: query(articleIdsSchema, z.array(idSchema)),
    facets: query(nothing, articleFacetsSchema),
    /** The articles with those that are folded away behind them in a list filtered so. */
    withCopies: query(articleWithCopiesSchema, z.array(idSchema)),
    get: query(byId, articleSchema),
    /** The article before and after this one in a library ordered and filtered so; null at either end. */
    neighbours: query(
      z.object({
        id: idSchema,
        filter: articleFilterSchema.default({}),
        order: articleOrderSchema.prefault({}),
      }),
      z.object({ previousId: idSchema.nullable(), nextId: idSchema.nullable() }),
    ),
    content: query(z.object({ revisionId: idSchema }), revisionContentSchema),
    compare: query(z.object({ oldRevisionId: idSchema, newRevisionId: idSchema }), revisionComparisonSchema),
    update: mutation(articlePatchSchema, nothing),
    setStatus: mutation(setStatusSchema, nothing),
    trash: mutation(idsSchema, nothing),
  },
  asset: {
    /** An image of an article, by the SHA-256 its document names. */
    get: query(assetRefSchema, assetSchema),
  },
  quote: {
    create: mutation(quoteCreateSchema, created),
    createByWords: mutation(quoteByWordsSchema, created),
    update: mutation(quotePatchSchema, nothing),
    get: query(byId, quoteRowSchema),
    /** Every live quote of one article, in the order of its current text; lost ones last. */
    ofArticle: query(z.object({ articleId: idSchema }), z.array(quoteSchema)),
    /** `atLeast`: there are more than `total`, which were not counted. */
    list: query(quoteFilterSchema, listOf(quoteRowSchema).extend({ atLeast: z.boolean() })),
    /** The ids of a stretch of the list, however long: what a bulk action is done to. */
    ids: query(quoteIdsSchema, z.array(idSchema)),
    /** The quotes that a dossier embeds, also those in the trash; those that are gone for good are left out. */
    embedded: query(embeddedQuotesRequestSchema, z.array(embeddedQuoteSchema)),
    /** Changes the same facts of many quotes. */
    change: mutation(quoteChangeSchema, nothing),
    /** How each revision of the article holds this quote, oldest first. */
    anchors: query(byId, z.array(anchorSchema)),
    /** Where the article's live quotes stand in one of its revisions; those it was never asked for are left out. */
    inRevision: query(z.object({ revisionId: idSchema }), z.array(revisionAnchorSchema)),
    /** Quotations of a revision that nobody has marked yet, in the order of its text. */
    suggest: query(z.object({ revisionId: idSchema }), z.array(quoteSuggestionSchema)),
    /** Makes quotes of the passages of one utterance, with their speaker and a name learnt. */
    accept: mutation(suggestionAcceptSchema, acceptedSchema),
    /** Quotes whose passage the current revision no longer has, with the article they belong to. */
    lost: query(nothing, z.array(quoteRowSchema)),
    reattach: mutation(reattachSchema, nothing),
    trash: mutation(idsSchema, nothing),
  },
  topic: {
    list: query(nothing, z.array(topicSchema)),
    create: mutation(topicCreateSchema, created),
    ensurePath: mutation(topicPathSchema, created),
    update: mutation(topicPatchSchema, nothing),
    move: mutation(topicMoveSchema, nothing),
    merge: mutation(mergeSchema, nothing),
    trash: mutation(idsSchema, nothing),
    /** The way of one topic, oldest step first; of all topics where none is named. */
    steps: query(z.object({ topicId: idSchema.optional() }), z.array(topicStepSchema)),
    saveStep: mutation(topicStepSaveSchema, created),
    removeStep: mutation(byId, nothing),
    /** Topics that a quote may belong to, the likeliest first, each with its reasons. */
    suggest: query(z.object({ quoteId: idSchema }), z.array(topicSuggestionSchema)),
    memo: query(z.object({ topicId: idSchema }), memoSchema),
    saveMemo: mutation(memoSaveSchema, nothing),
  },
  actor: {
    list: query(nothing, z.array(actorSchema)),
    create: mutation(actorCreateSchema, created),
    /** The actor of this name or alias in any case; created as a person if there is none. */
    ensure: mutation(z.object({ name: actorCreateSchema.shape.name }), created),
    update: mutation(actorPatchSchema, nothing),
    merge: mutation(mergeSchema, nothing),
    /** Takes quotes and aliases over to a new actor. */
    split: mutation(actorSplitSchema, created),
    trash: mutation(idsSchema, nothing),
    /** Everybody's dated memberships. Where one holds on a day, it counts instead of `memberOfId`. */
    memberships: query(nothing, z.array(membershipSchema)),
    saveMembership: mutation(membershipSaveSchema, created),
    removeMembership: mutation(byId, nothing),
    /** Pairs whose names may be one in two spellings or scripts. */
    suggestMerges: query(nothing, z.array(aliasSuggestionSchema)),
    /** The two are not the same; it is not suggested again. */
    rejectMerge: mutation(aliasRejectSchema, nothing),
  },
  link: {
    /** Links the quotes to the topic, or changes the stance of those that are linked. */
    set: mutation(linkSetSchema, nothing),
    remove: mutation(linkRemoveSchema, nothing),
  },
  /** Who codes. The face knows who sits before it, and says so with each link. */
  coder: {
    list: query(nothing, z.array(coderSchema)),
    ensure: mutation(coderEnsureSchema, created),
    rename: mutation(coderPatchSchema, nothing),
  },
  translation: {
    save: mutation(translationSaveSchema, created),
    trash: mutation(idsSchema, nothing),
  },
  utterance: {
    /** The quotes that are the same words as this one, itself among them, in the order they were said. */
    quotes: query(z.object({ quoteId: idSchema }), z.array(quoteRowSchema)),
    confirm: mutation(utteranceConfirmSchema, created),
    /** Takes quotes out of their utterances. */
    leave: mutation(idsSchema, nothing),
    reject: mutation(utteranceRejectSchema, nothing),
    /** Pairs of quotes that may be the same words, the likeliest first; none that was confirmed or rejected. */
    suggest: query(utteranceSuggestSchema, z.array(utterancePairSchema)),
  },
  /** Articles that are copies of one another: the same agency's report in several outlets. */
  story: {
    /** The other articles of this one's story, and which of its quotes stand in them too. */
    copies: query(z.object({ articleId: idSchema }), storyCopiesSchema),
    /** Says that articles are one story, whatever their words. */
    join: mutation(storyJoinSchema, created),
    /** Says that articles are not the story they are in; they are not put there again. */
    leave: mutation(idsSchema, nothing),
    /** How many texts were never looked at: those from before copies were recognised. */
    unlooked: query(nothing, z.object({ count: z.number() })),
    /** Looks at some of those; to be called again until none is left. */
    find: mutation(storyFindSchema, storyFindResultSchema),
  },
  round: {
    list: query(nothing, z.array(roundSchema)),
    get: query(byId, roundSchema),
    create: mutation(roundCreateSchema, created),
    update: mutation(roundPatchSchema, nothing),
    /** Puts quotes and articles into a round, or into none. */
    assign: mutation(roundAssignSchema, nothing),
    trash: mutation(idsSchema, nothing),
  },
  comment: {
    get: query(z.object({ target: commentTargetSchema }), commentSchema.nullable()),
    save: mutation(commentSaveSchema, created.nullable()),
    saveMarkdown: mutation(commentMarkdownSchema, created.nullable()),
  },
  /** Styles of citations (CSL): those that come with the program, and those that were added to the notebook. */
  style: {
    list: query(nothing, z.array(citationStyleSchema)),
    /** Tries the style first; one that does not work is refused. */
    add: mutation(styleAddSchema, styleAddedSchema),
    /** The text of one, as it was added or comes with the program. */
    get: query(z.object({ id: citationStyleIdSchema }), z.object({ csl: z.string() })),
    trash: mutation(idsSchema, nothing),
  },
  dossier: {
    list: query(dossierListSchema, z.array(dossierRowSchema)),
    get: query(byId, dossierSchema),
    /** The dossiers that name a quote, a topic, an actor, a round or an article. */
    naming: query(dossierTargetSchema, z.array(dossierRowSchema)),
    create: mutation(dossierCreateSchema, created),
    /** Refused where another window has saved since; saves that follow one another are one step to undo. */
    save: mutation(dossierSaveSchema, dossierSavedSchema),
    /** Compares its quotes, embedded and typed, with the notebook. */
    check: query(byId, dossierCheckSchema),
    /** How each quote is cited, and the sources: as the dossier stands, or as it is written now. */
    bibliography: query(bibliographyRequestSchema, bibliographySchema),
    /** Writes a file into the folder of exports beside the notebook; the report says where. */
    export: task(dossierExportSchema, dossierExportReportSchema),
    /** Keeps an image, by whose hash a dossier shows it. */
    addImage: mutation(dossierImageSchema, assetRefSchema),
    versions: query(byId, z.array(dossierVersionRowSchema)),
    version: query(byId, dossierVersionSchema),
    keepVersion: mutation(dossierKeepVersionSchema, created),
    /** Writes a version back; what was there is kept as a version first. */
    restoreVersion: mutation(byId, nothing),
    trash: mutation(idsSchema, nothing),
  },
  /** What the coded quotes tell. Every count counts utterances, and names the quotes behind it or leads to `evidence`. */
  analysis: {
    /** Where parties or actors stand on topics as of a day. */
    matrix: query(matrixRequestSchema, matrixSchema),
    /** The quotes behind one cell, the latest first, every source of each utterance; up to 500. */
    evidence: query(evidenceRequestSchema, z.array(quoteRowSchema)),
    timeline: query(timelineRequestSchema, z.array(timelineBinSchema)),
    /** Turns of actors and contradictions within parties, the latest first. */
    shifts: query(shiftsRequestSchema, z.array(shiftSchema)),
    /** Conditions and red lines, the latest first. */
    conditions: query(conditionsRequestSchema.prefault({}), z.array(conditionSchema)),
    network: query(networkRequestSchema, networkSchema),
    coverage: query(analysisFilterSchema.prefault({}), coverageSchema),
    agreement: query(nothing, z.array(agreementSchema)),
    digest: query(digestRequestSchema, digestSchema),
    /** A matrix or a timeline as it is now, to stand in a dossier as it is. */
    freeze: query(freezeRequestSchema, frozenViewSchema),
  },
  search: {
    run: query(searchRequestSchema, searchAnswerSchema),
  },
  journal: {
    state: query(nothing, journalStateSchema),
    /** Takes the latest change back; with an id, only if that is the latest. */
    undo: task(undoSchema, operationSchema.nullable()),
    redo: task(taskChoiceSchema.optional(), operationSchema.nullable()),
  },
  trash: {
    list: query(nothing, z.array(trashItemSchema)),
    restore: mutation(trashRefSchema, nothing),
    /** Removes what is in the trash for good, and with it the history that could bring it back. */
    empty: task(nothing, z.object({ removed: z.number() })),
  },
  backup: {
    list: query(nothing, z.array(backupSchema)),
    create: task(taskChoiceSchema.prefault({}), backupSchema),
    /** Puts the notebook back to a backup, after backing up what is there now. */
    restore: task(taskChoiceSchema.extend({ name: z.string() }), nothing),
  },
  /** Subscriptions, and the tray of what came of them. Nothing is fetched but by `add` and `refresh`. */
  feed: {
    list: query(nothing, z.array(feedSchema)),
    items: query(feedItemsRequestSchema.prefault({}), listOf(feedItemSchema)),
    /** What the items of a stretch are known by, however long it is: what a bulk action is done to. */
    itemRefs: query(feedItemStretchSchema, z.array(feedItemRefSchema)),
    /** Where items lead to, in their order; one that is gone leads nowhere. */
    addresses: query(feedItemRefsSchema, z.array(z.string())),
    /** Fetches the address, and subscribes to the feed there or to the first that the page names. */
    add: mutation(feedAddSchema, feedAddedSchema),
    rename: mutation(feedRenameSchema, nothing),
    trash: mutation(idsSchema, nothing),
    dismiss: mutation(feedDismissSchema, nothing),
    takeBack: mutation(feedItemRefsSchema, nothing),
    refresh: task(feedRefreshSchema, feedRefreshedSchema),
    importOpml: mutation(opmlImportSchema, opmlReadSchema),
    exportOpml: query(nothing, opmlSchema),
  },
  exchange: {
    /** Writes into the folder of exports beside the notebook; the report says where. */
    export: task(exportRequestSchema, exportReportSchema),
    /** What a part would hold if it were shared; nothing is written. */
    previewShare: query(shareChoiceSchema, sharePreviewSchema),
    /** Writes a part as a notebook of its own into the folder of exports beside the notebook; the report says where. */
    share: task(shareRequestSchema, shareReportSchema),
    /** Takes over what is to be imported, into a folder beside the notebook that goes with the import. */
    beginUpload: task(uploadBeginSchema, z.object({ uploadId: idSchema })),
    upload: task(uploadPieceSchema, nothing),
    discardUpload: task(z.object({ uploadId: idSchema }), nothing),
    /** What an import would add, what is here already, and where the two differ. */
    previewImport: task(importRequestSchema, importReportSchema),
    /** One step to undo; what is here is left as it is. */
    import: task(importRequestSchema, importedSchema),
  },
  /** The browser clipper's door and the browsers that may come through it: of this machine, not of the notebook. */
  clipper: {
    state: query(nothing, clipperStateSchema),
    enable: task(clipperEnableSchema, clipperStateSchema),
    /** Shows a six-digit code for a browser that wants to be paired. */
    beginPairing: task(nothing, clipperStateSchema),
    cancelPairing: task(nothing, nothing),
    revoke: task(byId, nothing),
    /** Shows the extension's folder in the file manager, where there is one. */
    reveal: task(clipperRevealSchema, z.object({ revealed: z.boolean() })),
  },
  /** Long work under way (a capture, a check, a backup, a change to thousands of rows), by the id that its caller gave with the call. */
  task: {
    /** How far it has come; ends with it. May be asked for before the work is. */
    watch: subscription(z.object({ taskId: idSchema }), taskProgressSchema),
    /** Ends it; what is stored or made already stays. */
    cancel: task(z.object({ taskId: idSchema }), nothing),
  },
  changes: {
    watch: subscription(nothing, changeEventSchema),
  },
} as const

export type Contract = typeof contract
