const articleFile =
  /\.(?:html?|xhtml|xht|shtml|mhtml?|mht|txt|text|md|markdown|mdown|pdf|docx|epub|eml|rtf|doc|odt|pages)$/i
const hidden = /(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/)/

/** Whether a file of a folder is taken for an article, by its name. What we cannot read is among them, to be said so. */
export const isArticleFile = (name: string) => articleFile.test(name)

/** Whether a path leads into a hidden file or folder, or what an archive keeps for another system. */
export const isHiddenFile = (path: string) => hidden.test(path)
