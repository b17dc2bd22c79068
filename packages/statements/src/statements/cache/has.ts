import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.has',
  label: 'Has cache value',
  category: 'cache',
  icon: 'archive',
  help: 'Whether the cache holds something under a key.',
  keywords: ['exists', 'redis'],
  args: {
    key: required('text', 'Key', 'The name in the cache.'),
  },
  result: 'bool',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.has(readText(args, 'key'))

export const examples: readonly StatementExample[] = [
  {
    title: 'true even when the value is null',
    stack: `redis.set {
      key = "a"
      data = null
    }
    redis.has {
      key = "a"
    } as $x`,
    expect: true,
  },
  {
    title: 'false when there is nothing',
    stack: `redis.has {
      key = "a"
    } as $x`,
    expect: false,
  },
]
