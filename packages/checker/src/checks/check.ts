import type { Binary, Expression, FilterExpression, Member, Severity, Statement, Variable } from '@cairn/language'
import type { StatementDefinition } from '@cairn/statements'
import type { CheckedObject } from '../infer/checked-objects.ts'
import type { ExpressionScope } from '../infer/expression-scope.ts'
import type { WorkspaceTypes } from '../infer/workspace-types.ts'
import type { Type } from '../types/type.ts'

/** A place in the text. */
export interface Place {
  start: number
  end: number
}

/** What a check looks at and where it says what it found. */
export interface Tools {
  workspace: WorkspaceTypes
  object: CheckedObject
  /** `at` is a place in the text of the object. The code is one of the check's own. */
  report: (code: string, at: Place, message: string, hint?: string) => void
}

/** A statement that is not switched off. */
export interface StatementPlace {
  statement: Statement
  /** Undefined for a statement that there is not. */
  definition: StatementDefinition | undefined
  scope: ExpressionScope
}

/** One check: its codes, and what it wants to be told of. All are called in the order of the text. */
export interface Check {
  codes: Readonly<Record<string, Severity>>
  /** Before anything in the object. */
  object?(tools: Tools): void
  /** `block`: the statements of one stack, those that are switched off left out. */
  block?(block: readonly StatementPlace[], tools: Tools): void
  statement?(place: StatementPlace, tools: Tools): void
  /** An argument, a subject or the response, with the type that it has and, for an argument, the one it should have. */
  argument?(argument: TypedArgument, tools: Tools): void
  response?(expression: Expression, type: Type, tools: Tools): void
  variable?(node: Variable, scope: ExpressionScope, tools: Tools): void
  member?(node: Member, object: Type, scope: ExpressionScope, tools: Tools): void
  filter?(node: FilterExpression, base: Type, args: readonly Type[], scope: ExpressionScope, tools: Tools): void
  binary?(node: Binary, left: Type, right: Type, scope: ExpressionScope, tools: Tools): void
  column?(node: Expression, scope: ExpressionScope, tools: Tools): void
  /** Every expression with its type. */
  typed?(node: Expression, type: Type): void
}

interface TypedArgument {
  /** As a message names it: `value`, `the list`. */
  name: string
  wanted: string
  type: Type
  expression: Expression
}
