import type { Binding, Body, Expression, Field, Item, SourceFile, Statement } from '../src/index.ts'

/** The tree of a file as text, one item a line; expressions as `(kind parts…)`. What fixtures are compared with. */
export function outline(file: SourceFile): string {
  return file.objects.map((object) => (object.kind === 'invalid' ? invalid(object) : item(object, ''))).join('\n')
}

function item(node: Item, pad: string): string {
  switch (node.kind) {
    case 'invalid':
      return `${pad}${invalid(node)}`
    case 'attribute':
      return `${pad}${off(node)}${node.name} = ${sketch(node.value)}`
    case 'field':
      return `${pad}${field(node)}${body(node.body, pad)}`
    case 'statement':
      return `${pad}${statement(node)}${body(node.body, pad)}`
  }
}

function body(node: Body | null, pad: string): string {
  return (node?.items ?? []).map((inner) => `\n${item(inner, `${pad}  `)}`).join('')
}

function statement(node: Statement): string {
  return words([
    `${off(node)}${node.name}`,
    node.target && `target=${sketch(node.target)}`,
    node.subject && `subject=${sketch(node.subject)}`,
    node.condition && `condition=${sketch(node.condition)}`,
    ...node.options.map(({ name, value }) => `${name}=${sketch(value)}`),
    node.as && `as=${binding(node.as)}`,
    node.breaks && 'breaks',
  ])
}

function binding(node: Binding): string {
  const name = node.sigil ? `$${node.name}` : node.name
  return node.filters === null ? name : sketch(node.filters)
}

function field(node: Field): string {
  return words([
    `${off(node)}field ${node.type}`,
    node.list && `list=${node.list.min ?? ''}:${node.list.max ?? ''}`,
    node.name,
    node.nullable && 'nullable',
    node.optional && 'optional',
    node.default && `default=${sketch(node.default)}`,
    ...node.rules.map((rule) => words([`rule=(${rule.name}`, ...rule.args.map(sketch)]) + ')'),
  ])
}

function sketch(node: Expression): string {
  switch (node.kind) {
    case 'invalid':
      return invalid(node)
    case 'text':
      return node.quote === '"' ? JSON.stringify(node.value) : `(${node.quote} ${JSON.stringify(node.value)})`
    case 'number':
      return node.raw
    case 'boolean':
      return String(node.value)
    case 'null':
      return 'null'
    case 'word':
      return words(['(word', node.value]) + ')'
    case 'variable':
      return /^\w+$|^\$$/.test(node.name) ? `$${node.name}` : `($ ${JSON.stringify(node.name)})`
    case 'member':
      return `(. ${sketch(node.object)} ${node.key})`
    case 'index':
      return `([] ${sketch(node.object)} ${sketch(node.index)})`
    case 'filter':
      return `(${words([`|${node.disabled ? '!' : ''}${node.name}`, sketch(node.base), ...node.args.map(sketch)])})`
    case 'unary':
      return `(${node.operator} ${sketch(node.operand)})`
    case 'binary':
      return `(${node.operator} ${sketch(node.left)} ${sketch(node.right)})`
    case 'ternary':
      return `(? ${sketch(node.test)} ${sketch(node.then)} ${sketch(node.else)})`
    case 'range':
      return `(.. ${sketch(node.from)} ${sketch(node.to)})`
    case 'paren':
      return `(paren ${sketch(node.expression)})`
    case 'backtick':
      return `(${node.fence} ${sketch(node.expression)})`
    case 'cast':
      return `(!${node.type} ${sketch(node.operand)})`
    case 'spread':
      return `(... ${sketch(node.expression)})`
    case 'array':
      return `(${words(['array', ...node.elements.map(sketch)])})`
    case 'object':
      return `(${words(['object', ...node.entries.map(entry)])})`
    case 'fields':
      return `(${words(['fields', ...node.body.items.map((inner) => `(${item(inner, '')})`)])})`
  }
}

function entry(node: Extract<Expression, { kind: 'object' }>['entries'][number]): string {
  return node.kind === 'entry' ? `${off(node)}${node.key}:${sketch(node.value)}` : sketch(node)
}

function invalid({ text }: { text: string }): string {
  return `(invalid ${JSON.stringify(text)})`
}

function off({ disabled }: { disabled: boolean }): string {
  return disabled ? '!' : ''
}

function words(parts: (string | false | null)[]): string {
  return parts.filter((part) => part !== false && part !== null && part !== '').join(' ')
}
