import { type Diagnostic, locate } from '../diagnostic.ts'
import type { Attribute, Expression, Field, Invalid, SourceFile, Statement } from '../tree.ts'
import { Cursor, type Position } from './cursor.ts'
import { parseExpressionAt } from './parse-expression.ts'
import { parseFields, parseItem, skipItem } from './parse-statement.ts'
import { failTall } from './tree-height.ts'
import { failUnexpected } from './unexpected.ts'

const inner = { expression: parseExpressionAt, fields: parseFields }

/** Reads the objects of a file. Never throws: what cannot be read is an Invalid node with a diagnostic. */
export function parse(text: string): { file: SourceFile; diagnostics: Diagnostic[] } {
  const cursor = new Cursor(text, inner)
  const objects: SourceFile['objects'] = []
  for (;;) {
    while (cursor.token.kind === 'separator') cursor.next()
    if (cursor.atEnd) break
    const lead = cursor.lead()
    const object = cursor.recover(() => objectOnly(cursor, parseItem(cursor, false)), skipItem)
    objects.push(cursor.finish(object, lead))
  }
  const dangling = cursor.dangling()
  const file: SourceFile = { kind: 'file', start: 0, end: text.length, objects, dangling }
  return { file, diagnostics: locate(text, cursor.findings) }
}

function objectOnly(cursor: Cursor, item: Attribute | Statement | Field): Statement {
  if (item.kind === 'statement') return item
  const message = `\`${item.name}\` stands outside of any object.`
  return cursor.fail(
    'expected_object',
    message,
    'Put it between the braces of a function, query, table, …',
    item.nameSpan,
  )
}

/** Reads one expression, such as one line of a form. `context` says how filter arguments end. */
export function parseExpression(
  text: string,
  context: Position = 'value',
): { expression: Expression; diagnostics: Diagnostic[] } {
  const cursor = new Cursor(text, inner)
  const lead = cursor.lead()
  const expression: Expression | Invalid = cursor.recover(
    () => wholeExpression(cursor, context),
    (inner) => {
      while (!inner.atEnd) inner.next()
    },
  )
  cursor.finish(expression, lead)
  return { expression, diagnostics: locate(text, cursor.findings) }
}

function wholeExpression(cursor: Cursor, position: Position): Expression {
  const expression = parseExpressionAt(cursor, position)
  if (!cursor.atEnd) failUnexpected(cursor, 'the expression')
  failTall(cursor, expression, 0)
  return expression
}
