import { optional, required } from '../../define/parameters.ts'
import { readInteger, readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.incr',
  label: 'Increment cache value',
  category: 'cache',
  icon: 'plus',
  help: 'Adds to a number in the cache, which starts at 0. The new number.',
  keywords: ['counter', 'count', 'redis'],
  args: {
    key: required('text', 'Key', 'The name in the cache.'),
    by: optional('int', 'By', 'How much.', 1),
    package_key: optional('text', 'Package', 'Of an action: the package whose cache it is.'),
  },
  result: 'int',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.increment(readText(args, 'key'), readInteger(args, 'by'))

export const examples: readonly StatementExample[] = [
  {
    title: 'starts at 0',
    stack: `redis.incr {
      key = "visits"
    } as $x`,
    expect: 1,
  },
  {
    title: 'goes on from there',
    stack: `redis.incr {
      key = "visits"
    }
    redis.incr {
      key = "visits"
      by = 5
    } as $x`,
    expect: 6,
  },
]
