import { optional, required } from '../../define/parameters.ts'
import { readInteger, readOptionalText, readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.remove',
  label: 'Remove from list',
  category: 'cache',
  icon: 'list-filter',
  help: 'Removes equal values from a list in the cache. How many went.',
  keywords: ['delete', 'redis'],
  args: {
    key: required('text', 'Key', 'The name of the list.'),
    value: required('any', 'Value', 'What to remove.'),
    count: optional('int', 'Count', '0 removes every one; 2 the first two; -2 the last two.', 0),
  },
  result: 'int',
  needs: ['cache'],
}

export const run: Run = (args, { ports }) => {
  const count = readOptionalText(args, 'count') === null ? 0 : readInteger(args, 'count')
  return ports.cache.remove(readText(args, 'key'), readValue(args, 'value'), count)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'every one',
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
      value = "a"
    }
    redis.remove {
      key = "jobs"
      value = "a"
    } as $x`,
    expect: 2,
  },
  {
    title: 'the last one',
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
      value = "a"
    }
    redis.remove {
      key = "jobs"
      value = "a"
      count = -1
    }
    redis.range {
      key = "jobs"
    } as $x`,
    expect: ['a', 'b'],
  },
]
