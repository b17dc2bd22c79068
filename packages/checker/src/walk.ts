import type { Body, Expression, Statement } from '@cairn/language'
import type { Parameter, StatementDefinition } from '@cairn/statements'
import type { Check, StatementPlace, Tools } from './checks/check.ts'
import type { CheckedObject } from './infer/checked-objects.ts'
import type { ExpressionScope, Watch } from './infer/expression-scope.ts'
import { inferExpression } from './infer/infer-expression.ts'
import { stackScope } from './infer/infer-stack.ts'
import { querySource } from './infer/query-source.ts'
import { attributesOf, clausesOf, isOff, statementsIn } from './infer/statement-parts.ts'
import { elementType } from './types/member-type.ts'
import { any, type Type } from './types/type.ts'

/** Tells one check everything that is in one object. */
export function walkObject(object: CheckedObject, check: Check, tools: Tools): void {
  const scope = { ...stackScope(tools.workspace.stackOf(object)), watch: watchOf(check, tools) }
  check.object?.(tools)
  new Walk(check, tools).block(object.stack, scope)
  for (const test of object.tests) {
    if (!test.statement.disabled) new Walk(check, tools).block(test.body, scope)
  }
  if (object.response === null) return
  // Named first: a check that asks nothing of the response is still told of what is inside it.
  const type = inferExpression(object.response, scope)
  check.response?.(object.response, type, tools)
}

function watchOf(check: Check, tools: Tools): Watch {
  return {
    variable: (node, scope) => check.variable?.(node, scope, tools),
    member: (node, object, scope) => check.member?.(node, object, scope, tools),
    filter: (node, base, args, scope) => check.filter?.(node, base, args, scope, tools),
    binary: (node, left, right, scope) => check.binary?.(node, left, right, scope, tools),
    column: (node, scope) => check.column?.(node, scope, tools),
    typed: (node, type) => check.typed?.(node, type),
  }
}

class Walk {
  private readonly check: Check
  private readonly tools: Tools

  constructor(check: Check, tools: Tools) {
    this.check = check
    this.tools = tools
  }

  block(body: Body | null, scope: ExpressionScope): void {
    const { catalogue } = this.tools.workspace
    const places = statementsIn(body)
      .filter((statement) => !isOff(statement))
      .map((statement) => ({ statement, definition: catalogue.get(statement.name)?.definition, scope }))
    this.check.block?.(places, this.tools)
    for (const place of places) this.statement(place)
  }

  private statement(place: StatementPlace): void {
    const { statement, definition, scope } = place
    this.check.statement?.(place, this.tools)
    const subject = this.typed(statement.subject, scope, definition?.subject)
    if (definition !== undefined) this.arguments(statement, definition, subject, scope)
    for (const { clause } of clausesOf(statement, definition)) {
      this.typed(clause.subject, scope)
      this.block(clause.body, scope)
    }
    if (statement.as?.filters != null) inferExpression(statement.as.filters, scope)
  }

  private arguments(
    statement: Statement,
    definition: StatementDefinition,
    subject: Type,
    scope: ExpressionScope,
  ): void {
    const each = { ...scope, item: elementType(subject) }
    const query = definition.target?.kind === 'table' ? querySource(statement, this.tools.workspace.model) : null
    if (definition.target?.kind === 'variable') this.typed(statement.target, scope)
    this.typed(statement.condition, each)
    for (const { name, value } of attributesOf(statement.body)) {
      const parameter = definition.args[name]
      if (parameter === undefined) continue
      if (parameter.kind === 'query') this.typed(value, { ...scope, query })
      else this.typed(value, parameter.kind === 'each' ? each : scope, parameter, name)
    }
  }

  /** `parameter` says what the value must be; without it, nothing is asked of it. */
  private typed(expression: Expression | null, scope: ExpressionScope, parameter?: Parameter, name?: string): Type {
    if (expression === null) return any
    const type = inferExpression(expression, scope)
    if (parameter?.kind === 'value') {
      const label = name ?? parameter.label
      this.check.argument?.({ name: label, wanted: parameter.type, type, expression }, this.tools)
    }
    return type
  }
}
