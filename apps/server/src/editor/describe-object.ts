import type { workspaceRoutes, OutputOf } from '@cairn/contract'
import { parse, readObject, type WorkspaceItem } from '@cairn/language'
import type { SourceObject } from '@cairn/workspace'

export type ObjectEntry = OutputOf<(typeof workspaceRoutes)['objects']>['objects'][number]

/** An object as a list shows it, from what its newest text says. */
export function describeObject(object: SourceObject): ObjectEntry {
  const { id, kind, name, path: file, draft, version, edition, updatedAt } = object
  const known = { id, kind, name, file, draft: draft !== null, version, edition, updatedAt: updatedAt.toISOString() }
  return { ...known, ...said(newest(object)) }
}

type Said = Pick<ObjectEntry, 'group' | 'verb' | 'auth' | 'tags'>

function said(text: string): Said {
  const nothing: Said = { group: null, verb: null, auth: null, tags: [] }
  const object = itemOf(text)
  if (object === null) return nothing
  const { tags } = object
  if (object.kind === 'query') {
    return { group: object.apiGroup, verb: object.verb, auth: object.auth, tags }
  }
  return { ...nothing, tags, auth: object.kind === 'table' && object.auth ? object.name : null }
}

/** What an object's text says; null where it holds none. */
export function itemOf(text: string): WorkspaceItem | null {
  const [statement] = parse(text).file.objects
  return statement?.kind === 'statement' ? readObject(statement, text).object : null
}

/** The text of an object as it was last written, published or not. */
export const newest = ({ draft, published }: SourceObject): string => draft ?? published ?? ''
