import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fuseWire } from './electron-dist.ts'

/** What electron-builder itself writes resources with. */
const resedit: typeof import('resedit') = createRequire(
  createRequire(import.meta.url).resolve('app-builder-lib/package.json'),
)('resedit')

const alignment = 512
const headSize = 512
const optionalHeadSize = 240

/** Makes a folder like `makeElectronDist` of a Linux one, with a program in the form of Windows in its place. */
export function makeWinDist(folder: string, linux: string): void {
  cpSync(linux, folder, { recursive: true })
  rmSync(join(folder, 'electron'))
  writeFileSync(join(folder, 'electron.exe'), withVersion(makeProgram(fuseWire())))
}

/** As Electron's program has it, for the packager to change. */
function withVersion(program: Buffer): Buffer {
  const executable = resedit.NtExecutable.from(program)
  const resources = resedit.NtExecutableResource.from(executable)
  const version = resedit.Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}

/**
 * The smallest program for 64 bits that tools for resources take: heads, and one section with data.
 * Source: the Portable Executable format, PE32+.
 */
function makeProgram(data: Buffer): Buffer {
  const size = Math.ceil(data.length / alignment) * alignment
  const file = Buffer.alloc(headSize + size)
  file.write('MZ', 0, 'latin1')
  file.writeUInt32LE(64, 60)
  file.write('PE\0\0', 64, 'latin1')
  const coff = 68
  file.writeUInt16LE(0x8664, coff)
  file.writeUInt16LE(1, coff + 2)
  file.writeUInt16LE(optionalHeadSize, coff + 16)
  file.writeUInt16LE(0x22, coff + 18)
  const optional = coff + 20
  file.writeUInt16LE(0x20b, optional)
  file.writeUInt32LE(0x1000, optional + 32)
  file.writeUInt32LE(alignment, optional + 36)
  file.writeUInt32LE(0x3000, optional + 56)
  file.writeUInt32LE(headSize, optional + 60)
  file.writeUInt16LE(3, optional + 68)
  file.writeUInt32LE(16, optional + 108)
  const section = optional + optionalHeadSize
  file.write('.data', section, 'latin1')
  file.writeUInt32LE(data.length, section + 8)
  file.writeUInt32LE(0x1000, section + 12)
  file.writeUInt32LE(size, section + 16)
  file.writeUInt32LE(headSize, section + 20)
  file.writeUInt32LE(0xc0000040, section + 36)
  data.copy(file, headSize)
  return file
}
