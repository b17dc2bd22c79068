import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from '../http/handle-request.ts'
import { servePages } from '../http/pages/serve-pages.ts'

/** The editor's static build in `folder`; says how to make it where there is none. */
export function editorPages(folder: string): Handler {
  const hashes = join(folder, 'csp.json')
  if (!existsSync(hashes)) return notBuilt
  const { scripts } = JSON.parse(readFileSync(hashes, 'utf8')) as { scripts: Record<string, string[]> }
  return servePages(folder, (file) => policy(scripts[file] ?? []))
}

/** Scripts are our files and the inline ones that the build wrote; nothing else runs, and no other site frames us. */
function policy(scriptHashes: string[]): string {
  const hashes = scriptHashes.map((hash) => ` '${hash}'`).join('')
  return [
    "default-src 'self'",
    `script-src 'self'${hashes}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const notBuilt: Handler = (_incoming, outgoing) => {
  const body = 'The editor is not built. Run: npm run setup\n'
  outgoing.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(body) })
  outgoing.end(body)
}
