/** What pdf.js would draw with. It asks for these when it is loaded, and complains if they are missing. */
class NoCanvas {
  constructor() {
    throw new Error('PDFs are read here and not drawn: there is no canvas.')
  }
}

module.exports = { DOMMatrix: NoCanvas, Path2D: NoCanvas }
