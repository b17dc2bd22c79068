import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A secret that cannot be used, with what to do about it. */
class SecretError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SecretError'
  }
}

const bytes = 32

/**
 * The secret in `path`, made at random on first use and readable by its owner alone. Rejects with a SecretError when
 * others can read it, when it is too short, or when it is a value that people publish.
 */
export async function readSecret(path: string): Promise<Uint8Array> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await create(path)
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) throw new SecretError(`Others can read ${path}. Close it with: chmod 600 ${path}`)
  return decode(await readFile(path, 'utf8'), path)
}

/** The first process wins; the others read what it wrote. */
async function create(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null
    throw error
  })
  if (!file) return
  await file.writeFile(`${randomBytes(bytes).toString('base64url')}\n`)
  await file.sync()
  await file.close()
}

function decode(text: string, path: string): Uint8Array {
  const secret = Buffer.from(text.trim(), 'base64url')
  if (secret.length < bytes)
    throw new SecretError(`${path} holds less than ${bytes} bytes. Delete it to get a new secret.`)
  if (isGuessable(secret))
    throw new SecretError(`${path} holds a value that is easy to guess. Delete it to get a new secret.`)
  return secret
}

/** Random bytes are never printable text and never this uniform; passwords, examples and fillers are. */
function isGuessable(secret: Buffer): boolean {
  return new Set(secret).size < 12 || secret.every((byte) => byte >= 0x20 && byte < 0x7f)
}
