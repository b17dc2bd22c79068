import { optional, required } from '../../define/parameters.ts'
import { readInteger, readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'redis.set',
  label: 'Set cache value',
  category: 'cache',
  icon: 'save',
  help: 'Keeps a value in the cache under a key.',
  keywords: ['store', 'remember', 'redis'],
  args: {
    key: required('text', 'Key', 'The name in the cache.'),
    data: required('any', 'Value', 'What to keep.'),
    ttl: optional('int', 'Time to live', 'Seconds until it is forgotten; 0 for never.', 0),
  },
  needs: ['cache'],
}

export const run: Run = async (args, { ports }) => {
  await ports.cache.set(readText(args, 'key'), readValue(args, 'data'), readInteger(args, 'ttl', 0))
  return null
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a value comes back as it was',
    stack: `redis.set {
      key = "settings"
      data = {theme: "dark"}
    }
    redis.get {
      key = "settings"
    } as $x`,
    expect: { theme: 'dark' },
  },
  {
    title: 'is forgotten after its time to live',
    stack: `redis.set {
      key = "code"
      data = 1234
      ttl = 60
    }
    util.sleep {
      value = 60
    }
    redis.get {
      key = "code"
    } as $x`,
    expect: null,
  },
]
