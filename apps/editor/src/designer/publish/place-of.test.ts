import { expect, test } from 'vitest'
import { placeOf } from './place-of.ts'

test.each([
  [{ kind: 'added', address: 'stack.2', after: '' }, 'Step 3'],
  [{ kind: 'removed', address: 'stack.2.then.0', before: '' }, 'Step 3, then 1'],
  [{ kind: 'moved', address: 'stack.0', from: 'stack.4', after: '' }, 'Step 5 → Step 1'],
  [{ kind: 'part', name: '', before: '', after: '' }, 'Name'],
  [{ kind: 'part', name: 'auth', before: '', after: '' }, 'Authentication'],
  [{ kind: 'part', name: 'tags', before: '', after: '' }, 'tags'],
] as const)('%j is at %s', (change, place) => expect(placeOf(change)).toBe(place))
