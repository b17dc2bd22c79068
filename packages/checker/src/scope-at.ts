import { statementAt, type WorkspaceItem, type WorkspaceModel } from '@cairn/language'
import type { StatementCatalogue } from './catalogue.ts'
import { maybeSetAt } from './infer/infer-stack.ts'
import { workspaceTypes } from './infer/workspace-types.ts'
import type { Type } from './types/type.ts'

export interface VisibleName {
  name: string
  type: Type
}

/**
 * The names that an expression of the statement at `address` can use: `input` first, then the variables that something
 * above it may have set. Empty where the object has no such statement. A type's fields are the paths inside.
 */
export function scopeAt(
  model: WorkspaceModel,
  catalogue: StatementCatalogue,
  item: WorkspaceItem,
  address: string,
): VisibleName[] {
  const workspace = workspaceTypes(model, catalogue)
  const object = workspace.objects.find((candidate) => candidate.item === item)
  const statement = statementAt(item.statement.body, address)
  if (object === undefined || statement === null) return []
  const stack = workspace.stackOf(object)
  const variables = [...stack.variables].filter(([name]) => maybeSetAt(stack, name, statement.start))
  return [{ name: 'input', type: stack.input }, ...variables.map(([name, type]) => ({ name, type }))]
}
