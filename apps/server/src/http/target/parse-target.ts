/** Where a request wants to go, read from its request line alone. Paths stay raw: decoding comes after splitting. */
export type Target =
  | { kind: 'api'; canonical: string; branch: string | null; path: string; query: string }
  /** The editor's own API below `/api:meta`. */
  | { kind: 'meta'; path: string; query: string }
  /** A stored file; the path is whole, as storing it gave it. */
  | { kind: 'vault'; path: string; query: string }
  | { kind: 'page'; path: string; query: string }

const apiPrefix = '/api:'

/**
 * Reads `/api:<canonical>[:<branch>]/<path>?<query>`. The query never takes part in finding the way, and nothing is
 * decoded or normalised here: `/api%3Ameta` is a page that does not exist, not the editor's API.
 */
export function parseTarget(url: string): Target {
  const target = url.startsWith('/') ? url : withoutOrigin(url)
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  const query = mark === -1 ? '' : target.slice(mark + 1)
  if (path.startsWith('/vault/')) return { kind: 'vault', path, query }
  if (!path.startsWith(apiPrefix)) return { kind: 'page', path, query }

  const slash = path.indexOf('/', apiPrefix.length)
  const name = slash === -1 ? path.slice(apiPrefix.length) : path.slice(apiPrefix.length, slash)
  const rest = slash === -1 ? '' : path.slice(slash + 1)
  if (name === 'meta') return { kind: 'meta', path: rest, query }

  const colon = name.indexOf(':')
  if (colon === -1) return { kind: 'api', canonical: name, branch: null, path: rest, query }
  return { kind: 'api', canonical: name.slice(0, colon), branch: name.slice(colon + 1), path: rest, query }
}

/** The absolute form `http://host/path` that proxies send; anything else without a leading slash is no path of ours. */
function withoutOrigin(url: string): string {
  const origin = /^https?:\/\/[^/?#]*/i.exec(url)
  if (!origin) return ''
  const rest = url.slice(origin[0].length)
  return rest.startsWith('/') ? rest : `/${rest}`
}
