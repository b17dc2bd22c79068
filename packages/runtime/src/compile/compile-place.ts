import type { Expression, Statement } from '@cairn/language'
import { commas, js, literalCode, type Code, type Place } from '@cairn/statements'
import { list, readIn, setIn, setPlain, setsPlainly } from '../run/operations.ts'
import { value } from './compile-expression.ts'
import { unwrap } from './scope.ts'
import type { StackEmitter } from './stack-emitter.ts'

/** The variable behind a statement's name, or the place inside it that a path names. Keys are evaluated once. */
export function compilePlace(emitter: StackEmitter, statement: Statement): Place {
  if (statement.target === null) return emitter.fail('missing_variable', `${statement.name} needs a variable, like $x.`)
  return placeAt(emitter, statement.target)
}

/** Roots of paths that no statement changes. */
const fixed = new Set(['input', 'auth', 'env', 'this', '$', 'index', 'parent', 'result'])

/** Whether an expression is a variable of the stack or a path into one. */
export function isPlace(expression: Expression): boolean {
  let node = unwrap(expression)
  let key: string | null = null
  while (node.kind === 'member' || node.kind === 'index') {
    key = node.kind === 'member' ? node.key : null
    node = unwrap(node.object)
  }
  if (node.kind !== 'variable') return false
  return node.name === 'var' ? key !== null : !fixed.has(node.name)
}

export function placeAt(emitter: StackEmitter, target: Expression): Place {
  const { name, keys } = split(emitter, target)
  const { code, owned } = emitter.variableSlots.get(name)
  const flag = owned ?? js`false`
  const own = () => owned !== null && emitter.line(js`${owned} = true`)
  const setter = emitter.constant(setIn)
  const path = js`[${commas(keys)}]`

  const read = (): Code => {
    if (keys.length === 0) return emitter.readVariable(name, 'look')
    const at = emitter.constant(readIn)
    return js`${at}(${emitter.readVariable(name, 'maybe')}, ${path})`
  }
  const write = (next: Code, fresh = false): void => {
    if (keys.length === 0) return emitter.assign(name, next, fresh)
    emitter.line(js`${code} = ${setter}(${code}, ${path}, ${next}, ${flag})`)
    own()
    emitter.variableSlots.markSet(name)
    emitter.noteChange(name)
  }
  const ownList = (): Code => {
    const temp = emitter.temp()
    const asList = emitter.constant(list)
    if (keys.length === 0) {
      emitter.line(js`${temp} = ${asList}(${emitter.readVariable(name, 'look')})`)
      emitter.line(js`if (!${flag}) ${code} = ${temp} = [...${temp}]`)
      own()
    } else {
      emitter.line(js`${temp} = [...${asList}(${read()})]`)
      write(temp)
    }
    emitter.noteChange(name)
    return temp
  }
  const setMember = (key: Code, next: Code, otherwise: () => Code): void => {
    if (keys.length > 0) return write(otherwise())
    emitter.line(js`if (${emitter.constant(setsPlainly)}(${code}, ${key})) {`)
    emitter.line(js`${code} = ${emitter.constant(setPlain)}(${code}, ${key}, ${next}, ${flag})`)
    own()
    emitter.line(js`} else {`)
    emitter.assign(name, otherwise())
    emitter.line(js`}`)
  }
  return { read, write, ownList, setMember }
}

function split(emitter: StackEmitter, target: Expression): { name: string; keys: Code[] } {
  const keys: Code[] = []
  let node = unwrap(target)
  while (node.kind === 'member' || node.kind === 'index') {
    const inner = unwrap(node.object)
    if (node.kind === 'member' && inner.kind === 'variable' && inner.name === 'var') return { name: node.key, keys }
    const temp = emitter.temp()
    emitter.line(js`${temp} = ${node.kind === 'member' ? literalCode(node.key) : value(node.index, emitter)}`)
    keys.unshift(temp)
    node = inner
  }
  if (node.kind === 'variable') return { name: node.name, keys }
  if (node.kind === 'word') return { name: node.value, keys }
  return emitter.fail('missing_variable', 'This statement changes a variable: write it as $x or $x.path.')
}
