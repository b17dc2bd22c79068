import { lineColumn, statementAt, statementsOf, type Statement, type WorkspaceModel } from '@cairn/language'
import { objectName, type ProgramTest, type RunnableObject } from '@cairn/runtime'
import { catalogue, StackError } from '@cairn/statements'
import { stacksOf } from './stacks-of.ts'

/**
 * Why a test failed, and where in the text:
 * `Expected 8, got 12. (test "doubles", line 31: Expect: equals another)`. The line is that of the file.
 */
export function describeFailure(error: unknown, test: ProgramTest, model: WorkspaceModel): string {
  if (!(error instanceof StackError)) return `Defect: ${error instanceof Error ? error.stack : String(error)}`
  const place = placeInText(error, test, model) ?? error.place
  return place === null ? error.message : `${error.message} (${place})`
}

function placeInText(error: StackError, test: ProgramTest, model: WorkspaceModel): string | null {
  const { at, object: named, statement: name } = error
  if (at === null || named === null || name === null) return null
  const holder = [test.object, ...stacksOf(model)].find((object) => isNamed(object, named))
  const object = named.kind === 'test' ? test.object : holder
  if (object === undefined) return null
  const found = named.kind === 'test' ? expectationAt(test, at) : statementAt(object.statement.body, at)
  if (found === null) return null
  const { line } = lineColumn(model.files.get(object)?.text ?? '', found.start)
  const label = catalogue.get(name)?.definition.label ?? name
  return `${named.kind.replace('_', ' ')} "${named.name}", line ${line}: ${label}`
}

const isNamed = (object: RunnableObject, { kind, name }: { kind: string; name: string }): boolean =>
  object.kind === kind && objectName(object) === name

/** The statement of a `test` block at `stack.1` or, within a statement of it, `stack.1.stack.0`. */
function expectationAt({ object, name }: ProgramTest, address: string): Statement | null {
  const body = object.tests.find((test) => test.name === name)?.body ?? null
  const [, index, ...inner] = address.split('.')
  const top = statementsOf(body)[Number(index)] ?? null
  return inner.length === 0 ? top : statementAt(top?.body ?? null, inner.join('.'))
}
