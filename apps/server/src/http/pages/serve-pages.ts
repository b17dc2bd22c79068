import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { chooseEncoding } from '../answer/compress.ts'
import type { Handler } from '../handle-request.ts'
import { parseTarget } from '../target/parse-target.ts'

interface Page {
  type: string
  body: Buffer
  /** Content-Security-Policy. */
  policy: string
  /** Whether its name changes with its content. */
  lasting: boolean
  /** As the build compressed it; null where it did not. */
  brotli: Buffer | null
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const safety = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
].flat()

/**
 * Serves a static build that is read once, here, with the `.br` files beside its own: a request can only name a page of that list, so no path of a request
 * ever reaches the disk. A page without ending is its `.html`; `policyOf` gives the Content-Security-Policy of a
 * file, named relative to the folder.
 */
export function servePages(folder: string, policyOf: (file: string) => string): Handler {
  const pages = readPages(folder, policyOf)
  return (incoming, outgoing) => {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      outgoing.writeHead(405, ['Allow', 'GET, HEAD', 'Content-Length', '0', ...safety]).end()
      return
    }
    const found = pages.get(parseTarget(incoming.url ?? '/').path)
    const page = found ?? pages.get('/404') ?? missing(policyOf(''))
    const accepted = chooseEncoding(incoming.headers['accept-encoding'], page.type, page.body.length)
    const compressed = accepted === 'br' ? page.brotli : null
    const body = compressed ?? page.body
    const head = [
      'Content-Type',
      page.type,
      'Content-Length',
      String(body.length),
      'Vary',
      'Accept-Encoding',
      ...safety,
    ]
    head.push('Content-Security-Policy', page.policy)
    head.push('Cache-Control', page.lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (compressed !== null) head.push('Content-Encoding', 'br')
    outgoing.writeHead(found ? 200 : 404, head).end(body)
  }
}

function missing(policy: string): Page {
  const body = Buffer.from('There is no such page.\n')
  return { type: 'text/plain; charset=utf-8', body, policy, lasting: false, brotli: null }
}

/** Every address of the build: files by name, pages also without `.html`, an `index.html` as its folder. */
function readPages(folder: string, policyOf: (file: string) => string): Map<string, Page> {
  const pages = new Map<string, Page>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name.endsWith('.br')) continue
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(folder.length).replaceAll(sep, '/')
    const address = path.startsWith('/') ? path : `/${path}`
    const type = types[extname(file)] ?? 'application/octet-stream'
    const policy = policyOf(address.slice(1))
    const lasting = address.startsWith('/_next/static/')
    const brotli = existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : null
    const page = { type, body: readFileSync(file), policy, lasting, brotli }
    for (const name of addresses(address)) pages.set(name, page)
  }
  return pages
}

function addresses(file: string): string[] {
  if (file.endsWith('/index.html')) return [file, file.slice(0, -'index.html'.length)]
  return file.endsWith('.html') ? [file, file.slice(0, -'.html'.length)] : [file]
}
