import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.shift',
  label: 'Remove from beginning of list',
  category: 'cache',
  icon: 'list-x',
  help: 'Takes the first value off a list in the cache. Null when it is empty.',
  keywords: ['queue', 'take', 'redis'],
  args: {
    key: required('text', 'Key', 'The name of the list.'),
  },
  result: 'any',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.pop(readText(args, 'key'), 'head')

export const examples: readonly StatementExample[] = [
  {
    title: 'takes the first one',
    stack: `redis.push {
      key = "jobs"
      value = "first"
    }
    redis.push {
      key = "jobs"
      value = "second"
    }
    redis.shift {
      key = "jobs"
    } as $x`,
    expect: 'first',
  },
  {
    title: 'null when the list is empty',
    stack: `redis.shift {
      key = "jobs"
    } as $x`,
    expect: null,
  },
]
