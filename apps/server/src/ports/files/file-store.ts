import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { FileResource, StackError, type ClockPort, type FilesPort, type StoredFile } from '@cairn/statements'
import { safeFileName } from './file-name.ts'
import { createFileId, formatPath, isWorkspaceId, parsePath, type FilePath } from './file-path.ts'
import { createUrlSigner } from './url-signature.ts'

export interface FileStoreOptions {
  /** Holds a folder for each workspace. */
  directory: string
  /** Letters, digits, `-` and `_`. */
  workspace: string
  secret: Uint8Array
  clock: Pick<ClockPort, 'now'>
}

export interface FileStore extends Pick<FilesPort, 'store' | 'read' | 'stream' | 'delete'> {
  /** The path with a signature that opens it for `ttl` seconds. Rejects with StackError `file_not_found`. */
  sign(path: string, ttl: number): Promise<string>
  /** Whether a request for this path may have the file: any for a public one, a signed one in time for a private one. */
  allows(path: string, query: URLSearchParams): boolean
  /** Opens a file to send it on. The caller closes it. Rejects with StackError `file_not_found`. */
  open(path: string): Promise<OpenFile>
}

export interface OpenFile {
  mime: string
  access: 'public' | 'private'
  size: number
  content: FileHandle
}

/** What is kept beside the content. */
interface Description {
  name: string
  mime: string
}

const longestTtl = 10 * 365 * 24 * 60 * 60

/** Removes a workspace's folder. Throws a RangeError for a bad id. */
export async function removeFiles(directory: string, workspace: string): Promise<void> {
  checkWorkspaceId(workspace)
  await rm(join(directory, workspace), { recursive: true, force: true })
}

function checkWorkspaceId(workspace: string): void {
  if (!isWorkspaceId(workspace)) throw new RangeError(`"${workspace}" is no id for a folder of files.`)
}

/** Files on the local disk. Nothing a caller says takes part in a name on the disk. Throws a RangeError for a bad id. */
export function createFileStore({ directory, workspace, secret, clock }: FileStoreOptions): FileStore {
  checkWorkspaceId(workspace)
  const signer = createUrlSigner(secret, workspace)
  const placeOf = ({ access, id }: FilePath) => join(directory, workspace, access, id.slice(0, 2), id)

  const find = (path: string): FilePath => {
    const parsed = parsePath(path)
    if (parsed === null || parsed.workspace !== workspace) throw fileNotFound()
    return parsed
  }

  const describe = async (parsed: FilePath): Promise<Description> => {
    const text = await readFile(`${placeOf(parsed)}.json`, 'utf8').catch(throwNotFound)
    const description = JSON.parse(text) as Description
    if (description.name !== parsed.name) throw fileNotFound()
    return description
  }

  const open = async (path: string): Promise<OpenFile> => {
    const parsed = find(path)
    const { mime } = await describe(parsed)
    const content = await openPlain(placeOf(parsed))
    const { size } = await content.stat()
    return { mime, access: parsed.access, size, content }
  }

  return {
    async store(file, access) {
      const description: Description = { name: safeFileName(file.name), mime: safeMime(file.mime) }
      const parsed: FilePath = { workspace, access, id: createFileId(), name: description.name }
      const place = placeOf(parsed)
      await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
      await write(place, file.data)
      await write(`${place}.json`, JSON.stringify(description))
      return describeStored(formatPath(parsed), description, file.size, access)
    },
    async read(path) {
      const parsed = find(path)
      const { name, mime } = await describe(parsed)
      const content = await openPlain(placeOf(parsed))
      try {
        return new FileResource(name, mime, await content.readFile())
      } finally {
        await content.close()
      }
    },
    open,
    async *stream(path) {
      const { content } = await open(path)
      // Closes the file, also when it is left early.
      yield* content.createReadStream() as AsyncIterable<Buffer>
    },
    async delete(path) {
      const parsed = find(path)
      await describe(parsed)
      await rm(`${placeOf(parsed)}.json`, { force: true })
      await rm(placeOf(parsed), { force: true })
    },
    async sign(path, ttl) {
      await describe(find(path))
      return signer.sign(path, Math.floor(clock.now() / 1000) + checkTtl(ttl))
    },
    allows(path, query) {
      const parsed = parsePath(path)
      if (parsed === null || parsed.workspace !== workspace) return false
      if (parsed.access === 'public') return true
      const expires = Number(query.get('expires'))
      return expires * 1000 > clock.now() && signer.matches(path, expires, query.get('signature') ?? '')
    },
  }
}

/** A link that somebody put into the folder is not followed. */
async function openPlain(place: string): Promise<FileHandle> {
  return open(place, constants.O_RDONLY | constants.O_NOFOLLOW).catch(throwNotFound)
}

/** Whole or not at all: a reader never meets half a file. */
async function write(place: string, content: Uint8Array | string): Promise<void> {
  const draft = `${place}.draft`
  await writeFile(draft, content, { flag: 'wx', mode: 0o600 })
  await rename(draft, place)
}

function describeStored(
  path: string,
  { name, mime }: Description,
  size: number,
  access: StoredFile['access'],
): StoredFile {
  return { path, name, mime, size, access, meta: {} }
}

function safeMime(mime: string): string {
  return /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(mime) ? mime.toLowerCase() : 'application/octet-stream'
}

function checkTtl(ttl: number): number {
  if (Number.isSafeInteger(ttl) && ttl > 0 && ttl <= longestTtl) return ttl
  throw new StackError(
    'inputerror',
    'invalid_argument',
    `ttl must be a whole number of seconds from 1 to ${longestTtl}.`,
  )
}

function throwNotFound(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT' || error.code === 'ELOOP' ? fileNotFound() : error
}

function fileNotFound(): StackError {
  return new StackError('notfound', 'file_not_found', 'There is no such file.', {
    hint: 'Use the path that storing the file returned.',
  })
}
