import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.get',
  label: 'Get cache value',
  category: 'cache',
  icon: 'archive-restore',
  help: 'Reads what the cache holds under a key. Null when there is nothing.',
  keywords: ['read', 'redis'],
  args: {
    key: required('text', 'Key', 'The name in the cache.'),
  },
  result: 'any',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.get(readText(args, 'key'))

export const examples: readonly StatementExample[] = [
  {
    title: 'what was set',
    stack: `redis.set {
      key = "a"
      data = [1, 2]
    }
    redis.get {
      key = "a"
    } as $x`,
    expect: [1, 2],
  },
  {
    title: 'null when there is nothing',
    stack: `redis.get {
      key = "a"
    } as $x`,
    expect: null,
  },
]
