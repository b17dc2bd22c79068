import type { Index, Member } from '@cairn/language'
import { js, literalCode, type Code } from '@cairn/statements'
import { at, plainMember } from '../run/operations.ts'
import { compileVariable } from './compile-variable.ts'
import { unwrap, type ExpressionScope } from './scope.ts'

/** Keys that a plain read could find on a prototype or on our own value classes. */
const guarded = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Array.prototype),
  'data',
  'items',
  'name',
  'mime',
  'size',
])

export function compileMember(node: Member, scope: ExpressionScope): Code {
  const object = unwrap(node.object)
  if (object.kind === 'variable') {
    if (object.name === 'env') return scope.env(literalCode(node.key))
    if (object.name === 'var') return scope.readVariable(node.key, 'value')
    if ((object.name === 'db' || object.name === 'output') && !scope.knows(object.name)) {
      return scope.fail('column_outside_query', `$${object.name}.${node.key} can only stand in a query.`)
    }
  }
  return readKey(compileLooked(object, scope), node.key, scope)
}

/** `?? undefined` reads: a plain object's own key is one inline load, all else asks `plainMember`. */
function readKey(object: Code, key: string, scope: ExpressionScope): Code {
  const name = literalCode(key)
  const slow = scope.constant(plainMember)
  if (guarded.has(key)) return js`${slow}(${object}, ${name})`
  const temp = scope.temp()
  return js`(typeof (${temp} = ${object}) === 'object' && ${temp} !== null && ${temp}[${name}] !== undefined ? ${temp}[${name}] : ${slow}(${temp}, ${name}))`
}

export function compileIndex(node: Index, scope: ExpressionScope): Code {
  const index = scope.compile(node.index, true).code
  const object = unwrap(node.object)
  if (object.kind === 'variable' && object.name === 'env') return scope.env(js`String(${index})`)
  return js`${scope.constant(at)}(${compileLooked(object, scope)}, ${index})`
}

function compileLooked(object: Member['object'], scope: ExpressionScope): Code {
  if (object.kind === 'variable') return compileVariable(object.name, scope, 'look')
  return scope.compile(object, true).code
}
