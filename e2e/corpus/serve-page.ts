import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ServedPage {
  url: string
  stop(): Promise<void>
}

/** Serves one HTML file, each `placeholder` replaced by its value, from an origin of its own. */
export async function servePage(file: string, replaced: Record<string, string>): Promise<ServedPage> {
  let html = await readFile(file, 'utf8')
  for (const [placeholder, value] of Object.entries(replaced)) {
    if (!html.includes(placeholder)) throw new Error(`${file} has no ${placeholder}.`)
    html = html.replaceAll(placeholder, value)
  }
  const server = createServer((request, response) => {
    const found = request.url === '/'
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(found ? html : '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
