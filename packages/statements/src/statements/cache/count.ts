import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.count',
  label: 'Get list length',
  category: 'cache',
  icon: 'hash',
  help: 'How many values a list in the cache has.',
  keywords: ['size', 'redis'],
  args: {
    key: required('text', 'Key', 'The name of the list.'),
  },
  result: 'int',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.length(readText(args, 'key'))

export const examples: readonly StatementExample[] = [
  {
    title: 'one after one was added',
    stack: `redis.push {
      key = "jobs"
      value = "a"
    }
    redis.count {
      key = "jobs"
    } as $x`,
    expect: 1,
  },
  {
    title: 'a list that is not there is empty',
    stack: `redis.count {
      key = "jobs"
    } as $x`,
    expect: 0,
  },
]
