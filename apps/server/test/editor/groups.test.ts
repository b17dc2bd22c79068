import { ApiError } from '@cairn/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const { server, owner } = await ownedServer()
let workspace: number

beforeAll(async () => {
  workspace = (await owner.api.createWorkspace({ name: 'groups', start: 'blank', files: [] })).id
}, 60_000)

const group = (name: string, settings: string) => `api_group "${name}" {\n  ${settings}\n}\n`
const make = (name: string, settings: string) =>
  owner.api.createObject({ workspace, source: group(name, settings), publish: true })

test('a group is not published under the URL segment of another', async () => {
  await make('First', 'canonical = "first"')
  const other = await owner.api.createWorkspace({ name: 'others', start: 'blank', files: [] })
  const text = group('Second', 'canonical = "first"')
  const made = await owner.api.createObject({ workspace: other.id, source: text, publish: false })
  const publish = owner.api.publishObject({
    workspace: other.id,
    object: made.id,
    expectedEdition: made.edition,
    note: '',
  })
  await expect(publish).rejects.toMatchObject({ status: 409, code: 'canonical_taken' })
  expect((await owner.api.object({ workspace: other.id, object: made.id })).published).toBeNull()
})

test('a group moves to the URL segment that its text names', async () => {
  const { id: object, edition } = await make('Moves', 'canonical = "before"')
  const source = group('Moves', 'canonical = "after"')
  const saved = await owner.api.saveDraft({ workspace, object, source, expectedEdition: edition })
  await owner.api.publishObject({ workspace, object, expectedEdition: saved.edition, note: '' })
  const mine = (await owner.api.workspaces({})).workspaces.find(({ id }) => id === workspace)
  expect(mine?.groups.find(({ name }) => name === 'Moves')?.canonical).toBe('after')
})

describe('documentation without a session', () => {
  const ask = async (canonical: string, token: string | null = null) => {
    const answer = await server.call('/documentation/public', { canonical, token })
    return answer.status === 200 ? 'shown' : (answer.body as ApiError).code
  }

  test.each([
    ['unsaid', '', null, 'unknown_group'],
    ['off', 'swagger = {active: false, token: "secret"}', 'secret', 'unknown_group'],
    ['public', 'swagger = {active: true}', null, 'shown'],
    ['token', 'swagger = {token: "secret"}', 'secret', 'shown'],
    ['token', 'swagger = {token: "secret"}', null, 'unknown_group'],
    ['token', 'swagger = {token: "secret"}', 'secreT', 'unknown_group'],
    ['token', 'swagger = {token: "secret"}', '', 'unknown_group'],
    ['inactive', 'active = false\n  swagger = true', null, 'unknown_group'],
  ])('%s (%s) with %s: %s', async (name, settings, token, expected) => {
    const canonical = `docs-${name}`
    const known = (await owner.api.objects({ workspace })).objects.some((object) => object.name === canonical)
    if (!known) await make(canonical, `canonical = "${canonical}"\n  ${settings}`)
    expect(await ask(canonical, token)).toBe(expected)
  })

  test('says the same of a group that is not there', async () => {
    const closed = await server.call('/documentation/public', { canonical: 'first', token: null })
    const none = await server.call('/documentation/public', { canonical: 'nowhere', token: null })
    expect(closed).toEqual(none)
  })

  test('is asked for sixty times a minute at most', async () => {
    const answers = []
    for (let index = 0; index < 61; index += 1) answers.push(await ask('docs-public'))
    expect(answers.at(-1)).toBe('too_many_attempts')
  })
})
