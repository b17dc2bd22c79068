import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Pool, schemaName, sessionOf } from '@cairn/database'
import { describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const KEEP = `query keep verb=POST {
  api_group = "files"

  input {
    file content
  }

  stack {
    storage.create_attachment {
      value = $input.content
    } as $kept
  }

  response = $kept
}
`

const { server, owner } = await ownedServer()

const create = async (name: string): Promise<number> =>
  (await owner.api.createWorkspace({ name, start: 'login', files: [] })).id

const named = async (id: number) => (await owner.api.workspaces({})).workspaces.find((each) => each.id === id)

const schemas = async (): Promise<unknown[]> => {
  const pool = new Pool(server.databaseUrl, { size: 1 })
  const rows = await sessionOf(pool).query('select nspname from pg_namespace')
  await pool.close()
  return rows.map(({ nspname }) => nspname)
}

describe('a workspace is described', () => {
  test('with another name, and answers at the same URL', async () => {
    const workspace = await create('before')
    const before = await named(workspace)
    await owner.api.describeWorkspace({ workspace, name: ' after ', description: 'what it is for' })
    const after = await named(workspace)
    expect(after).toMatchObject({ name: 'after', description: 'what it is for', groups: before!.groups })
    expect((await fetch(`${after!.groups[0]!.url}/auth/me`)).status).toBe(401)
  })

  test('not with the name of another', async () => {
    const workspace = await create('second')
    await create('taken')
    const taken = owner.api.describeWorkspace({ workspace, name: 'taken', description: '' })
    await expect(taken).rejects.toMatchObject({ status: 409, code: 'workspace_exists' })
    expect((await named(workspace))!.name).toBe('second')
  })
})

describe('a workspace is deleted', () => {
  test('with its URLs, rows and files, and nothing of another', async () => {
    const workspace = await create('doomed')
    const other = await create('spared')
    const files = [
      { path: 'group.xs', text: 'api_group files {\n}\n' },
      { path: 'keep.xs', text: KEEP },
    ]
    await owner.api.importFolder({ workspace, files, delete: false })
    const { groups } = (await named(workspace))!
    const urlOf = (name: string) => groups.find((group) => group.name === name)!.url
    const form = new FormData()
    form.set('content', new Blob(['hello']), 'a.txt')
    expect((await fetch(`${urlOf('files')}/keep`, { method: 'POST', body: form })).status).toBe(200)
    const folder = join(server.filesDirectory, String(workspace))
    const schema = schemaName(String(workspace), 'live')
    expect([existsSync(folder), (await schemas()).includes(schema)]).toEqual([true, true])

    await owner.api.deleteWorkspace({ workspace, name: 'doomed' })

    expect([existsSync(folder), (await schemas()).includes(schema)]).toEqual([false, false])
    expect(await schemas()).toContain(schemaName(String(other), 'live'))
    expect((await fetch(`${urlOf('Authentication')}/auth/me`)).status).toBe(404)
    expect(await named(workspace)).toBeUndefined()
    expect((await server.call('/objects', { workspace }, owner.headers)).status).toBe(404)
    expect((await fetch(`${(await named(other))!.groups[0]!.url}/auth/me`)).status).toBe(401)
  })

  test.each(['', 'Kept', 'kept '])('not by the name "%s"', async (name) => {
    const workspace = await create(`kept${name.length}`)
    const wrong = owner.api.deleteWorkspace({ workspace, name })
    await expect(wrong).rejects.toMatchObject({ status: 400, code: 'name_differs' })
    expect(await named(workspace)).toBeDefined()
  })

  test('not by an admin, nor by a token of the owner', async () => {
    const workspace = await create('guarded')
    const admin = await server.person('admin')
    await server.join(workspace, admin, 'admin')
    const refused = admin.api.deleteWorkspace({ workspace, name: 'guarded' })
    await expect(refused).rejects.toMatchObject({ status: 403, code: 'role_too_low' })
    const { secret } = await owner.api.createAccessToken({ workspace, name: 'ci', role: 'owner', days: 1 })
    const headers = { authorization: `Bearer ${secret}` }
    expect((await server.call('/objects', { workspace }, headers)).status).toBe(200)
    expect((await server.call('/workspaces/delete', { workspace, name: 'guarded' }, headers)).status).toBe(403)
    expect(await named(workspace)).toBeDefined()
  })
})
