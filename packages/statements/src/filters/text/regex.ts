import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterContext } from '../../define/types.ts'
import { compilePattern, type Pattern } from '../../text/pattern.ts'
import { StackError } from '../../values/error.ts'
import { toText } from '../../values/convert.ts'
import type { Value } from '../../values/value.ts'
import { allowArray, allowText } from '../limits.ts'
import { expandReplacement } from './replacement.ts'

/** Pattern size times length of text beyond which one search could hold up all requests. */
const mostWork = 50_000_000
const common = { category: 'text', input: 'text' } as const
const subjectParameter = needed('subject', 'text', 'The text to look in.')

/** Regular expressions. The piped value is the pattern, as in "/[0-9]+/i"; the text to look in is an argument. */
export const regex: readonly Filter[] = [
  {
    definition: {
      ...common,
      name: 'regex_matches',
      aliases: ['regex_test'],
      help: 'Whether the pattern matches anywhere in the text.',
      params: [subjectParameter],
      result: 'bool',
      examples: [
        { expression: '"/^a.c$/"|regex_matches:"abc"', expect: true },
        { expression: '"/ABC/i"|regex_matches:"xabcx"', expect: true },
        { expression: '"/[0-9]/"|regex_matches:"abc"', expect: false },
      ],
    },
    evaluate: (value, [subject], context) => {
      const text = toText(argument(subject))
      return patternFor(value, text, context).test(text)
    },
  },
  {
    definition: {
      ...common,
      name: 'regex_get_first_match',
      aliases: ['regex_match'],
      help: 'The first match and its groups: [whole, group 1, …]. Empty for a pattern without a group, null for no match.',
      params: [subjectParameter],
      result: 'array',
      examples: [
        { expression: '"/([a-z]+)-([0-9]+)/"|regex_get_first_match:"id ab-12"', expect: ['ab-12', 'ab', '12'] },
        { expression: '"/[0-9]+/"|regex_get_first_match:"a1"', expect: [] },
        { expression: '"/(x)/"|regex_get_first_match:"abc"', expect: null },
      ],
    },
    evaluate: (value, [subject], context) => {
      const text = toText(argument(subject))
      const matcher = patternFor(value, text, context).compiled.matcher(text)
      if (!matcher.find()) return null
      return matcher.groupCount() === 0 ? [] : groupsOf(matcher)
    },
  },
  {
    definition: {
      ...common,
      name: 'regex_get_all_matches',
      aliases: ['regex_match_all'],
      help: 'Every match: a list of the whole matches, then a list for each group.',
      params: [subjectParameter],
      result: 'array',
      examples: [
        { expression: '"/[a-z]+/"|regex_get_all_matches:"a bc d"', expect: [['a', 'bc', 'd']] },
        {
          expression: '"/([a-z])=([0-9])/"|regex_get_all_matches:"a=1 b=2"',
          expect: [
            ['a=1', 'b=2'],
            ['a', 'b'],
            ['1', '2'],
          ],
        },
        { expression: '"/x/"|regex_get_all_matches:"abc"', expect: [[]] },
      ],
    },
    evaluate: (value, [subject], context) => {
      const text = toText(argument(subject))
      const matcher = patternFor(value, text, context).compiled.matcher(text)
      const lists: string[][] = Array.from({ length: matcher.groupCount() + 1 }, () => [])
      let length = 0
      while (matcher.find()) {
        context.spend(text.length - matcher.end())
        for (const [group, found] of groupsOf(matcher).entries()) {
          lists[group]?.push(found)
          length += found.length
        }
        allowArray(lists.length * (lists[0]?.length ?? 0), context)
        allowText(length, context)
      }
      return lists
    },
  },
  {
    definition: {
      ...common,
      name: 'regex_replace',
      help: 'The text with every match replaced. $1 or \\1 in the replacement is the first group, $0 the whole match.',
      params: [
        needed('replacement', 'text', 'What comes in the place of a match.'),
        fallback('subject', 'text', '', 'The text to look in.'),
      ],
      result: 'text',
      examples: [
        { expression: '"/[^a-z0-9]+/"|regex_replace:"-":"a b  c"', expect: 'a-b-c' },
        { expression: '"/(a)(b)?/"|regex_replace:"[$1${2}]":"ab a"', expect: '[ab] [a]' },
        { expression: '"/x*/"|regex_replace:"-":"ab"', expect: '-a-b-' },
      ],
    },
    evaluate: (value, [replacement, subject], context) => {
      const text = toText(argument(subject))
      return replaceMatches(patternFor(value, text, context), text, toText(argument(replacement)), context)
    },
  },
]

type Matcher = ReturnType<Pattern['compiled']['matcher']>

function patternFor(value: Value, text: string, context: FilterContext): Pattern {
  const pattern = compilePattern(toText(value))
  const work = text.length * pattern.compiled.programSize()
  if (work > mostWork) {
    throw new StackError('standard', 'regex_too_costly', 'The text is too long for so large a regular expression.', {
      hint: 'Search a smaller part of the text, or simplify the pattern.',
    })
  }
  context.spend(work)
  return pattern
}

/** The whole match and its groups; a group that took no part is "". */
function groupsOf(matcher: Matcher): string[] {
  return Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '')
}

function replaceMatches(pattern: Pattern, text: string, replacement: string, context: FilterContext): string {
  const matcher = pattern.compiled.matcher(text)
  const expand = expandReplacement(replacement)
  let replaced = ''
  let from = 0
  while (matcher.find()) {
    context.spend(text.length - matcher.end())
    replaced += text.slice(from, matcher.start()) + expand(groupsOf(matcher))
    from = matcher.end()
    allowText(replaced.length + text.length - from, context)
  }
  return replaced + text.slice(from)
}
