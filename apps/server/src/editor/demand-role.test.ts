import type { MemberStore } from '@cairn/workspace'
import { contract, roles, type Role, type Route } from '@cairn/contract'
import { expect, test } from 'vitest'
import { demandRole } from './demand-role.ts'
import type { Caller } from './find-caller.ts'

const signedIn = { user: { id: 'ada' }, token: null } as Caller
const routes = Object.entries(contract as Record<string, Route>)

const status = async (route: Route, role: Role | null, who: Caller | null = signedIn): Promise<number> => {
  const members = { roleOf: async (workspace: number) => (workspace === 7 ? role : null) } as unknown as MemberStore
  const answer = demandRole({ members }, route, { workspace: 7 }, who)
  return answer.then(
    () => 200,
    (error: { status: number }) => error.status,
  )
}

const table = routes.flatMap(([name, route]) =>
  route.role === undefined ? [] : [null, ...roles].map((role) => ({ name, route, needs: route.role, role })),
)

test.each(table)('$name needs $needs: as $role', async ({ route, needs, role }) => {
  const allowed = role !== null && roles.indexOf(role) >= roles.indexOf(needs ?? 'owner')
  expect(await status(route, role)).toBe(allowed ? 200 : role === null ? 404 : 403)
})

test('every route about a workspace states a role, and nobody signed out has one', async () => {
  const open = routes
    .filter(([, { input, role }]) => role === undefined && asksForWorkspace(input))
    .map(([name]) => name)
  expect(open).toEqual([])
  expect(await status(contract.objects, 'owner', null)).toBe(404)
})

const asksForWorkspace = (input: Route['input']): boolean => 'shape' in input && 'workspace' in (input.shape as object)
