import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterDefinition } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { countCharacters } from './characters.ts'
import { foldCase } from './fold-case.ts'

const params = [needed('search', 'text', 'The part to look for.')]

/** Where a part of a text starts, counted in characters from 0; false (never 0) when it is not there. */
export const position: readonly Filter[] = [
  {
    definition: define('index', 'strpos', 'Position of the first place where this part stands; false when nowhere.', [
      { expression: '"hello"|index:"l"', expect: 2 },
      { expression: '"hello"|index:"he"', expect: 0 },
      { expression: '"hello"|index:"L"', expect: false },
      { expression: '"😀 ok"|index:"ok"', expect: 2 },
    ]),
    evaluate: (value, [part]) => indexIn(toText(value), toText(argument(part))),
  },
  {
    definition: define('iindex', 'stripos', 'Like index, whatever the case of the letters.', [
      { expression: '"Hello"|iindex:"L"', expect: 2 },
      { expression: '"Hello"|iindex:"x"', expect: false },
    ]),
    evaluate: (value, [part]) => indexIn(foldCase(toText(value)), foldCase(toText(argument(part)))),
  },
]

function indexIn(text: string, part: string): number | false {
  const found = text.indexOf(part)
  return found < 0 ? false : countCharacters(text.slice(0, found))
}

function define(name: string, alias: string, help: string, examples: FilterDefinition['examples']): FilterDefinition {
  return { name, aliases: [alias], category: 'text', help, input: 'text', params, result: 'any', examples }
}
