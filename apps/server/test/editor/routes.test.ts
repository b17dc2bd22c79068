import { Agent, request } from 'node:http'
import { contract, roles, type EditorClient, type Role, type RouteName } from '@cairn/contract'
import { expect, test } from 'vitest'
import { startEditor, type Editor } from './editor.ts'

/** The refusal of a call, as its code; null where it was not refused. */
const refusal = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    (error: { code: string }) => error.code,
  )

const member = async ({ owner, stranger }: Editor, workspace: number, role: Role): Promise<EditorClient> => {
  const email = `the.${role}@example.com`
  const { url } = await owner.invite({ workspace, email, role })
  const client = stranger()
  await client.acceptInvitation({ code: url.split('#')[1]!, name: role, password: 'long enough' })
  return client
}

const roleRoutes = (Object.keys(contract) as RouteName[]).filter((name) =>
  (roles as readonly string[]).includes(contract[name].permission),
)

test('every route asks for its role before it looks at anything else', { timeout: 60_000 }, async () => {
  const editor = await startEditor()
  const { id: workspace } = await editor.owner.createWorkspace({
    name: 'Guarded',
    description: '',
    start: { kind: 'blank' },
  })
  const { id: other } = await editor.owner.createWorkspace({ name: 'Other', description: '', start: { kind: 'blank' } })
  const people = new Map<Role, EditorClient>()
  for (const role of roles) people.set(role, await member(editor, workspace, role))
  const call = (client: EditorClient, name: RouteName, id: number) =>
    refusal((client[name] as (input: unknown) => Promise<unknown>)({ workspace: id, nonsense: true }))

  expect(roleRoutes.length).toBeGreaterThan(20)
  for (const name of roleRoutes) {
    const wanted = contract[name].permission as Role
    expect([name, await call(editor.stranger(), name, workspace)]).toEqual([name, 'sign_in_required'])
    for (const [role, client] of people) {
      const isLow = roles.indexOf(role) < roles.indexOf(wanted)
      const answers = [workspace, other, 999_999].map((id) => call(client, name, id))
      // What is let in fails on its input, which is nonsense.
      const inside = isLow ? 'role_too_low' : 'input_invalid'
      expect([name, role, ...(await Promise.all(answers))]).toEqual([
        name,
        role,
        inside,
        'unknown_workspace',
        'unknown_workspace',
      ])
    }
  }
})

test(
  'a role is not raised by its holder, and an object is not reached through another workspace',
  { timeout: 60_000 },
  async () => {
    const editor = await startEditor()
    const { owner } = editor
    const { id: workspace } = await owner.createWorkspace({ name: 'A', description: '', start: { kind: 'jumpstart' } })
    const admin = await member(editor, workspace, 'admin')
    const developer = await member(editor, workspace, 'developer')
    const { members } = await owner.members({ workspace })
    const idOf = (email: string) => members.find((each) => each.email === email)!.id
    const adminId = idOf('the.admin@example.com')
    expect(await refusal(admin.changeRole({ workspace, member: adminId, role: 'owner' }))).toBe('own_role')
    expect(await refusal(admin.invite({ workspace, email: 'x@example.com', role: 'owner' }))).toBe('role_too_high')
    const developerId = idOf('the.developer@example.com')
    expect(await refusal(admin.changeRole({ workspace, member: developerId, role: 'owner' }))).toBe('role_too_high')
    const ownerId = idOf('owner@example.com')
    expect(await refusal(admin.changeRole({ workspace, member: ownerId, role: 'viewer' }))).toBe('role_too_high')
    expect(await refusal(admin.removeMember({ workspace, member: ownerId }))).toBe('role_too_high')

    const { objects } = await owner.objects({ workspace })
    const victim = objects[0]!
    const theirs = await developer.createWorkspace({ name: 'B', description: '', start: { kind: 'blank' } })
    const place = { workspace: theirs.id, id: victim.id, edition: victim.edition }
    expect(await refusal(developer.object(place as never))).toBe('input_invalid')
    expect(await refusal(developer.object({ workspace: theirs.id, id: victim.id }))).toBe('unknown_object')
    expect(await refusal(developer.saveDraft({ ...place, source: 'x' }))).toBe('unknown_object')
    expect(await refusal(developer.deleteObject(place))).toBe('unknown_object')
    expect(await refusal(developer.discardDraft(place))).toBe('unknown_object')
    expect(await refusal(developer.publish({ ...place, note: '' }))).toBe('unknown_object')
    expect(await refusal(developer.restore({ ...place, version: 1 }))).toBe('unknown_object')
    expect(await refusal(developer.versions({ workspace: theirs.id, id: victim.id }))).toBe('unknown_object')
    expect((await developer.workspaces({})).workspaces.map(({ name }) => name)).toEqual(['A', 'B'])
    await owner.removeMember({ workspace, member: developerId })
    expect((await developer.workspaces({})).workspaces.map(({ name }) => name)).toEqual(['B'])
    expect(await refusal(developer.objects({ workspace }))).toBe('unknown_workspace')
  },
)

test('an invitation works once, for its e-mail, until it is withdrawn', { timeout: 60_000 }, async () => {
  const { owner, stranger } = await startEditor()
  const { id: workspace } = await owner.createWorkspace({ name: 'A', description: '', start: { kind: 'blank' } })
  const code = (url: string) => url.split('#')[1]!
  const first = await owner.invite({ workspace, email: 'New@Example.com', role: 'viewer' })
  const second = await owner.invite({ workspace, email: 'new@example.com', role: 'developer' })
  expect(await refusal(stranger().invitation({ code: code(first.url) }))).toBe('invitation_invalid')
  expect(await stranger().invitation({ code: code(second.url) })).toEqual({
    workspace: 'A',
    email: 'new@example.com',
    known: false,
  })
  const person = { name: 'New', password: 'long enough' }
  const client = stranger()
  await client.acceptInvitation({ code: code(second.url), ...person })
  expect((await client.workspaces({})).workspaces[0]?.role).toBe('developer')
  expect(await refusal(stranger().acceptInvitation({ code: code(second.url), ...person }))).toBe('invitation_invalid')

  const { id: another } = await owner.createWorkspace({ name: 'B', description: '', start: { kind: 'blank' } })
  const forNew = await owner.invite({ workspace: another, email: 'new@example.com', role: 'viewer' })
  expect(await refusal(owner.joinWorkspace({ code: code(forNew.url) }))).toBe('invitation_invalid')
  expect(await refusal(stranger().acceptInvitation({ code: code(forNew.url), ...person }))).toBe('invitation_invalid')
  await client.joinWorkspace({ code: code(forNew.url) })
  expect((await client.workspaces({})).workspaces.map(({ name }) => name)).toEqual(['A', 'B'])

  const withdrawn = await owner.invite({ workspace, email: 'late@example.com', role: 'viewer' })
  const { invitations } = await owner.members({ workspace })
  await owner.withdrawInvitation({ workspace, id: invitations[0]!.id })
  expect(await refusal(stranger().acceptInvitation({ code: code(withdrawn.url), ...person }))).toBe(
    'invitation_invalid',
  )
})

test(
  'a refusal given before the body was read leaves the connection for the next request',
  { timeout: 60_000 },
  async () => {
    const { url } = await startEditor()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = () =>
      new Promise<number>((resolve, reject) => {
        const outgoing = request(`${url}/api:meta/objects`, { agent, method: 'POST' }, (incoming) => {
          incoming.resume().once('end', () => resolve(incoming.statusCode ?? 0))
        })
        outgoing.once('error', reject)
        outgoing.setHeader('content-type', 'application/json')
        outgoing.end('{"workspace": 1}')
      })
    expect(await ask()).toBe(401)
    const sockets = Object.values(agent.freeSockets).flat()
    expect(sockets).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(sockets[0]?.destroyed).toBe(false)
    expect(await ask()).toBe(401)
    agent.destroy()
  },
)
