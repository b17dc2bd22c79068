import type { Binary, Expression, FilterExpression, Member, ObjectLiteral } from '@cairn/language'
import { filters, type FilterDefinition } from '@cairn/statements'
import { joinTypes } from '../types/join-types.ts'
import { elementType, memberType } from '../types/member-type.ts'
import { typeNamed } from '../types/type-of-field.ts'
import { any, bool, int, listOf, nothing, number, text, type Type } from '../types/type.ts'
import { chainText } from './doubted-chains.ts'
import { columnOf, unwrap } from './query-source.ts'
import { isGiven, type ExpressionScope } from './expression-scope.ts'

/** The type of an expression's value. */
export function inferExpression(expression: Expression, scope: ExpressionScope): Type {
  const type = typeOf(expression, scope)
  scope.watch?.typed(expression, type)
  return type
}

function typeOf(expression: Expression, scope: ExpressionScope): Type {
  switch (expression.kind) {
    case 'text':
      return text
    case 'number':
      return Number.isInteger(expression.value) ? int : number
    case 'boolean':
      return bool
    case 'null':
      return nothing
    case 'word':
      return expression.value === 'now' ? { kind: 'timestamp' } : text
    case 'paren':
    case 'backtick':
      return inferExpression(expression.expression, scope)
    case 'variable':
      scope.watch?.variable(expression, scope)
      return scope.doubted.has(expression.name) ? any : variableType(expression.name, scope)
    case 'member':
      return inferMember(expression, scope)
    case 'index':
      return inferIndex(expression, scope)
    case 'filter':
      return inferFilter(expression, scope)
    case 'unary':
      inferExpression(expression.operand, scope)
      return expression.operator === '!' ? bool : number
    case 'binary':
      return inferBinary(expression, scope)
    case 'ternary':
      inferExpression(expression.test, scope)
      return joinTypes(inferExpression(expression.then, scope), inferExpression(expression.else, scope))
    case 'range':
      inferExpression(expression.from, scope)
      inferExpression(expression.to, scope)
      return listOf(int)
    case 'cast':
      inferExpression(expression.operand, scope)
      return typeNamed(expression.type)
    case 'array':
      return listOf(
        expression.elements.reduce((joined, element) => joinTypes(joined, inferElement(element, scope)), nothing),
      )
    case 'object':
      return inferObject(expression, scope)
    case 'spread':
      inferExpression(expression.expression, scope)
      return any
    case 'fields':
    case 'invalid':
      return any
  }
}

function variableType(name: string, scope: ExpressionScope): Type {
  if (name === 'input') return scope.input
  if (name === '$' || name === 'this') return scope.item ?? any
  if (isGiven(name)) return any
  return scope.variable(name) ?? any
}

function inferElement(element: Expression, scope: ExpressionScope): Type {
  if (element.kind !== 'spread') return inferExpression(element, scope)
  return elementType(inferExpression(element.expression, scope))
}

function inferObject({ entries }: ObjectLiteral, scope: ExpressionScope): Type {
  const fields = new Map<string, Type>()
  let open = false
  for (const entry of entries) {
    if (entry.kind === 'invalid') open = true
    else if (entry.kind === 'spread') {
      const spread = inferExpression(entry.expression, scope)
      if (spread.kind !== 'object') open = true
      else {
        for (const [name, type] of spread.fields) fields.set(name, type)
        open ||= spread.open
      }
    } else if (!entry.disabled) fields.set(entry.key, inferExpression(entry.value, scope))
  }
  return { kind: 'object', fields, open }
}

function inferMember(node: Member, scope: ExpressionScope): Type {
  const object = unwrap(node.object)
  if (object.kind === 'variable' && object.name === 'var') {
    scope.watch?.variable({ ...node, kind: 'variable', name: node.key }, scope)
    return scope.variable(node.key) ?? any
  }
  const column = scope.query === null ? null : columnOf(node, scope.query)
  if (column !== null) {
    scope.watch?.column(node, scope)
    return column.type
  }
  const type = inferExpression(node.object, scope)
  scope.watch?.member(node, type, scope)
  const found = memberType(type, node.key) ?? any
  return found.kind !== 'any' && scope.doubted.has(chainText(node) ?? '') ? any : found
}

function inferIndex(node: Extract<Expression, { kind: 'index' }>, scope: ExpressionScope): Type {
  const key = unwrap(node.index)
  inferExpression(node.index, scope)
  const type = inferExpression(node.object, scope)
  if (type.kind === 'array') return type.items
  return key.kind === 'text' ? (memberType(type, key.value) ?? any) : any
}

function inferBinary(node: Binary, scope: ExpressionScope): Type {
  const left = inferExpression(node.left, scope)
  const right = inferExpression(node.right, scope)
  scope.watch?.binary(node, left, right, scope)
  switch (node.operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return number
    case '??':
    case '?:':
    case '||':
      return scope.query === null ? joinTypes(left, right) : any
    case '~':
      return scope.query === null ? text : any
    default:
      return bool
  }
}

function inferFilter(node: FilterExpression, scope: ExpressionScope): Type {
  const base = inferExpression(node.base, scope)
  if (node.disabled) return base
  const definition = filters.get(node.name)?.definition
  const args = node.args.map((argument, index) =>
    inferExpression(argument, argumentScope(definition, index, base, scope)),
  )
  scope.watch?.filter(node, base, args, scope)
  if (definition === undefined || scope.query !== null) return any
  return resultOf(definition, node, base, args)
}

/** An expression of a parameter of kind `each` sees an element; of a filter that takes any value, the value. */
function argumentScope(
  definition: FilterDefinition | undefined,
  index: number,
  base: Type,
  scope: ExpressionScope,
): ExpressionScope {
  if (definition?.params[index]?.kind !== 'each') return scope
  return { ...scope, item: definition.input === 'array' ? elementType(base) : base }
}

function resultOf(definition: FilterDefinition, node: FilterExpression, base: Type, args: readonly Type[]): Type {
  const { follows } = definition
  const argument = (name: string) => args[definition.params.findIndex((param) => param.name === name)] ?? any
  if (follows === undefined) return typeNamed(definition.result)
  if (follows === 'same') return base.kind === 'array' ? base : any
  if (follows === 'element') return base.kind === 'array' ? base.items : any
  if (follows === 'member') return joinTypes(typeAtPath(base, node.args[0]), args[1] ?? nothing)
  return 'of' in follows ? argument(follows.of) : listOf(argument(follows.listOf))
}

function typeAtPath(base: Type, path: Expression | undefined): Type {
  const written = path === undefined ? null : unwrap(path)
  if (written?.kind !== 'text' && written?.kind !== 'word') return any
  if (!/^\w+(\.\w+)*$/.test(written.value)) return any
  return written.value.split('.').reduce<Type>((type, key) => memberType(type, key) ?? any, base)
}
