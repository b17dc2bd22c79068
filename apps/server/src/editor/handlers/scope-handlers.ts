import { describeType, scopeAt, type Type } from '@cairn/checker'
import type { OutputOf, scopeRoutes } from '@cairn/contract'
import { catalogue } from '@cairn/statements'
import type { Handlers } from '../handlers.ts'

type Answer = OutputOf<(typeof scopeRoutes)['scope']>

const MOST = 2_000
const MOST_DEPTH = 4

export const scopeHandlers: Pick<Handlers, keyof typeof scopeRoutes> = {
  async scope({ store }, { input }) {
    const { workspace, object, source, address } = input
    const { model, item } = await store.modelWith(workspace, object, source, 'unchecked')
    if (item === null) return { names: [], values: [] }
    const { names, values } = scopeAt(model, catalogue, item, address)
    const paths: Answer['names'] = []
    for (const { name, type } of names) addPaths(paths, `$${name}`, type, 1)
    const shown = [...values].slice(0, MOST).map(([text, type]) => ({ text, type: describeType(type) }))
    return { names: paths, values: shown }
  },
}

/** A name with the paths inside it. */
function addPaths(paths: Answer['names'], path: string, type: Type, depth: number): void {
  if (paths.length >= MOST) return
  paths.push({ path, type: describeType(type) })
  if (type.kind !== 'object' || depth >= MOST_DEPTH) return
  for (const [key, inner] of type.fields) {
    if (/^\w+$/.test(key)) addPaths(paths, `${path}.${key}`, inner, depth + 1)
  }
}
