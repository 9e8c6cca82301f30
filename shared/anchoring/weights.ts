/**
 * Every weight and threshold of approximate anchoring, in one place. They were set on half of a set of real edits
 * (English, German, Spanish) and checked on the other half; see README.md.
 */
export const weights = {
  /** Two words count as one edited word from this share of common beginning and ending. */
  leastLikeness: 0.6,
  /** Cost of a word of the quote, or of its context, that is missing, as a share of the word's weight. */
  droppedFromQuote: 0.3,
  droppedFromContext: 0.1,
  /** What a word of context is worth beside a word of the quote. */
  contextWord: 0.75,
  /** Cost of a word put into the quote or its context, and of one put between the two. */
  putIn: 0.1,
  putBeside: 0.1,
  /** What a pair earns on top when the words before it were a pair too. */
  inARow: 0.15,
  /** What standing at the edge of the text earns a quote that stood there before. */
  atEdge: 0.5,
  /** How much context says about which of several places is meant, and how much the old offset does. */
  context: 0.3,
  nearness: 0.06,
  /** The least likeness at which a passage counts as found, and how much more is asked of a short quote. */
  leastScore: 0.5,
  shortQuote: 0.3,
  /** From this likeness on an edited quote may have moved away from its context. */
  standsAlone: 0.9,
}
