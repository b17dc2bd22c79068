import {
  stackOf,
  type Body,
  type Expression,
  type FieldDefinition,
  type UnitTest,
  type WorkspaceItem,
  type WorkspaceModel,
} from '@cairn/language'

/** An object with a stack, as the checks see it. */
export interface CheckedObject {
  item: WorkspaceItem
  /** Its declared inputs; null where others than those declared may come. */
  inputs: readonly FieldDefinition[] | null
  stack: Body | null
  response: Expression | null
  tests: readonly UnitTest[]
}

/** Every object of a workspace that holds statements, in the order of the files. */
export function checkedObjects(model: WorkspaceModel): CheckedObject[] {
  return [...model.files.keys()].flatMap((key) => {
    const object = checked(key as WorkspaceItem)
    return object === null ? [] : [object]
  })
}

function checked(item: WorkspaceItem): CheckedObject | null {
  switch (item.kind) {
    case 'query':
    case 'function':
    case 'tool':
    case 'addon':
      return { item, inputs: item.inputs, stack: item.stack, response: item.response, tests: item.tests }
    case 'task':
    case 'table_trigger':
    case 'middleware':
    case 'workflow_test':
      return { item, inputs: null, stack: item.stack, response: item.response, tests: item.tests }
    case 'other': {
      const stack = stackOf(item.statement.body)
      return stack === null ? null : { item, inputs: null, stack, response: null, tests: [] }
    }
    default:
      return null
  }
}
