import { optional, required } from '../../define/parameters.ts'
import { readInteger, readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.range',
  label: 'Get list elements',
  category: 'cache',
  icon: 'list',
  help: 'Values of a list in the cache from one place to another, both included.',
  keywords: ['slice', 'elements', 'redis'],
  args: {
    key: required('text', 'Key', 'The name of the list.'),
    start: optional('int', 'From', 'Place of the first, counted from 0; negative from the end.', 0),
    stop: optional('int', 'To', 'Place of the last; -1 is the end.', -1),
  },
  result: 'array',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) =>
  ports.cache.range(readText(args, 'key'), readInteger(args, 'start'), readInteger(args, 'stop'))

export const examples: readonly StatementExample[] = [
  {
    title: 'both ends are included',
    stack: `redis.push {
      key = "jobs"
      value = "a"
    }
    redis.push {
      key = "jobs"
      value = "b"
    }
    redis.push {
      key = "jobs"
      value = "c"
    }
    redis.range {
      key = "jobs"
      start = 0
      stop = 1
    } as $x`,
    expect: ['a', 'b'],
  },
  {
    title: 'the whole list when nothing is said',
    stack: `redis.push {
      key = "jobs"
      value = "a"
    }
    redis.push {
      key = "jobs"
      value = "b"
    }
    redis.range {
      key = "jobs"
    } as $x`,
    expect: ['a', 'b'],
  },
]
