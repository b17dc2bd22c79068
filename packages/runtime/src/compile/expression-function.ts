import { parseExpression, type Expression } from '@cairn/language'
import { commas, js, literalCode, StackError, type Code, type Value } from '@cairn/statements'
import type { Run } from '../run/run.ts'
import { compile, value } from './compile-expression.ts'
import type { Compiled, ExpressionScope } from './scope.ts'

export type ExpressionFunction = (run: Run, item: Value, index: Value, parent: Value) => Value

const allowed = new Set(['$', 'this', 'index', 'parent', 'result'])

/**
 * Text evaluated as an expression that sees the element it is about and nothing else: no variable, input, token or
 * environment. What can't be read, or looks at more, is a StackError.
 */
export function expressionFunction(text: string): ExpressionFunction {
  const { expression, diagnostics } = parseExpression(text)
  if (diagnostics.some((found) => found.severity === 'error')) {
    throw new StackError('standard', 'unreadable_expression', `The expression "${text.slice(0, 80)}" can't be read.`)
  }
  return closedFunction(expression)
}

/** The function of an expression that stands alone; `now` and filters may be in it. */
export function closedFunction(expression: Expression): ExpressionFunction {
  const scope = new ClosedScope()
  const code = value(expression, scope)
  const temps = scope.temps.length === 0 ? js`` : js`let ${commas(scope.temps)};`
  const names = scope.constants.map((_, index) => `k${index}`)
  const text = String(js`'use strict'; return (run, item, index, parent) => { ${temps} return ${code} }`)
  // Made from `Code` alone, as in compile-stack.ts.
  // eslint-disable-next-line no-new-func, typescript/no-implied-eval
  const make = new Function(...names, text) as (...constants: unknown[]) => ExpressionFunction
  return make(...scope.constants)
}

class ClosedScope implements ExpressionScope {
  readonly run = js`run`
  readonly constants: unknown[] = []
  temps: Code[] = []
  each: ExpressionScope['each'] = { item: js`item`, index: js`index`, parent: js`parent`, result: null }
  private names = 0

  compile(expression: Expression, look?: boolean): Compiled {
    return compile(expression, this, look)
  }

  get input(): Code {
    return this.fail('forbidden_variable', 'This expression may not look at $input.')
  }

  get auth(): Code {
    return this.fail('forbidden_variable', 'This expression may not look at $auth.')
  }

  env(): Code {
    return this.fail('forbidden_variable', 'This expression may not look at $env.')
  }

  name(): Code {
    return js`t${this.names++}`
  }

  temp(): Code {
    const temp = this.name()
    this.temps.push(temp)
    return temp
  }

  inClosure(write: () => Code): { code: Code; temps: Code[] } {
    const outer = this.temps
    this.temps = []
    try {
      return { code: write(), temps: this.temps }
    } finally {
      this.temps = outer
    }
  }

  constant(constant: unknown): Code {
    return js`k${this.constants.push(constant) - 1}`
  }

  literal(literal: Value): Code {
    return literalCode(literal)
  }

  readonly mayWait = false
  readonly mayRestart = false

  variables(): Code {
    return js`{}`
  }

  awaited(): Code {
    return this.fail('misplaced_wait', 'This expression can wait for nothing.')
  }

  readVariable(name: string): Code {
    if (allowed.has(name)) return js`null`
    return this.fail('forbidden_variable', `This expression may not look at $${name}.`)
  }

  knows(): boolean {
    return false
  }

  fail(reason: string, message: string): never {
    throw new StackError('standard', reason, message)
  }
}
