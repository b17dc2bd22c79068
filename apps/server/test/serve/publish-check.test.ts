import { randomBytes } from 'node:crypto'
import { testDatabase, type TestDatabase } from '@cairn/testing'
import type { WorkspaceStore } from '@cairn/workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/serve/open-store.ts'

let database: TestDatabase
let store: WorkspaceStore

beforeAll(async () => {
  database = await testDatabase()
  store = openStore(database.url, randomBytes(32))
  await store.migrate()
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

const reading = (name: string) =>
  `function "f" {\n  stack {\n    db.query ${name} {\n    } as $rows\n  }\n  response = $rows\n}\n`
const table = 'table user {\n  schema {\n    int id\n  }\n}\n'

/** A workspace whose function reads a table, as imported, and its object. */
async function imported(name: string) {
  const { id } = await store.createWorkspace({ name: randomBytes(6).toString('hex') })
  await store.importFolder(id, [
    { path: 'user.xs', text: table },
    { path: 'f.xs', text: reading(name) },
  ])
  const object = (await store.listObjects(id)).find(({ kind }) => kind === 'function')
  if (object === undefined) throw new Error('the function was not imported')
  return object
}

async function publish(object: { id: number; edition: number }, source: string) {
  const draft = await store.saveDraft({ objectId: object.id, source, expectedEdition: object.edition })
  return store.publish({ objectId: object.id, expectedEdition: draft.edition })
}

test('what the checker holds for an error is not published', async () => {
  const object = await imported('user')
  const { published, diagnostics } = await publish(object, reading('usr'))
  expect([published, diagnostics.map(({ code, hint }) => [code, hint])]).toEqual([
    false,
    [['unknown_table', 'Did you mean "user"?']],
  ])
})

test('what it warns of is', async () => {
  const object = await imported('user')
  const unreached = reading('user').replace('db.query', 'return {\n    }\n    db.query')
  const { published, diagnostics } = await publish(object, unreached)
  expect([published, diagnostics.map(({ code }) => code)]).toEqual([true, ['unreachable_statement']])
})

test('an import is published whatever is found, and the object can then be mended', async () => {
  const object = await imported('usr')
  expect(object.published).toBe(reading('usr'))
  expect((await publish(object, reading('user'))).published).toBe(true)
})
