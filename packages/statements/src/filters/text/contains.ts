import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterDefinition } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { looseEquals } from '../../values/equality.ts'
import { foldCase } from './fold-case.ts'

type Test = (text: string, part: string) => boolean

const within: Test = (text, part) => text.includes(part)
const atStart: Test = (text, part) => text.startsWith(part)
const atEnd: Test = (text, part) => text.endsWith(part)

/** Tests for a part of a text, as written and whatever the case. */
export const contains: readonly Filter[] = [
  orElement(
    exactly(within, 'contains', 'Whether the text holds this part, or the list this element.', [
      { expression: '["a", "b"]|contains:"b"', expect: true },
      { expression: '["ab"]|contains:"b"', expect: false },
      { expression: '[1, 2]|contains:"2"', expect: true },
      { expression: '"hello world"|contains:"lo w"', expect: true },
      { expression: '"hello"|contains:"H"', expect: false },
      { expression: 'null|contains:"a"', expect: false },
    ]),
  ),
  ignoringCase(within, 'icontains', 'Whether the text holds this part, whatever the case of its letters.', [
    { expression: '"Hello World"|icontains:"LO w"', expect: true },
    { expression: '"Österreich"|icontains:"öST"', expect: true },
    { expression: '"Hello"|icontains:"x"', expect: false },
  ]),
  exactly(atStart, 'starts_with', 'Whether the text starts with this part.', [
    { expression: '"hello"|starts_with:"he"', expect: true },
    { expression: '"hello"|starts_with:"He"', expect: false },
    { expression: '"hello"|starts_with:""', expect: true },
  ]),
  ignoringCase(atStart, 'istarts_with', 'Whether the text starts with this part, whatever the case.', [
    { expression: '"Hello"|istarts_with:"hE"', expect: true },
    { expression: '"Hello"|istarts_with:"lo"', expect: false },
  ]),
  exactly(atEnd, 'ends_with', 'Whether the text ends with this part.', [
    { expression: '"hello"|ends_with:"lo"', expect: true },
    { expression: '1250|ends_with:50', expect: true },
    { expression: '"hello"|ends_with:"LO"', expect: false },
  ]),
  ignoringCase(atEnd, 'iends_with', 'Whether the text ends with this part, whatever the case.', [
    { expression: '"Report.PDF"|iends_with:".pdf"', expect: true },
    { expression: '"ΟΔΟΣ"|iends_with:"ς"', expect: true },
    { expression: '"Report"|iends_with:"pdf"', expect: false },
  ]),
]

/** A list has no parts but elements: one that is loosely equal counts, as workspaces that look for one expect. */
function orElement({ definition, evaluate }: Filter): Filter {
  return {
    definition: { ...definition, input: 'any' },
    evaluate(value, args, context) {
      if (!Array.isArray(value)) return evaluate(value, args, context)
      context.spend(value.length)
      const wanted = argument(args[0])
      return value.some((item) => looseEquals(item, wanted))
    },
  }
}

function exactly(test: Test, name: string, help: string, examples: FilterDefinition['examples']): Filter {
  return {
    definition: define(name, help, examples),
    evaluate: (value, [part]) => test(toText(value), toText(argument(part))),
  }
}

function ignoringCase(test: Test, name: string, help: string, examples: FilterDefinition['examples']): Filter {
  return {
    definition: define(name, help, examples),
    evaluate: (value, [part]) => test(foldCase(toText(value)), foldCase(toText(argument(part)))),
  }
}

function define(name: string, help: string, examples: FilterDefinition['examples']): FilterDefinition {
  const params = [needed('search', 'any', 'The part to look for.')]
  return { name, category: 'text', help, input: 'text', params, result: 'bool', examples }
}
