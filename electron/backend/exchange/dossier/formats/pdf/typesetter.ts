import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initSync, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import { AppError } from '#shared/util/app-error.ts'
import { inPackages, readFonts } from './fonts.ts'

/** Sets pages with Typst, which runs as WebAssembly: it sees the files it is given and nothing else. */
export interface Typesetter {
  /** At a path that begins with `/`. */
  addFile(path: string, bytes: Uint8Array): void
  /** The PDF of the document at a path. @throws AppError `pdf-failed` */
  pdf(path: string): Uint8Array
}

const engine = join('@myriaddreamin', 'typst-ts-web-compiler', 'pkg', 'typst_ts_web_compiler_bg.wasm')

export async function createTypesetter(): Promise<Typesetter> {
  initSync({ module: readFileSync(inPackages(engine)) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of readFonts()) await builder.add_raw_font(font)
  const compiler = await builder.build()
  return {
    addFile: (path, bytes) => {
      if (path.endsWith('.typ')) compiler.add_source(path, Buffer.from(bytes).toString('utf8'))
      else compiler.map_shadow(path, bytes)
    },
    pdf: (path) => resultOf(() => compiler.compile(path, undefined, 'pdf', fullDiagnostics)),
  }
}

/** Of the forms in which it tells what is wrong, the one with a message each. */
const fullDiagnostics = 2

function resultOf(compile: () => { result?: Uint8Array; diagnostics?: { message?: string }[] }): Uint8Array {
  let why = 'it gave no pages'
  try {
    const { result, diagnostics } = compile()
    if (result !== undefined) return result
    why = diagnostics?.[0]?.message ?? JSON.stringify(diagnostics ?? why)
  } catch (error) {
    why = error instanceof Error ? error.message : String(error)
  }
  throw new AppError('pdf-failed', `The PDF cannot be made: ${why}`, 'Export it as a document of Word.')
}
