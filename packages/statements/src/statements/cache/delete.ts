import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.del',
  label: 'Delete cache value',
  category: 'cache',
  icon: 'archive-x',
  help: 'Forgets what the cache holds under a key.',
  keywords: ['remove', 'forget', 'redis'],
  args: {
    key: required('text', 'Key', 'The name in the cache.'),
  },
  needs: ['cache'],
}

export const run: Run = async (args, { ports }) => {
  await ports.cache.delete(readText(args, 'key'))
  return null
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it is gone',
    stack: `redis.set {
      key = "a"
      data = 1
    }
    redis.del {
      key = "a"
    }
    redis.has {
      key = "a"
    } as $x`,
    expect: false,
  },
  {
    title: 'a key that is not there is no error',
    stack: `redis.del {
      key = "a"
    }
    redis.get {
      key = "a"
    } as $x`,
    expect: null,
  },
]
