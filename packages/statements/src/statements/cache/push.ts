import { optional, required } from '../../define/parameters.ts'
import { readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.push',
  label: 'Add to end of list',
  category: 'cache',
  icon: 'list-end',
  help: 'Adds a value to the end of a list in the cache. The new length.',
  keywords: ['queue', 'append', 'redis'],
  args: {
    key: required('text', 'Key', 'The name of the list.'),
    value: required('any', 'Value', 'What to add.'),
    package_key: optional('text', 'Package', 'Of an action: the package whose cache it is.'),
  },
  result: 'int',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => ports.cache.push(readText(args, 'key'), readValue(args, 'value'), 'tail')

export const examples: readonly StatementExample[] = [
  {
    title: 'returns the new length',
    stack: `redis.push {
      key = "jobs"
      value = "first"
    } as $x`,
    expect: 1,
  },
  {
    title: 'the order of the list',
    stack: `redis.push {
      key = "jobs"
      value = "first"
    }
    redis.push {
      key = "jobs"
      value = "second"
    }
    redis.range {
      key = "jobs"
    } as $x`,
    expect: ['first', 'second'],
  },
]
