import type { ApiGroupObject, QueryObject, WorkspaceModel } from '@cairn/language'
import type { Program } from '@cairn/runtime'
import { expect, test } from 'vitest'
import { newTally } from '../http/tally.ts'
import { servedGroups } from './served-groups.ts'

const query = (verb: string, path: string, apiGroup: string | null, auth: string | null = null) => ({
  object: { verb, path, apiGroup, auth, active: true } as QueryObject,
  run: async () => null,
})
const program = (queries: Program['queries']): Program => ({
  model: { groups: new Map([['Main', { name: 'Main', active: true } as ApiGroupObject]]) } as WorkspaceModel,
  tests: [],
  evaluate: () => null,
  queries,
  function: () => null,
  task: () => null,
  middleware: () => null,
})
const canonicals = new Map([['Main', 'abc']])
const tally = newTally()
const notes = { tally: () => tally, watch: () => null }

test('an endpoint is found below the canonical of its group, with its auth table', () => {
  const me = query('GET', '/auth/me', 'Main', 'user')
  const { groups, warnings } = servedGroups(program([me]), canonicals, notes)
  expect(groups.get('abc')?.routes.find('GET', 'auth/me')?.route).toEqual({
    stack: me,
    table: 'user',
    active: true,
    tally,
    watch: null,
  })
  expect(warnings).toEqual([])
})

test('endpoints that cannot be reached are named and stop nothing', () => {
  const queries = [
    query('GET', 'a/{x}', 'Main'),
    query('GET', 'a/{y}', 'Main'),
    query('GET', 'b', 'Gone'),
    query('GET', 'c', null),
  ]
  expect(servedGroups(program(queries), canonicals, notes).warnings).toEqual([
    'GET a/{y}: API group "Main" already has an endpoint there',
    'GET b: there is no API group "Gone"',
    'GET c: there is no API group ""',
  ])
})

test('a group without a canonical is a defect of the store', () => {
  expect(() => servedGroups(program([]), new Map(), notes)).toThrow('without a canonical')
})
