import { optional } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.keys',
  label: 'Get cache keys',
  category: 'cache',
  icon: 'list-tree',
  help: 'The keys that match a pattern, in which * stands for any text.',
  keywords: ['search', 'find', 'redis'],
  args: {
    search: optional('text', 'Search', 'A pattern; * finds all.', '*'),
  },
  result: 'array',
  needs: ['cache'],
}

export const run: Run = async (args, { ports }) => {
  const keys = await ports.cache.keys(readText(args, 'search'))
  return keys.toSorted()
}

export const examples: readonly StatementExample[] = [
  {
    title: 'those that match, sorted',
    stack: `redis.set {
      key = "user:2"
      data = 1
    }
    redis.set {
      key = "user:1"
      data = 1
    }
    redis.set {
      key = "post:1"
      data = 1
    }
    redis.keys {
      search = "user:*"
    } as $x`,
    expect: ['user:1', 'user:2'],
  },
  {
    title: 'none',
    stack: `redis.keys {
      search = "user:*"
    } as $x`,
    expect: [],
  },
]
