import { pipeline } from 'node:stream/promises'
import { StackError } from '@cairn/statements'
import { parsePath } from '../../ports/files/file-path.ts'
import type { FileStore, OpenFile } from '../../ports/files/file-store.ts'
import { HttpError } from '../error/http-error.ts'
import type { Handler } from '../handle-request.ts'
import { parseTarget } from '../target/parse-target.ts'
import { answerTo } from './answer-to.ts'

/** Kinds that a browser shows and that cannot hold a script. All others are downloads: HTML, SVG, XML, PDF. */
const shown = /^(image\/(jpeg|png|gif|webp|avif)|(audio|video)\/[\w.+-]+)$/

/** An uploaded file comes from the origin of the editor: whatever it holds, it must not run there. */
const safety = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "default-src 'none'; sandbox"],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Access-Control-Allow-Origin', '*'],
].flat()

/** Serves stored files at the path that storing them gave: public ones to all, private ones with a signature in time. */
export function serveVault(filesOf: (workspace: string) => FileStore): Handler {
  return async (incoming, outgoing) => {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      throw new HttpError(405, 'ERROR_CODE_BAD_REQUEST', 'Stored files can only be read.')
    }
    const { path, query } = parseTarget(incoming.url ?? '/') as { path: string; query: string }
    const parsed = parsePath(path)
    if (parsed === null) throw noSuchFile()
    const store = filesOf(parsed.workspace)
    if (!store.allows(path, new URLSearchParams(query))) throw unsigned()
    const file = await store.open(path)
    const { status, headers, part } = answerTo(incoming.headers, file.size, parsed.id)
    outgoing.writeHead(status, [...head(file), ...headers])
    if (incoming.method === 'HEAD' || part === null) {
      await file.content.close()
      outgoing.end()
      return
    }
    // Closes the file also when the client leaves half-way, which is no error of anybody's.
    await pipeline(file.content.createReadStream(part), outgoing).catch(() => outgoing.destroy())
  }
}

function head({ mime, access }: OpenFile): string[] {
  const disposition = shown.test(mime) ? 'inline' : 'attachment'
  const cache = access === 'public' ? 'public, max-age=300' : 'private, no-store'
  return [['Content-Type', mime], ['Content-Disposition', disposition], ['Cache-Control', cache], safety].flat()
}

function noSuchFile(): StackError {
  return new StackError('notfound', 'file_not_found', 'There is no such file.', { payload: '' })
}

/** Also for files that do not exist: without a signature nobody learns which private files do. */
function unsigned(): HttpError {
  return new HttpError(403, 'ERROR_CODE_ACCESS_DENIED', 'This file needs a signed address that has not expired.')
}
