/** What is measured over HTTP: the same requests to Cairn and to the hand-written server. */
export interface Scenario {
  name: string
  /** Cairn's ratio must reach this: requests a second or processor time per request, whichever is worse. */
  bar: number
  connections: number
  requests(target: Target): string[]
}

export interface Target {
  /** Path in front of every route: `/api:bench` or nothing. */
  prefix: string
  token: string
}

const get = (target: Target, path: string, headers = '') =>
  `GET ${target.prefix}${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`

const post = (target: Target, path: string, body: unknown) => {
  const text = JSON.stringify(body)
  return `POST ${target.prefix}${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

/** 500 ids spread over the 10,000 rows. */
const ids = Array.from({ length: 500 }, (_, index) => ((index * 7919) % 10_000) + 1)

export const scenarios: readonly Scenario[] = [
  { name: 'static', bar: 0.9, connections: 32, requests: (target) => [get(target, '/static')] },
  {
    name: 'get by id',
    bar: 1.15,
    connections: 32,
    requests: (target) => ids.map((id) => get(target, `/items/${id}`)),
  },
  {
    name: 'authenticated get by id',
    bar: 5,
    connections: 32,
    requests: (target) =>
      ids.map((id) => get(target, `/private/items/${id}`, `Authorization: Bearer ${target.token}\r\n`)),
  },
  {
    name: 'list 25 of 10,000',
    bar: 1,
    connections: 32,
    requests: (target) => ids.map((id) => get(target, `/items?category=c${id % 10}&page=${(id % 40) + 1}`)),
  },
  {
    name: 'insert',
    bar: 1,
    connections: 32,
    requests: (target) =>
      ids.map((id) =>
        post(target, '/items', { name: `New ${id}`, category: `c${id % 10}`, price: id / 100, stock: id % 50 }),
      ),
  },
  {
    name: 'login',
    bar: 0.9,
    // One password takes a quarter of a second of a processor: more clients would only queue.
    connections: 2,
    requests: (target) => [post(target, '/login', { email: 'admin@example.com', password: 'Secret123' })],
  },
  { name: 'loop of 100,000', bar: 0.7, connections: 8, requests: (target) => [get(target, '/loop')] },
  { name: 'array pipeline of 2,000', bar: 0.5, connections: 8, requests: (target) => [get(target, '/pipeline')] },
  {
    name: '50 statements',
    bar: 0.9,
    connections: 32,
    requests: (target) => ids.map((id) => get(target, `/steps?n=${id}`)),
  },
]
