/**
 * Every weight and threshold of approximate anchoring, in one place, set on real edits in English, German and Spanish.
 * None is delicate: a fifth more or less of any moves the share of right answers by a few tenths of a point, on either
 * half of the cases; see README.md.
 */
export const weights = {
  /** Two words count as one edited word from this share of common beginning and ending. */
  leastLikeness: 0.6,
  /** Cost of a word of the quote, or of its context, that is missing, as a share of the word's weight. */
  droppedFromQuote: 0.2,
  droppedFromContext: 0.1,
  /** What a word of context is worth beside a word of the quote. */
  contextWord: 0.75,
  /** Cost of a word put into the quote or its context, and of one put between the two. */
  putIn: 0.1,
  putBeside: 0.1,
  /** What a pair earns on top when the words before it were a pair too. */
  inARow: 0.15,
  /** What standing at the edge of the text earns a quote that stood there before. */
  atEdge: 1,
  /** How much context says about which of several places is meant, and how much the old offset does. */
  context: 0.3,
  nearness: 0.2,
  /** What a place earns on top where all of the context stands as it did. */
  wholeContext: 0.1,
  /**
   * The least evidence at which a passage counts as found, what context and the old offset add to the share of words in
   * common, and how much more is asked of a short quote. From a logistic regression over found and deleted passages.
   */
  leastEvidence: 0.8,
  contextSpeaks: 0.2,
  offsetSpeaks: 0.25,
  shortQuote: 0.68,
  /** From this likeness on an edited quote may have moved away from its context. */
  standsAlone: 0.95,
  /** How much less each further word of context counts, and what a word put into it costs. */
  fade: 0.95,
  putIntoContext: 0.05,
  /** How well a place away from the edge agrees with a quote that stood at the edge of its text. */
  awayFromEdge: 0.3,
}
