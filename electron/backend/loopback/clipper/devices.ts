import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { ClipperDevice } from '#shared/domain/clipper.ts'
import { idSchema } from '#shared/domain/common.ts'

/** The browsers that may clip, and whether any may: files of this machine's user, the same for all of its notebooks. */
export interface Devices {
  isEnabled(): boolean
  setEnabled(enabled: boolean): void
  list(): ClipperDevice[]
  /** A new device with the only copy of its token: 256 random bits in base64url. */
  add(name: string, origin: string): { id: string; token: string }
  /** The device of this token, if it comes from the extension that was paired; notes that it was used. */
  find(token: string, origin: string): ClipperDevice | null
  /** Shows that this side knows the device: see `Hello` of the protocol. Null for an unknown one. */
  prove(id: string, nonce: string): string | null
  remove(id: string): void
}

const fileSchema = z.object({
  id: idSchema,
  name: z.string(),
  origin: z.string(),
  pairedAt: z.string(),
  tokenSha256: z.string().regex(/^[0-9a-f]{64}$/),
})
type DeviceFile = z.infer<typeof fileSchema>

/** How exactly the last use is noted, in milliseconds: not every request writes to the disk. */
const usedWithinMs = 60_000

/**
 * One file a device, which holds the SHA-256 of its token: to revoke is to remove the file, and no other process that
 * writes at the same time can bring it back. The time of the file is that of the last use.
 */
export function openDevices(folder: string): Devices {
  const devices = join(folder, 'clipper-devices')
  const switchPath = join(folder, 'clipper-enabled')
  const pathOf = (id: string) => join(devices, `${id}.json`)

  function read(id: string): DeviceFile | null {
    if (!idSchema.safeParse(id).success) return null
    try {
      return fileSchema.parse(JSON.parse(readFileSync(pathOf(id), 'utf8')))
    } catch {
      return null
    }
  }

  function readAll(): DeviceFile[] {
    if (!existsSync(devices)) return []
    return readdirSync(devices).flatMap((name) => read(name.replace(/\.json$/, '')) ?? [])
  }

  const usedAt = (id: string) => statSync(pathOf(id), { throwIfNoEntry: false })?.mtime ?? new Date(0)
  const shown = ({ id, name, origin, pairedAt }: DeviceFile): ClipperDevice => ({
    id,
    name,
    origin,
    pairedAt,
    usedAt: usedAt(id).toISOString(),
  })

  return {
    isEnabled: () => existsSync(switchPath),
    setEnabled(enabled) {
      if (!enabled) return rmSync(switchPath, { force: true })
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(switchPath, '')
    },
    list: () =>
      readAll()
        .map(shown)
        .sort((one, other) => one.pairedAt.localeCompare(other.pairedAt)),
    add(name, origin) {
      const token = randomBytes(32).toString('base64url')
      const device = {
        id: uuidv7(),
        name,
        origin,
        pairedAt: new Date().toISOString(),
        tokenSha256: hex(digest(token)),
      }
      mkdirSync(devices, { recursive: true, mode: 0o700 })
      const unfinished = join(devices, `${device.id}.new`)
      writeFileSync(unfinished, JSON.stringify(device), { mode: 0o600, flag: 'wx' })
      renameSync(unfinished, pathOf(device.id))
      return { id: device.id, token }
    },
    find(token, origin) {
      const given = digest(token)
      const device = readAll().find(
        (one) => timingSafeEqual(Buffer.from(one.tokenSha256, 'hex'), given) && one.origin === origin,
      )
      if (device === undefined) return null
      noteUse(pathOf(device.id))
      return shown(device)
    },
    prove(id, nonce) {
      const device = read(id)
      if (device === null) return null
      return createHmac('sha256', Buffer.from(device.tokenSha256, 'hex')).update(nonce).digest('hex')
    },
    remove: (id) => {
      if (idSchema.safeParse(id).success) rmSync(pathOf(id), { force: true })
    },
  }
}

/** Sets the file's time; one that was removed meanwhile stays removed. */
function noteUse(path: string): void {
  try {
    const now = new Date()
    if (now.getTime() - statSync(path).mtimeMs > usedWithinMs) utimesSync(path, now, now)
  } catch {
    // Revoked at this very moment, or a folder that cannot be written to: the use is not noted.
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex')
}
