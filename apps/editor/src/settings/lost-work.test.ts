import { expect, test } from 'vitest'
import { lostWork, type BranchObject, type MergedObject } from './lost-work.ts'

const object = (kind: string, name: string, more: Partial<BranchObject> = {}): BranchObject => ({
  kind,
  name,
  group: null,
  verb: null,
  draft: false,
  ...more,
})
const merged = (name: string, more: Partial<MergedObject> = {}): MergedObject => ({
  key: `query ${name}`,
  kind: 'query',
  name,
  outcome: 'updated',
  deletes: false,
  ...more,
})

test('drafts, what was published and what was deleted are lost where the live branch does not have them', () => {
  const objects = [
    object('api_group', 'Main'),
    object('query', 'deals', { verb: 'GET', group: 'Main', draft: true }),
    object('query', 'deals', { verb: 'POST', group: 'Main' }),
    object('table', 'deal', { draft: true }),
  ]
  expect(lostWork(objects, [merged('deals'), merged('old', { outcome: 'conflict', deletes: true })])).toEqual({
    objects: 3,
    lost: [
      { key: 'draft query GET Main deals', kind: 'query', verb: 'GET', name: 'deals', why: 'Unpublished draft' },
      { key: 'merge query deals', kind: 'query', verb: null, name: 'deals', why: 'Published, not merged' },
      { key: 'merge query old', kind: 'query', verb: null, name: 'old', why: 'Deleted, not merged' },
    ],
  })
})

test('a branch that is as the live one loses nothing', () => {
  expect(lostWork([object('function', 'f'), object('table', 'deal')], [])).toEqual({ objects: 1, lost: [] })
})
