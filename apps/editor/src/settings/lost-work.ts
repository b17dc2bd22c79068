import type { Contract, OutputOf } from '@cairn/contract'
import type { ObjectEntry } from '../workspace/gateway.ts'

export type BranchObject = Pick<ObjectEntry, 'kind' | 'name' | 'group' | 'verb' | 'draft'>
export type MergedObject = OutputOf<Contract['mergeBranch']>['objects'][number]

/** Something on a branch that the live one does not have. */
export interface LostObject {
  /** Names it among all that is lost. */
  key: string
  kind: string
  /** Null where it is no endpoint, or not told. */
  verb: string | null
  name: string
  why: string
}

/**
 * What goes with a branch: how many objects it has of its own, and what of them is nowhere else: drafts, and what a merge
 * would still take. Tables are shared by all branches and stay.
 */
export function lostWork(
  objects: readonly BranchObject[],
  unmerged: readonly MergedObject[],
): { objects: number; lost: LostObject[] } {
  const own = objects.filter(({ kind }) => kind !== 'table')
  const drafts = own
    .filter(({ draft }) => draft)
    .map(({ kind, name, group, verb }) => ({
      key: ['draft', kind, verb, group, name].filter((part) => part !== null).join(' '),
      kind,
      verb,
      name,
      why: 'Unpublished draft',
    }))
  const published = unmerged.map(({ key, kind, name, deletes }) => ({
    key: `merge ${key}`,
    kind,
    verb: null,
    name,
    why: deletes ? 'Deleted, not merged' : 'Published, not merged',
  }))
  return { objects: own.length, lost: [...drafts, ...published] }
}
