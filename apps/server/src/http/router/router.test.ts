import { StackError } from '@cairn/statements'
import { expect, test } from 'vitest'
import { Router } from './router.ts'

const paths = ['me', 'deals', 'deals/board', 'deals/{deal_id}', 'deals/{deal_id}/won', 'files/{a}/{b}', 'a b', '{any}']

function router(): Router<string> {
  const routes = new Router<string>()
  for (const path of paths) routes.add('GET', path, path)
  routes.add('POST', 'deals', 'new deal')
  return routes
}

test.each([
  ['me', 'me', {}],
  ['deals', 'deals', {}],
  ['deals/board', 'deals/board', {}],
  ['deals/7', 'deals/{deal_id}', { deal_id: '7' }],
  ['deals/board/won', 'deals/{deal_id}/won', { deal_id: 'board' }],
  ['files/a%2Fb/%C3%A9', 'files/{a}/{b}', { a: 'a/b', b: 'é' }],
  ['a%20b', 'a b', {}],
  ['%6De', 'me', {}],
  ['x;y', '{any}', { any: 'x;y' }],
  ['ME', '{any}', { any: 'ME' }],
  ['__proto__', '{any}', { any: '__proto__' }],
])('GET %s finds %s', (path, route, params) => {
  const match = router().find('GET', path)
  expect(match?.route).toBe(route)
  expect({ ...match?.params }).toEqual(params)
})

test.each(['', 'deals/', '/deals', 'deals//won', 'me/', 'deals/7/', 'deals/7/WON', 'deals%2F7/won', 'files/a/b/c'])(
  'GET "%s" finds nothing',
  (path) => expect(router().find('GET', path)).toBeNull(),
)

test.each(['%ff', '%', '%e0%80', 'deals/%00', 'files/%c0%ae/x'])('GET %s is refused', (path) => {
  expect(() => router().find('GET', path)).toThrow(StackError)
})

test('a path lists the verbs it answers', () => {
  expect(router().verbs('deals')).toEqual(['GET', 'POST'])
  expect(router().verbs('nothing/here')).toEqual([])
})

test('a second route of the same shape is refused and the first stays', () => {
  const routes = router()
  expect(routes.add('GET', 'deals/{id}', 'other')).toBe(false)
  expect(routes.find('GET', 'deals/1')?.route).toBe('deals/{deal_id}')
})
