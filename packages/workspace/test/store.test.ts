import type { FileDiagnostic, WorkspaceItem, WorkspaceModel } from '@cairn/language'
import { startCluster, type Cluster } from '@cairn/database'
import { randomBytes } from 'node:crypto'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createWorkspaceStore, type PublishedEvent, type WorkspaceFile, type WorkspaceStore } from '../src/index.ts'

/** Reads `kind "name"` at the start of each part: a stand-in, since how a text is read is not this package's concern. */
const read = (files: WorkspaceFile[]): WorkspaceModel => {
  const model = emptyModel()
  for (const { path, text } of files) {
    for (const match of text.matchAll(/^(function|api_group|query|table) "([^"]*)"[^]*?(?=^---$|(?![^]))/gm)) {
      const [source, kind = '', name = ''] = match
      if (source.includes('BROKEN')) model.diagnostics.push(errorAt(path, match.index))
      else keep(model, { path, text }, kind, name, { start: match.index, end: match.index + source.trimEnd().length })
    }
  }
  return model
}

const errorAt = (file: string, start: number): FileDiagnostic => ({
  file,
  start,
  end: start + 1,
  line: 1,
  column: 1,
  severity: 'error',
  code: 'broken',
  message: 'broken',
})

const emptyModel = (): WorkspaceModel => ({
  tables: new Map(),
  groups: new Map(),
  queries: [],
  functions: new Map(),
  tasks: new Map(),
  tableTriggers: new Map(),
  middleware: new Map(),
  addons: new Map(),
  tools: new Map(),
  workflowTests: new Map(),
  workspace: null,
  branches: new Map(),
  jobs: [],
  others: [],
  files: new Map(),
  diagnostics: [],
})

const keep = (
  model: WorkspaceModel,
  file: WorkspaceFile,
  kind: string,
  name: string,
  span: { start: number; end: number },
) => {
  const canonical = /canonical = "([^"]*)"/.exec(file.text.slice(span.start, span.end))?.[1] ?? null
  const statement = { ...span, nameSpan: span }
  const fields = {
    kind,
    name,
    statement,
    canonical,
    description: '',
    apiGroup: 'main',
    verb: 'GET',
    path: name,
    active: true,
  }
  const item = fields as unknown as WorkspaceItem
  model.files.set(item, file)
  if (item.kind === 'function') model.functions.set(name, item)
  if (item.kind === 'api_group') model.groups.set(name, item)
  if (item.kind === 'query') model.queries.push(item)
  if (item.kind === 'table') model.tables.set(name, item)
}

const FILES: WorkspaceFile[] = [
  { path: 'api/main.xs', text: '// the group\napi_group "main" {\n}\n---\nquery "me" {\n  // kept\n}\n' },
  { path: 'function/a.xs', text: 'function "a" {\n}\n' },
  { path: 'notes.xs', text: '// nothing but a comment\n' },
]

let server: Pick<Cluster, 'url' | 'stop'>
const databases: string[] = []
let directory: string
let store: WorkspaceStore
const installation = randomBytes(32)
let now = new Date('2026-11-24T06:00:00Z')
const open = (url: string, extra: { installation?: Uint8Array; migrations?: string } = {}) =>
  createWorkspaceStore({
    url,
    read,
    clock: { now: () => now },
    keys: { installation: extra.installation ?? installation },
    ...extra,
  })

const onServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

const freshDatabase = async (): Promise<string> => {
  const name = `t_${randomBytes(6).toString('hex')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0`)
  databases.push(name)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

const freshWorkspace = async () => (await store.createWorkspace({ name: randomBytes(6).toString('hex') })).id
const objectNamed = async (id: number, name: string) => {
  const found = (await store.listObjects(id)).find((object) => object.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cairn-workspace-'))
  const given = process.env['DATABASE_URL']
  server = given
    ? { url: given, stop: async () => undefined }
    : await startCluster({ dataDirectory: directory, log: () => undefined })
  store = open(await freshDatabase())
  await store.migrate()
}, 60_000)

afterAll(async () => {
  await store.close()
  for (const name of databases) await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

describe('migrations', () => {
  test('two processes at once apply each migration once', async () => {
    const url = await freshDatabase()
    const [one, two] = [open(url), open(url)]
    const runs = await Promise.all([one.migrate(), two.migrate()])
    expect(runs.flatMap(({ applied }) => applied)).toEqual([
      '20261124060000_first_records',
      '20261124120000_members_tokens_hours',
      '20261124150000_request_history',
      '20261124190000_deleted_objects',
      '20261124193000_tests_must_pass',
    ])
    await Promise.all([one.close(), two.close()])
  })

  test.each([
    ['migration_changed', `UPDATE cairn._prisma_migrations SET checksum = 'x'`],
    ['migration_interrupted', 'UPDATE cairn._prisma_migrations SET finished_at = NULL'],
  ])('%s', async (code, sql) => {
    const url = await freshDatabase()
    const other = open(url)
    await other.migrate()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(sql)
    await client.end()
    await expect(other.migrate()).rejects.toMatchObject({ code, at: '20261124060000_first_records' })
    await other.close()
  })

  test('a migration that fails leaves nothing behind', async () => {
    const url = await freshDatabase()
    const folder = join(directory, 'bad')
    await mkdir(join(folder, '1_bad'), { recursive: true })
    await writeFile(join(folder, '1_bad', 'migration.sql'), 'CREATE TABLE cairn.x (id int); SELECT 1/0;')
    const other = open(url, { migrations: folder })
    await expect(other.migrate()).rejects.toMatchObject({ code: 'migration_failed' })
    await writeFile(join(folder, '1_bad', 'migration.sql'), 'CREATE TABLE cairn.x (id int);')
    expect(await other.migrate()).toEqual({ applied: ['1_bad'] })
    await other.close()
  })

  test('make the columns that schema.prisma states', async () => {
    const { Prisma } = await import('../src/prisma/client.ts')
    const url = await freshDatabase()
    const other = open(url)
    await other.migrate()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ place: string }>(
      `SELECT count(*)::int AS n FROM information_schema.columns WHERE table_schema = 'cairn' AND table_name <> '_prisma_migrations'`,
    )
    const models = Object.values(Prisma.ModelName)
    const { PrismaClient } = await import('../src/prisma/client.ts')
    const { PrismaPg } = await import('@prisma/adapter-pg')
    const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }, { schema: 'cairn' }) })
    // A query of every model names every column it believes in.
    for (const model of models) {
      const delegate = prisma[`${model[0]?.toLowerCase()}${model.slice(1)}` as 'user']
      expect(await delegate.findMany()).toEqual([])
    }
    const fields = models.flatMap((model) => Object.keys(Prisma[`${model}ScalarFieldEnum`]))
    expect(rows).toEqual([{ n: fields.length }])
    await prisma.$disconnect()
    await client.end()
    await other.close()
  })
})

describe('folders', () => {
  test('come out byte for byte as they went in, and again change nothing', async () => {
    const id = await freshWorkspace()
    const first = await store.importFolder(id, FILES)
    expect(first.created.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'api_group main',
      'query me',
      'function a',
      'unread notes.xs',
    ])
    expect(await store.exportFolder(id)).toEqual(FILES)
    const second = await store.importFolder(id, FILES)
    expect(second).toMatchObject({ created: [], updated: [], deleted: [], unchanged: 4 })
  })

  test('are added to, and only with `delete` taken from', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FILES)
    const rest = FILES.slice(0, 1)
    expect((await store.importFolder(id, rest)).deleted).toEqual([])
    expect(await store.exportFolder(id)).toEqual(FILES)
    expect((await store.importFolder(id, rest, { delete: true })).deleted).toHaveLength(2)
    expect(await store.exportFolder(id)).toEqual(rest)
  })

  test('with an error in a text keep it as a draft and go on serving what was', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FILES)
    const broken = [{ path: 'function/a.xs', text: 'function "a" {\n BROKEN\n' }]
    const report = await store.importFolder(id, broken)
    expect(report.drafts).toHaveLength(1)
    expect(report.diagnostics).toMatchObject([{ code: 'broken' }])
    expect((await store.publishedModel(id)).files).toEqual(FILES)
    expect(await store.exportFolder(id)).toContainEqual(broken[0])
    expect((await store.importFolder(id, FILES)).replacedDrafts).toMatchObject([{ kind: 'function', name: 'a' }])
    expect((await store.versions((await objectNamed(id, 'a')).id)).map(({ note }) => note)).toEqual([
      'draft replaced by import',
      'import',
    ])
  })

  test('without the group of an endpoint get one, once', async () => {
    const id = await freshWorkspace()
    const files = [{ path: 'api/main/me.xs', text: 'query "me" {\n}\n' }]
    const made = { path: 'api/main_2/api_group.xs', text: 'api_group "main" {\n}\n' }
    const report = await store.importFolder(id, files)
    expect(report).toMatchObject({
      files: 1,
      created: [{ kind: 'query' }, { kind: 'api_group', name: 'main', path: made.path }],
      diagnostics: [{ severity: 'warning', code: 'api_group_made', file: 'api/main/me.xs', line: 1 }],
    })
    expect((await store.publishedModel(id)).canonicals.get('main')).toMatch(/^[\w-]{8}$/)
    const again = await store.importFolder(id, files, { delete: true })
    expect(again).toMatchObject({ created: [], deleted: [], unchanged: 1, diagnostics: [] })
    expect(await store.exportFolder(id)).toEqual([...files, made])
  })

  test.each(['../x.xs', '/etc/x.xs', 'a/../../x.xs', 'a\\x.xs', 'a//x.xs', 'C:/x.xs', './x.xs'])(
    'refuse the path %s',
    async (path) => {
      const id = await freshWorkspace()
      await expect(store.importFolder(id, [{ path, text: '' }])).rejects.toMatchObject({ code: 'file_path_invalid' })
      expect(await store.exportFolder(id)).toEqual([])
    },
  )
})

describe('drafts', () => {
  test('are published, kept as versions and restored', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FILES)
    const { id: objectId, edition } = await objectNamed(id, 'a')
    const draft = await store.saveDraft({ objectId, source: 'function "b" {\n}\n', expectedEdition: edition })
    expect((await store.publishedModel(id)).model.functions.has('a')).toBe(true)
    const result = await store.publish({ objectId, expectedEdition: draft.edition })
    expect(result).toMatchObject({ published: true, object: { name: 'b', version: 2, draft: null } })
    const model = await store.publishedModel(id)
    expect([...model.model.functions.keys()]).toEqual(['b'])
    const restored = await store.restore({ objectId, version: 1, expectedEdition: draft.edition + 1 })
    expect(restored).toMatchObject({ published: true, object: { name: 'a', version: 3 } })
  })

  test('with an error are not published', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FILES)
    const { id: objectId, edition } = await objectNamed(id, 'a')
    const draft = await store.saveDraft({ objectId, source: 'function "a" { BROKEN', expectedEdition: edition })
    const result = await store.publish({ objectId, expectedEdition: draft.edition })
    expect(result).toMatchObject({ published: false, diagnostics: [{ code: 'broken' }] })
    expect((await store.publishedModel(id)).files).toEqual(FILES)
  })

  test('of two writers the second is told', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FILES)
    const { id: objectId, edition: expectedEdition } = await objectNamed(id, 'a')
    const writes = ['x', 'y'].map((source) => store.saveDraft({ objectId, source, expectedEdition }))
    const results = await Promise.allSettled(writes)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'draft_conflict' } })
  })
})

test('of two workspaces of one name the second is refused, also at once', async () => {
  const made = await Promise.allSettled([1, 2, 3].map(() => store.createWorkspace({ name: 'twin' })))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of made.filter(({ status }) => status === 'rejected')) {
    expect(outcome).toMatchObject({ reason: { code: 'workspace_exists', at: 'twin' } })
  }
  expect((await store.listWorkspaces()).filter(({ name }) => name === 'twin')).toHaveLength(1)
})

test('a publish is announced to every listener with its revision', async () => {
  const id = await freshWorkspace()
  const event = new Promise<PublishedEvent>((resolve) => {
    void store.onPublished(resolve).then(async (stop) => {
      await store.importFolder(id, FILES)
      await stop()
    })
  })
  expect(await event).toEqual({ workspaceId: id, branch: 'v1', live: true, revision: 1 })
})

test('a listener that lost its connection is told of what it missed', async () => {
  const url = await freshDatabase()
  const own = open(url)
  await own.migrate()
  const { id } = await own.createWorkspace({ name: 'w' })
  await own.createBranch(id, { name: 'dev' })
  const seen: PublishedEvent[] = []
  const stop = await own.onPublished((event) => seen.push(event))
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cairn listen'
    AND datname = current_database()`)
  await admin.query('UPDATE cairn.branch SET revision = 7')
  await vi.waitFor(() => expect(seen).toHaveLength(2), { timeout: 10_000 })
  expect(seen).toEqual([
    { workspaceId: id, branch: 'v1', live: true, revision: 7 },
    { workspaceId: id, branch: 'dev', live: false, revision: 7 },
  ])
  await own.importFolder(id, FILES)
  await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ branch: 'v1', revision: 9 }))
  await stop()
  await Promise.all([admin.end(), own.close()])
})

describe('branches', () => {
  const FOLDER: WorkspaceFile[] = [...FILES, { path: 'table/t.xs', text: 'table "t" {\n}\n' }]
  const changed = { path: 'function/a.xs', text: 'function "a" {\n  // changed\n}\n' }

  test('begin as a copy, share the tables, and go their own way', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FOLDER)
    await store.createBranch(id, { name: 'dev' })
    expect(await store.exportFolder(id, { branch: 'dev' })).toEqual(FOLDER)
    const table = { path: 'table/t.xs', text: 'table "t" {\n  // of the branch\n}\n' }
    const report = await store.importFolder(id, [changed, table], { branch: 'dev', delete: true })
    expect([report.updated, report.created].map((changes) => changes.map(({ path }) => path))).toEqual([
      ['function/a.xs'],
      [],
    ])
    const dev = await store.publishedModel(id, 'dev')
    expect(dev.files).toEqual([changed, FOLDER[3]])
    expect([dev.branch, dev.branches]).toEqual(['dev', new Set(['v1', 'dev'])])
    expect((await store.publishedModel(id)).files).toEqual(FOLDER)
  })

  test('are read once for all who use them, and anew when they or their tables are published', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FOLDER)
    await store.createBranch(id, { name: 'dev' })
    const [live, dev] = [await store.publishedModel(id), await store.publishedModel(id, 'dev')]
    expect((await store.publishedModel(id)).model).toBe(live.model)
    expect((await store.publishedModel(id, 'dev')).model).toBe(dev.model)

    await store.importFolder(id, [changed], { branch: 'dev' })
    expect((await store.publishedModel(id, 'dev')).files).toContainEqual(changed)
    expect((await store.publishedModel(id)).model).toBe(live.model)
    await store.importFolder(id, [{ path: 'table/u.xs', text: 'table "u" {\n}\n' }])
    expect([...(await store.publishedModel(id, 'dev')).model.tables.keys()]).toEqual(['t', 'u'])
  })

  test('that are there, or no part of a URL, are refused', async () => {
    const id = await freshWorkspace()
    const twice = await Promise.allSettled([1, 2].map(() => store.createBranch(id, { name: 'dev' })))
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(twice.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'branch_exists' } })
    for (const name of ['', 'a/b', 'a:b', 'a b', 'x'.repeat(65)]) {
      await expect(store.createBranch(id, { name })).rejects.toMatchObject({ code: 'branch_invalid' })
    }
    await expect(store.createBranch(id, { name: 'b', from: 'gone' })).rejects.toMatchObject({ code: 'unknown_branch' })
    await expect(store.publishedModel(id, 'gone')).rejects.toMatchObject({ code: 'unknown_branch' })
  })
})

describe('canonicals', () => {
  const group = (canonical: string) => [{ path: 'g.xs', text: `api_group "main" {\n  canonical = "${canonical}"\n}\n` }]
  const canonicalOf = async (id: number) => (await store.publishedModel(id)).canonicals.get('main')

  test('are random where the text names none, and stay', async () => {
    const id = await freshWorkspace()
    await store.importFolder(id, FILES)
    const first = await canonicalOf(id)
    expect(first).toMatch(/^[\w-]{8}$/)
    await store.importFolder(id, [{ path: 'function/a.xs', text: 'function "a" {\n  // new\n}\n' }])
    expect(await canonicalOf(id)).toBe(first)
    expect((await store.listWorkspaces()).find((workspace) => workspace.id === id)?.groups).toEqual([
      { name: 'main', description: '', canonical: first, endpoints: 1 },
    ])
  })

  test('of the text are used once; a second workspace gets its own with a warning', async () => {
    const [one, two] = [await freshWorkspace(), await freshWorkspace()]
    await store.importFolder(one, group('Mine-1'))
    const report = await store.importFolder(two, group('Mine-1'))
    expect(await canonicalOf(one)).toBe('Mine-1')
    expect(await canonicalOf(two)).toMatch(/^[\w-]{8}$/)
    expect(report.diagnostics).toMatchObject([{ severity: 'warning', code: 'canonical_not_free' }])
    await expect(store.setCanonical(two, 'main', 'Mine-1')).rejects.toMatchObject({ code: 'canonical_taken' })
    await expect(store.setCanonical(two, 'main', 'meta')).rejects.toMatchObject({ code: 'canonical_invalid' })
    await store.setCanonical(two, 'main', 'other')
    expect(await canonicalOf(two)).toBe('other')
  })
})

test('environment variables are sealed at rest and open with the installation key only', async () => {
  const url = await freshDatabase()
  const own = open(url)
  await own.migrate()
  const { id } = await own.createWorkspace({ name: 'env' })
  await own.setEnv(id, { KEY: 'very secret', GONE: 'x' })
  await own.setEnv(id, { GONE: null })
  expect(await own.env(id)).toEqual({ KEY: 'very secret' })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ sealed: Buffer }>('SELECT sealed FROM cairn.env_variable')
  await client.end()
  expect(rows.map(({ sealed }) => sealed.includes('very secret'))).toEqual([false])
  const stranger = open(url, { installation: randomBytes(32) })
  await expect(stranger.env(id)).rejects.toMatchObject({ code: 'env_unreadable' })
  await Promise.all([own.close(), stranger.close()])
})

test('a person sees the workspaces they are a member of', async () => {
  const url = await freshDatabase()
  const own = open(url)
  await own.migrate()
  const hash = randomBytes(32)
  await own.accounts.saveSetupCode(hash, new Date(now.getTime() + 1000))
  const owner = await own.accounts.redeemSetupCode(hash, { email: 'a@example.com', name: 'A', passwordHash: 'h' })
  await own.createWorkspace({ name: 'theirs' })
  const { id } = await own.createWorkspace({ name: 'not theirs' })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('DELETE FROM cairn.member WHERE workspace_id = $1', [id])
  await client.end()
  const names = async (member: string) => (await own.listWorkspaces({ member })).map(({ name }) => name)
  expect(await names(owner!.id)).toEqual(['theirs'])
  expect(await names('00000000-0000-4000-8000-000000000000')).toEqual([])
  expect(await own.listWorkspaces()).toHaveLength(2)
  await own.close()
})

test('only one of many who redeem the same set-up code becomes the owner', async () => {
  const hash = randomBytes(32)
  expect(await store.accounts.hasOwner()).toBe(false)
  await store.accounts.saveSetupCode(hash, new Date(now.getTime() + 1000))
  const people = Array.from({ length: 5 }, (_, n) => ({ email: `${n}@example.com`, name: 'N', passwordHash: 'h' }))
  const users = await Promise.all(people.map((owner) => store.accounts.redeemSetupCode(hash, owner)))
  expect(users.filter((user) => user !== null)).toHaveLength(1)
  expect(await store.accounts.hasOwner()).toBe(true)
  expect(await store.accounts.isSetupCodeOpen(hash)).toBe(false)
  now = new Date(now.getTime() + 1)
})

describe('one object', () => {
  const refusal = (code: string) => expect.objectContaining({ code })

  test('is added as a draft in a file of its own, and served once published', async () => {
    const id = await freshWorkspace()
    const made = await store.createObject(id, 'function "b/c" {\n}\n')
    expect(made).toMatchObject({ kind: 'function', name: 'b/c', path: 'function/b_c.xs', published: null, version: 0 })
    expect((await store.publishedModel(id)).model.functions.size).toBe(0)
    await store.publish({ objectId: made.id, expectedEdition: made.edition })
    expect([...(await store.publishedModel(id)).model.functions.keys()]).toEqual(['b/c'])
  })

  test.each([
    ['function "b" {\n}\n', 'object_exists'],
    ['nothing', 'object_unreadable'],
    ['function "x" {\n}\n---\nfunction "y" {\n}\n', 'object_unreadable'],
  ])('%j is refused with %s and adds nothing', async (source, code) => {
    const id = await freshWorkspace()
    await store.createObject(id, 'function "b" {\n}\n')
    await expect(store.createObject(id, source)).rejects.toEqual(refusal(code))
    expect(await store.listObjects(id)).toHaveLength(1)
  })

  test('of another workspace is unknown', async () => {
    const { id: objectId } = await store.createObject(await freshWorkspace(), 'function "b" {\n}\n')
    await expect(store.object(await freshWorkspace(), objectId)).rejects.toEqual(refusal('unknown_object'))
  })
})
