import type { Attribute, Binding, Body, Comment, Expression, Field, Item, SourceFile, Statement } from '../tree.ts'
import { escape } from '../lex/text-value.ts'
import { variableSource } from '../lex/variable-name.ts'
import { printExpression, startPrinting, withComments } from './print-expression.ts'

/** Prints a tree in canonical form: two spaces, one item a line, comments and order kept. Idempotent over `parse`. */
export function print(node: SourceFile | Statement | Expression): string {
  startPrinting(printBody)
  if (node.kind === 'file') return printFile(node)
  if (node.kind === 'statement') return printItem(node, 0)
  return printExpression(node, 0)
}

function printFile(file: SourceFile): string {
  const objects = file.objects.map((object) => `${withComments(object, printItem(object, 0), '')}\n`)
  return objects.join('---\n') + file.dangling.map((comment) => printComment(comment, '')).join('')
}

function printComment(comment: Comment, pad: string): string {
  return `${comment.blankBefore ? '\n' : ''}${pad}//${comment.text}\n`
}

function printItem(item: Item, indent: number): string {
  if (item.kind === 'statement') return printStatement(item, indent)
  if (item.kind === 'attribute') return printAttribute(item, indent)
  if (item.kind === 'field') return printField(item, indent)
  return item.text
}

function printAttribute(node: Attribute, indent: number): string {
  const name = printName(node.name)
  const mark = node.colon === true ? ':' : ' ='
  return `${node.disabled ? '!' : ''}${name}${mark} ${printExpression(node.value, indent)}`.trimEnd()
}

/** A name as a word, or in quotes where it is none. */
function printName(name: string): string {
  return /^[\p{L}_][\p{L}\w]*(?:[.-][\p{L}_][\p{L}\w]*)*$/u.test(name) ? name : `"${escape(name)}"`
}

function printStatement(node: Statement, indent: number): string {
  const parts = [`${node.disabled ? '!' : ''}${node.name}`]
  if (node.target !== null) parts.push(printExpression(node.target, indent))
  if (node.subject !== null) parts.push(`(${printExpression(node.subject, indent)})`)
  if (node.condition !== null) parts.push(`if (${printExpression(node.condition, indent)})`)
  for (const option of node.options) parts.push(`${option.name}=${printExpression(option.value, indent)}`)
  if (node.as !== null && node.name === 'each') parts.push(printBinding(node.as, indent))
  if (node.body !== null) parts.push(printBody(node.body, indent))
  if (node.as !== null && node.name !== 'each') parts.push(printBinding(node.as, indent))
  if (node.breaks) parts.push('break')
  return parts.join(' ')
}

function printBinding(node: Binding, indent: number): string {
  if (node.filters === null) return `as ${node.sigil ? variableSource(node.name) : node.name}`
  const chain = printExpression(node.filters, indent)
  return `as ${node.sigil ? chain : chain.slice(1)}`
}

function printBody(body: Body, indent: number): string {
  const pad = ' '.repeat(indent + 2)
  const items = body.items.map((item, index) => {
    const blank = index > 0 && item.blankBefore === true ? '\n' : ''
    return `${blank}${withComments(item, printItem(item, indent + 2), pad)}\n`
  })
  const dangling = body.dangling.map((comment, index) => {
    return printComment(index === 0 && items.length === 0 ? { ...comment, blankBefore: false } : comment, pad)
  })
  return `{\n${items.join('')}${dangling.join('')}${' '.repeat(indent)}}`
}

function printField(node: Field, indent: number): string {
  const type = `${node.disabled ? '!' : ''}${node.type}${printBounds(node)}${node.nullable ? '?' : ''}`
  const fallback = node.default === null ? '' : `=${printExpression(node.default, indent)}`
  const name = node.name === '' ? '' : printName(node.name)
  const parts = [type, `${name}${node.optional ? '?' : ''}${fallback}`]
  if (node.rules.length > 0) parts.push(`filters=${printRules(node, indent)}`)
  if (node.body !== null) parts.push(printBody(node.body, indent))
  return parts.filter((part) => part !== '').join(' ')
}

function printBounds({ list }: Field): string {
  if (list === null) return ''
  return list.min === null && list.max === null ? '[]' : `[${list.min ?? ''}:${list.max ?? ''}]`
}

function printRules(node: Field, indent: number): string {
  return node.rules
    .map((rule) => [rule.name, ...rule.args.map((arg) => printExpression(arg, indent))].join(':'))
    .join('|')
}
