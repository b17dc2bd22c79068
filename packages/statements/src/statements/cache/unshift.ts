import { required } from '../../define/parameters.ts'
import { readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.unshift',
  label: 'Add to beginning of list',
  category: 'cache',
  icon: 'list-start',
  help: 'Adds a value to the beginning of a list in the cache. The new length.',
  keywords: ['queue', 'prepend', 'redis'],
  args: {
    key: required('text', 'Key', 'The name of the list.'),
    value: required('any', 'Value', 'What to add.'),
  },
  result: 'int',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.push(readText(args, 'key'), readValue(args, 'value'), 'head')

export const examples: readonly StatementExample[] = [
  {
    title: 'returns the new length',
    stack: `redis.unshift {
      key = "jobs"
      value = "first"
    } as $x`,
    expect: 1,
  },
  {
    title: 'the order of the list',
    stack: `redis.unshift {
      key = "jobs"
      value = "first"
    }
    redis.unshift {
      key = "jobs"
      value = "second"
    }
    redis.range {
      key = "jobs"
    } as $x`,
    expect: ['second', 'first'],
  },
]
