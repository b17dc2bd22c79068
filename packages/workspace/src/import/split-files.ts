import type { WorkspaceItem, WorkspaceModel } from '@cairn/language'
import type { WorkspaceFile } from '../types.ts'
import { identityOf } from './identity.ts'

/** The text of one object with its place in its file. Joining `separator + source` of a file gives the file back. */
export interface SourcePart {
  kind: string
  identity: string
  name: string
  path: string
  position: number
  separator: string
  source: string
  /** Offset of `source` in its file. */
  start: number
}

interface Cut {
  separator: string
  source: string
  start: number
}

/** Cuts files into objects, losing no character. What nothing could be read from is kept under the kind `unread`. */
export const splitFiles = (files: WorkspaceFile[], model: WorkspaceModel): SourcePart[] => {
  const items = itemsByPath(model)
  const taken = new Set<string>()
  return files.flatMap((file) => {
    const found = items.get(file.path) ?? []
    return cutFile(file.text, found).map((cut, position) => {
      const place = { path: file.path, position, ...cut }
      const owner = found.find(
        (item) => item.statement.start >= cut.start && item.statement.end <= cut.start + cut.source.length,
      )
      const part =
        owner === undefined
          ? unread(place)
          : { ...place, kind: kindOf(owner), identity: identityOf(owner), name: owner.name }
      const key = `${part.kind}\n${part.identity}`
      if (taken.has(key)) return unread(place)
      taken.add(key)
      return part
    })
  })
}

const unread = <Place extends { path: string; position: number }>(place: Place) => ({
  ...place,
  kind: 'unread',
  identity: `${place.path}#${place.position}`,
  name: place.path,
})

const kindOf = (item: WorkspaceItem): string => (item.kind === 'other' ? item.construct : item.kind)

const itemsByPath = (model: WorkspaceModel): Map<string, WorkspaceItem[]> => {
  const items = new Map<string, WorkspaceItem[]>()
  for (const item of allItems(model)) {
    const path = model.files.get(item)?.path
    if (path === undefined) continue
    const list = items.get(path)
    if (list === undefined) items.set(path, [item])
    else list.push(item)
  }
  for (const list of items.values()) list.sort((a, b) => a.statement.start - b.statement.start)
  return items
}

const allItems = (model: WorkspaceModel): WorkspaceItem[] => [
  ...model.tables.values(),
  ...model.groups.values(),
  ...model.queries,
  ...model.functions.values(),
  ...model.tasks.values(),
  ...model.tableTriggers.values(),
  ...model.middleware.values(),
  ...model.addons.values(),
  ...model.tools.values(),
  ...model.workflowTests.values(),
  ...(model.workspace === null ? [] : [model.workspace]),
  ...model.branches.values(),
  ...model.jobs,
  ...model.others,
]

/** Only separators outside every object count: a `---` line inside a text literal is not one. */
const cutFile = (text: string, items: WorkspaceItem[]): Cut[] => {
  const inside = (offset: number) => items.some(({ statement }) => statement.start < offset && offset < statement.end)
  const cuts: Cut[] = []
  let separator = ''
  let start = 0
  for (const match of text.matchAll(/^---[ \t]*\r?\n/gm)) {
    if (inside(match.index)) continue
    cuts.push({ separator, source: text.slice(start, match.index), start })
    separator = match[0]
    start = match.index + match[0].length
  }
  cuts.push({ separator, source: text.slice(start), start })
  return cuts
}
