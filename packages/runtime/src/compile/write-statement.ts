import { attribute, print, type Expression, type Statement } from '@cairn/language'
import {
  catalogue,
  commas,
  js,
  literalCode,
  objectCode,
  StackError,
  type Code,
  type PrepareTools,
  type StatementDefinition,
  type StatementModule,
} from '@cairn/statements'
import { isDisabled } from './is-disabled.ts'
import { isPlace, placeAt } from './compile-place.ts'
import { isQuick } from './quick.ts'
import { StatementFailure } from './statement-failure.ts'
import type { TraceSite } from '../trace/trace-sink.ts'
import type { StackEmitter } from './stack-emitter.ts'

const unknown: StatementDefinition = {
  name: '',
  label: '',
  category: 'utility',
  icon: '',
  help: '',
  args: {},
  needs: [],
}

/** Writes the code of one statement. One that cannot run is code that fails when it is reached. */
export function writeStatement(statement: Statement, address: string, emitter: StackEmitter): void {
  if (isDisabled(statement)) return
  const module = catalogue.get(statement.name)
  emitter.place(address, statement.name)
  const definition = module?.definition ?? unknown
  const site = siteOf(statement, definition, address)
  emitter.enterStatement(site, statement, definition)
  emitter.within(statement, definition, address, () => {
    const mocked = mockOf(statement, emitter.options.mock)
    if (mocked === null) writeBehaviour(statement, module, emitter)
    else writeMock(mocked, statement, emitter)
    if (emitter.options.traced) emitter.leaveSite(site)
  })
}

function siteOf(statement: Statement, { clauses = {} }: StatementDefinition, address: string): TraceSite {
  const hasBlocks = Object.keys(clauses).length > 0
  return {
    address,
    statement: statement.name,
    as: statement.as?.name ?? null,
    loop: null,
    quick: !isQuick(statement) ? null : hasBlocks ? 'block' : 'leaf',
    repeats: Object.values(clauses).some(({ repeats }) => repeats === true),
  }
}

/** A mock takes the place of the result; where the statement sets a variable, of what it sets. */
function writeMock(mocked: Expression, statement: Statement, emitter: StackEmitter): void {
  const value = emitter.value(mocked)
  if (statement.as === null && statement.target?.kind === 'variable') emitter.place().write(value)
  else emitter.result(value)
}

/** What stands in for a statement in the test of that name: `mock = {"test name": value}`. */
function mockOf(statement: Statement, test: string | undefined): Expression | null {
  if (test === undefined) return null
  const mocks = attribute(statement.body, 'mock')?.value
  if (mocks?.kind !== 'object') return null
  const found = mocks.entries.find((entry) => entry.kind === 'entry' && !entry.disabled && entry.key === test)
  return found?.kind === 'entry' ? found.value : null
}

function writeBehaviour(statement: Statement, module: StatementModule | undefined, emitter: StackEmitter): void {
  if (module === undefined) {
    return emitter.fail('unknown_statement', `There is no statement "${statement.name}".`, 'Check its spelling.')
  }
  const { unavailable, name } = module.definition
  if (unavailable !== undefined) return emitter.fail('not_available', `${name} is not available: ${unavailable}.`)
  if (module.emit !== undefined) return module.emit(statement, emitter)
  if (module.prepare !== undefined) return writePrepared(statement, module, emitter)
  if (module.run === undefined) return emitter.fail('not_available', `${name} is not available.`)
  const call = js`${emitter.constant(module.run)}(${argumentsCode(statement, module, emitter)}, ${contextCode(emitter)})`
  const named = (module.definition.changes ?? []).flatMap((name) => emitter.argumentTree(name) ?? [])
  const changed = named.find((tree) => isPlace(tree))
  if (changed === undefined) return emitter.result(emitter.awaited(call))
  const result = emitter.temp()
  emitter.line(js`${result} = ${emitter.awaited(call)}`)
  placeAt(emitter, changed).write(result)
  emitter.result(result)
}

function contextCode(emitter: StackEmitter): Code {
  return js`run.at(${literalCode(emitter.currentAddress)})`
}

function argumentsCode(statement: Statement, module: StatementModule, emitter: StackEmitter): Code {
  const { args, subject, target } = module.definition
  const members: [string, Code][] = []
  for (const name of Object.keys(args)) {
    const { required, instead, default: fallback } = args[name]!
    const replaced = instead !== undefined && emitter.argumentTree(instead) !== null
    if (emitter.argumentTree(name) !== null || (required && !replaced) || fallback !== undefined) {
      members.push([name, emitter.argument(name)])
    }
  }
  if (subject !== undefined) members.push(['subject', emitter.value(emitter.subject())])
  if (target !== undefined && statement.target !== null) members.push(['target', emitter.value(statement.target)])
  return objectCode(members)
}

function writePrepared(statement: Statement, module: StatementModule, emitter: StackEmitter): void {
  const slots: Code[] = []
  const tools: PrepareTools = {
    slot: (expression) => slots.push(emitter.watched(print(expression), emitter.value(expression))) - 1,
    fail: (reason, message) => emitter.fail(reason, message),
  }
  const plan = emitter.constant(preparedPlan(statement, module, tools))
  const call = js`${emitter.constant(module.runPlan)}(${plan}, [${commas(slots)}], ${contextCode(emitter)})`
  emitter.result(emitter.awaited(call))
}

/** A StackError of the lowering is this statement's failure, not the stack's. */
function preparedPlan(statement: Statement, module: StatementModule, tools: PrepareTools): unknown {
  try {
    return module.prepare!(statement, tools)
  } catch (error) {
    if (error instanceof StackError) throw new StatementFailure(error.reason, error.message, error.hint ?? undefined)
    throw error
  }
}
