import { print, statementAt, type Expression, type WorkspaceItem, type WorkspaceModel } from '@cairn/language'
import type { StatementCatalogue } from './catalogue.ts'
import { maybeSetAt } from './infer/infer-stack.ts'
import { workspaceTypes } from './infer/workspace-types.ts'
import type { Type } from './types/type.ts'
import { walkObject } from './walk.ts'

export interface VisibleName {
  name: string
  type: Type
}

/** What is known at a place of a stack. */
export interface ScopeAt {
  /** `input` first, then the variables that something above may have set. A type's fields are the paths inside. */
  names: VisibleName[]
  /** The types of the expressions that stand there, the parts of each included, by their text as it is printed. */
  values: ReadonlyMap<string, Type>
}

/**
 * The names that an expression of the statement at `address` can use, and the types of those that are in it; of the
 * response for ''. Nothing where the object has no such statement.
 */
export function scopeAt(
  model: WorkspaceModel,
  catalogue: StatementCatalogue,
  item: WorkspaceItem,
  address: string,
): ScopeAt {
  const workspace = workspaceTypes(model, catalogue)
  const object = workspace.objects.find((candidate) => candidate.item === item)
  const place = address === '' ? (object?.response ?? null) : statementAt(item.statement.body, address)
  if (object === undefined || place === null) return { names: [], values: new Map() }
  const stack = workspace.stackOf(object)
  const variables = [...stack.variables].filter(([name]) => maybeSetAt(stack, name, place.start))
  const names = [{ name: 'input', type: stack.input }, ...variables.map(([name, type]) => ({ name, type }))]
  const values = new Map<string, Type>()
  const typed = (node: Expression, type: Type) => {
    if (place.start <= node.start && node.end <= place.end) values.set(print(node), type)
  }
  walkObject(object, { codes: {}, typed }, { workspace, object, report: () => undefined })
  return { names, values }
}
