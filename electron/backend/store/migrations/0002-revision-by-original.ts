/** An import asks of every file whether its very bytes are there already: that must not read the notebook each time. */
export const revisionByOriginal = `
CREATE INDEX revision_by_original ON revision (sha256);
`
