import type { WorkspaceModel } from '@cairn/language'
import type { StatementCatalogue } from '../catalogue.ts'
import { any, type Type } from '../types/type.ts'
import { inferExpression } from './infer-expression.ts'
import { checkedObjects, type CheckedObject } from './checked-objects.ts'
import { answersInside, inferStack, stackScope, type StackTypes } from './infer-stack.ts'

/** Types across a whole workspace, each found once. */
export interface WorkspaceTypes {
  readonly model: WorkspaceModel
  readonly catalogue: StatementCatalogue
  readonly objects: readonly CheckedObject[]
  /** The variables of an object's stack. */
  stackOf(object: CheckedObject): StackTypes
  /** What a function of the workspace returns. */
  responseOf(name: string): Type
}

export function workspaceTypes(model: WorkspaceModel, catalogue: StatementCatalogue): WorkspaceTypes {
  const objects = checkedObjects(model)
  const stacks = new Map<CheckedObject, StackTypes>()
  const responses = new Map<string, Type>()
  const types: WorkspaceTypes = {
    model,
    catalogue,
    objects,
    stackOf(object) {
      const known = stacks.get(object) ?? inferStack(object, types)
      stacks.set(object, known)
      return known
    },
    responseOf(name) {
      const known = responses.get(name)
      if (known !== undefined) return known
      // A function that calls itself finds this.
      responses.set(name, any)
      const object = objects.find(({ item }) => item.kind === 'function' && item.name === name)
      if (object === undefined || object.response === null || answersInside(object, catalogue)) return any
      const response = inferExpression(object.response, stackScope(types.stackOf(object)))
      responses.set(name, response)
      return response
    },
  }
  return types
}
