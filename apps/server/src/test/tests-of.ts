import {
  attribute,
  findReferences,
  literalValue,
  statements,
  type Expression,
  type QueryObject,
  type Statement,
  type WorkspaceItem,
  type WorkspaceModel,
} from '@cairn/language'
import { findEndpoint, type Program, type ProgramTest } from '@cairn/runtime'
import type { Value } from '@cairn/statements'

/** The statement by which a test runs an object of that kind. */
const calls: Readonly<Record<string, string>> = {
  addon: 'addon.call',
  middleware: 'middleware.call',
  task: 'task.call',
  tool: 'tool.call',
  table_trigger: 'trigger.call',
}

/** The tests that tell whether an object works: its own first, then those of what uses it by its name. */
export function testsOf(program: Program, item: WorkspaceItem): ProgramTest[] {
  const isOwn = ({ object }: ProgramTest) => isSame(object, item)
  const using = program.tests.filter((test) => !isOwn(test) && uses(test.object.statement, item, program.model))
  return [...program.tests.filter(isOwn), ...using]
}

const isSame = (a: WorkspaceItem, b: WorkspaceItem): boolean => a === b

function uses(statement: Statement, item: WorkspaceItem, model: WorkspaceModel): boolean {
  if (item.kind === 'function' || item.kind === 'table')
    return findReferences(statement, item.kind, item.name).length > 0
  if (item.kind === 'query') return callsEndpoint(statement, item, model)
  const call = calls[item.kind]
  if (call !== undefined && named(statement, call).some(({ target }) => known(target) === item.name)) return true
  return item.kind === 'addon' && queriesWith(statement, item.name)
}

/** Whether rows of a statement get that addon: `addon = [{name: "author", …}]`. */
const queriesWith = ({ body }: Statement, addon: string): boolean =>
  [...statements(body)].some(({ statement }) => {
    const list = attribute(statement.body, 'addon')?.value ?? null
    return list !== null && namesAddon(list, addon)
  })

/** Those within it included. */
function namesAddon(value: Expression, addon: string): boolean {
  if (value.kind === 'array') return value.elements.some((element) => namesAddon(element, addon))
  if (value.kind !== 'object') return false
  return value.entries.some((entry) => {
    if (entry.kind !== 'entry' || entry.disabled || entry.key === 'input') return false
    return entry.key === 'name' ? known(entry.value) === addon : namesAddon(entry.value, addon)
  })
}

function callsEndpoint(statement: Statement, query: QueryObject, model: WorkspaceModel): boolean {
  return named(statement, 'api.call').some(({ target, options, body }) => {
    const verb = options.find(({ name }) => name === 'verb')?.value ?? attribute(body, 'verb')?.value ?? null
    const group = attribute(body, 'api_group')?.value ?? null
    const call = { path: known(target), verb: verb === null ? 'GET' : known(verb), group: known(group) }
    return findEndpoint(model, { ...call, input: null, headers: null })?.query === query
  })
}

function named({ body }: Statement, name: string): Statement[] {
  return [...statements(body)].flatMap(({ statement }) => (statement.name === name ? [statement] : []))
}

/** What an expression says without a run. */
function known(expression: Expression | null): Value {
  if (expression === null) return null
  const literal = literalValue(expression)
  return literal.known ? (literal.value as Value) : null
}
