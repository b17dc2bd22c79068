import { readWorkspace } from '@cairn/language'
import { createWorkspaceStore, type RequestBatch, type WorkspaceStore } from '@cairn/workspace'
import pg from 'pg'

/** Requests in the history, over a day. */
const REQUESTS = 1_000_000
const BATCHES = 1_000
const HOUR = 3600_000
const DAY = 24 * HOUR
const LOOKS = 5

/** How long something about the history takes, in milliseconds, and how long it may. */
export interface Look {
  name: string
  ms: number
  bar: number
}

/** The history of a server, looked at through the editor's API. */
export interface FilledHistory {
  /** Each thing that can be asked, five times: the median. */
  looks(): Promise<Look[]>
  /** What the history page asks every two seconds while it is live; of the figures a fifth as often. */
  page(): Promise<void>
  /** Drops all but the last so many hours, as the server does every ten minutes with what is too old. */
  expire(hours: number): Promise<Look>
  close(): Promise<void>
}

type Post = (path: string, body: unknown) => Promise<unknown>

/** Puts a million requests of the last day into the history of the server at `origin`, whose database is at `url`. */
export async function fillHistory(url: string, origin: string, setupLink: string): Promise<FilledHistory> {
  const store = createWorkspaceStore({
    url,
    keys: { installation: new Uint8Array(32) },
    clock: { now: () => new Date() },
    read: readWorkspace,
  })
  const from = Date.now() - DAY
  const workspace = await fill(store, url, from)
  const post = await signedIn(origin, setupLink)
  const filter = { from: new Date(from).toISOString() }
  const list = (more: object) =>
    post('/requests', { workspace, filter: { ...filter, ...more }, limit: 100, after: null })
  const figures = () => post('/requests/figures', { workspace, filter, slots: 48 })
  let pages = 0
  return {
    async looks() {
      return [
        await timed('the newest 100', 500, () => list({})),
        await timed('the newest 100 errors', 500, () => list({ answer: 'error' })),
        await timed('a search that finds few', 3_000, () => list({ text: 'items/777777' })),
        await timed('a search that finds nothing', 3_000, () => list({ text: 'nothing like it' })),
        await timed('figures and charts', 2_000, figures),
        await timed('10,000 as CSV', 2_000, () => post('/requests/csv', { workspace, filter })),
      ]
    },
    async page() {
      const asksFigures = pages++ % 5 === 0
      await Promise.all([list({}), ...(asksFigures ? [figures()] : [])])
    },
    async expire(hours) {
      const start = performance.now()
      const retention = { days: hours / 24, bytes: Number.MAX_SAFE_INTEGER }
      const { dropped } = await store.requests.expire(retention, Date.now())
      if (dropped < 3) throw new Error(`Only ${dropped} hours were dropped.`)
      return { name: `expiry of ${dropped} hours`, ms: Math.round(performance.now() - start), bar: 2_000 }
    },
    close: () => store.close(),
  }
}

/** Answers the workspace whose history it is. */
async function fill(store: WorkspaceStore, url: string, from: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: number }>('SELECT id FROM cairn.workspace')
    const [workspace] = rows
    if (workspace === undefined) throw new Error('The server has no workspace.')
    // The store makes the hours that what is put in below lies in.
    for (let at = from; at <= from + DAY; at += HOUR) await store.requests.add(emptyBatch(workspace.id, at), [])
    await client.query(
      `INSERT INTO cairn.request_batch
         (workspace_id, at, id, errors, recorded, slowest, kinds, kind, after, status, us, size, path, user_id, details)
       SELECT $1, to_timestamp($2::float8 / 1000) + s * interval '86 seconds', gen_random_uuid(), 20, 0, 33,
         '[{"branch": "v1", "datasource": "live", "group": "bench", "route": "items/{id}", "method": "GET"}]',
         array_agg(0), array_agg(n * 50), array_agg(CASE WHEN n % 50 = 0 THEN 500 ELSE 200 END), array_agg(n % 97 * 333),
         array_agg(120), array_agg('items/' || s * 1000 + n), array_agg((n % 90)::text), '{}'
       FROM generate_series(0, ${BATCHES - 1}) s, generate_series(1, ${REQUESTS / BATCHES}) n GROUP BY s`,
      [workspace.id, from],
    )
    await client.query('ANALYZE cairn.request_batch')
    return workspace.id
  } finally {
    await client.end()
  }
}

const emptyBatch = (workspaceId: number, at: number): RequestBatch => ({
  workspaceId,
  id: crypto.randomUUID(),
  at,
  errors: 0,
  slowest: 0,
  kinds: [],
  length: 0,
  numbers: new Int32Array(),
  paths: new Map(),
  userIds: new Map(),
  details: {},
})

async function signedIn(origin: string, setupLink: string): Promise<Post> {
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${origin}/api:meta${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const code = new URL(setupLink).hash.slice(1)
  const password = 'four quiet words here'
  const setup = await send('/setup', { code, email: 'bench@example.com', name: 'Bench', password })
  const cookie = setup.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  return async (path, body) => {
    const response = await send(path, body, { cookie })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
    return JSON.parse(text) as unknown
  }
}

async function timed(name: string, bar: number, work: () => Promise<unknown>): Promise<Look> {
  const took: number[] = []
  for (let look = 0; look < LOOKS; look++) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  return { name, ms: Math.round(took.toSorted((a, b) => a - b)[LOOKS >> 1] ?? 0), bar }
}
