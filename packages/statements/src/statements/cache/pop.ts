import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.pop',
  label: 'Remove from end of list',
  category: 'cache',
  icon: 'list-minus',
  help: 'Takes the last value off a list in the cache. Null when it is empty.',
  keywords: ['queue', 'take', 'redis'],
  args: {
    key: required('text', 'Key', 'The name of the list.'),
  },
  result: 'any',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.pop(readText(args, 'key'), 'tail')

export const examples: readonly StatementExample[] = [
  {
    title: 'takes the last one',
    stack: `redis.push {
      key = "jobs"
      value = "first"
    }
    redis.push {
      key = "jobs"
      value = "second"
    }
    redis.pop {
      key = "jobs"
    } as $x`,
    expect: 'second',
  },
  {
    title: 'null when the list is empty',
    stack: `redis.pop {
      key = "jobs"
    } as $x`,
    expect: null,
  },
]
