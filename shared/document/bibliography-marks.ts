/** What the sources stand between in the Markdown of a dossier that says where they are to be: nothing that a reader would show. */
export const bibliographyMarks = { begin: '<!-- bibliography -->', end: '<!-- /bibliography -->' }
