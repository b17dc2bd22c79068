/**
 * What a careful programmer writes by hand for the same API: Fastify with response schemas, pg with named statements,
 * jose for the same kind of token. Prints `{"ready":true,"port"}`.
 */
import { randomBytes, scrypt as scryptCallback, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import Fastify from 'fastify'
import { EncryptJWT, jwtDecrypt } from 'jose'
import pg from 'pg'
import { arrayPipeline, fiftySteps, sumLoop } from './handwritten.ts'

const scryptWith = promisify(scryptCallback) as (
  password: string,
  salt: Buffer,
  length: number,
  cost: ScryptOptions,
) => Promise<Buffer>
/** The cost that OWASP asks for, which Cairn pays too. */
const passwordCost = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const scrypt = (password: string, salt: Buffer) => scryptWith(password, salt, 32, passwordCost)
pg.types.setTypeParser(20, Number)
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const key = randomBytes(32)
const app = Fastify()

const itemSchema = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    created_at: { type: 'number' },
    name: { type: 'string' },
    category: { type: 'string' },
    price: { type: 'number' },
    stock: { type: 'integer' },
    active: { type: 'boolean' },
  },
} as const
const columns = 'id, created_at, name, category, price, stock, active'
const idParams = { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] } as const

async function findItem(id: number): Promise<unknown> {
  const found = await pool.query({ name: 'item', text: `select ${columns} from item where id = $1`, values: [id] })
  return found.rows[0]
}

app.get(
  '/static',
  {
    schema: {
      response: { 200: { type: 'object', properties: { ok: { type: 'boolean' }, message: { type: 'string' } } } },
    },
  },
  async () => ({ ok: true, message: 'hello' }),
)

app.get<{ Params: { id: number } }>(
  '/items/:id',
  { schema: { params: idParams, response: { 200: itemSchema } } },
  async (request, reply) => {
    const item = await findItem(request.params.id)
    return item ?? reply.code(404).send({ code: 'not_found' })
  },
)

app.get<{ Params: { id: number } }>(
  '/private/items/:id',
  { schema: { params: idParams, response: { 200: itemSchema } } },
  async (request, reply) => {
    const token = request.headers.authorization?.slice(7)
    if (token === undefined) return reply.code(401).send({ code: 'unauthorized' })
    const { payload } = await jwtDecrypt(token, key, {
      keyManagementAlgorithms: ['A256KW'],
      contentEncryptionAlgorithms: ['A256CBC-HS512'],
    })
    if (payload['role'] !== 'admin') return reply.code(403).send({ code: 'forbidden' })
    const item = await findItem(request.params.id)
    return item ?? reply.code(404).send({ code: 'not_found' })
  },
)

app.get<{ Querystring: { category: string; page: number } }>(
  '/items',
  {
    schema: {
      querystring: {
        type: 'object',
        properties: { category: { type: 'string' }, page: { type: 'integer', default: 1 } },
        required: ['category'],
      },
      response: {
        200: {
          type: 'object',
          properties: {
            total: { type: 'integer' },
            page: { type: 'integer' },
            items: { type: 'array', items: itemSchema },
          },
        },
      },
    },
  },
  async (request) => {
    const { category, page } = request.query
    const [rows, total] = await Promise.all([
      pool.query({
        name: 'items',
        text: `select ${columns} from item where category = $1 order by price desc limit 25 offset $2`,
        values: [category, (page - 1) * 25],
      }),
      pool.query({
        name: 'items_total',
        text: 'select count(*) as total from item where category = $1',
        values: [category],
      }),
    ])
    return { total: total.rows[0].total, page, items: rows.rows }
  },
)

app.post<{ Body: { name: string; category: string; price: number; stock: number } }>(
  '/items',
  {
    schema: {
      body: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          category: { type: 'string' },
          price: { type: 'number' },
          stock: { type: 'integer' },
        },
        required: ['name', 'category', 'price', 'stock'],
      },
      response: { 200: itemSchema },
    },
  },
  async (request) => {
    const { name, category, price, stock } = request.body
    const added = await pool.query({
      name: 'add',
      text: `insert into item_added (created_at, name, category, price, stock, active) values ($1, $2, $3, $4, $5, true) returning ${columns}`,
      values: [Date.now(), name, category, price, stock],
    })
    return added.rows[0]
  },
)

app.post<{ Body: { email: string; password: string } }>(
  '/login',
  {
    schema: {
      body: {
        type: 'object',
        properties: { email: { type: 'string' }, password: { type: 'string' } },
        required: ['email', 'password'],
      },
    },
  },
  async (request, reply) => {
    const found = await pool.query({
      name: 'login',
      text: 'select id, role, salt, hash from member where email = $1',
      values: [request.body.email],
    })
    const user = found.rows[0] as { id: number; role: string; salt: Buffer; hash: Buffer } | undefined
    if (user === undefined) return reply.code(403).send({ code: 'forbidden' })
    const hash = await scrypt(request.body.password, user.salt)
    if (!timingSafeEqual(hash, user.hash)) return reply.code(403).send({ code: 'forbidden' })
    const token = await new EncryptJWT({ role: user.role })
      .setProtectedHeader({ alg: 'A256KW', enc: 'A256CBC-HS512' })
      .setSubject(String(user.id))
      .setIssuedAt()
      .setExpirationTime('1d')
      .encrypt(key)
    return { authToken: token }
  },
)

app.get('/loop', async () => ({ sum: sumLoop(100_000) }))
app.get('/pipeline', async () => ({ total: arrayPipeline(2_000) }))
app.get<{ Querystring: { n: number } }>(
  '/steps',
  { schema: { querystring: { type: 'object', properties: { n: { type: 'integer' } } } } },
  async (request) => fiftySteps(request.query.n),
)

await seed()
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
console.log(JSON.stringify({ ready: true, port: typeof address === 'object' ? address?.port : 0 }))
process.on('SIGTERM', () => void app.close().then(() => pool.end()))

async function seed(): Promise<void> {
  const item = `(id bigint generated by default as identity primary key, created_at bigint, name text, category text, price double precision, stock bigint, active boolean)`
  await pool.query(`create table item ${item}; create table item_added ${item}; create index on item (category);
    create table member (id bigint generated by default as identity primary key, email text unique, role text, salt bytea, hash bytea)`)
  await pool.query(`insert into item (created_at, name, category, price, stock, active)
    select 1700000000000 + n, 'Item ' || n, 'c' || (n % 10), (n * 7919 % 10000) / 100.0, n % 50, true from generate_series(1, 10000) n`)
  const salt = randomBytes(16)
  await pool.query('insert into member (email, role, salt, hash) values ($1, $2, $3, $4)', [
    'admin@example.com',
    'admin',
    salt,
    await scrypt('Secret123', salt),
  ])
  await pool.query('vacuum analyze item')
}
