/** The list of hits, for the field in the top bar to lead into. */
export const resultsId = 'search-results'
