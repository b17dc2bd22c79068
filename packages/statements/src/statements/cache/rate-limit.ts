import { optional, required } from '../../define/parameters.ts'
import { readInteger, readOptionalText, readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'

export const definition: StatementDefinition = {
  name: 'redis.ratelimit',
  label: 'Rate limit',
  category: 'cache',
  icon: 'gauge',
  help: 'Counts one use of a key. When there were too many it fails, or gives false where no error is named.',
  keywords: ['throttle', 'abuse', '429', 'redis'],
  args: {
    key: required('text', 'Key', 'Whom or what to count: an address, a user.'),
    max: required('int', 'Most', 'How many uses are allowed.'),
    ttl: optional('int', 'Within', 'Seconds until counting starts anew.', 60),
    error: optional('text', 'Error', 'The message when there were too many; empty to go on with false.', ''),
  },
  result: 'bool',
  needs: ['cache'],
}

export const run: Run = async (args, { ports }) => {
  const [key, max, ttl] = [readText(args, 'key'), readInteger(args, 'max', 0), readInteger(args, 'ttl', 1)]
  if (await ports.cache.rateLimit(key, max, ttl)) return true
  const message = readOptionalText(args, 'error')
  if (message === null) return false
  throw new StackError('toomanyrequests', 'rate_limited', message)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'true while there are not too many',
    stack: `redis.ratelimit {
      key = "1.2.3.4"
      max = 1
    } as $x`,
    expect: true,
  },
  {
    title: 'false after that',
    stack: `redis.ratelimit {
      key = "1.2.3.4"
      max = 1
    }
    redis.ratelimit {
      key = "1.2.3.4"
      max = 1
    } as $x`,
    expect: false,
  },
  {
    title: 'an error when one is named',
    stack: `try_catch {
      try {
        redis.ratelimit {
          key = "1.2.3.4"
          max = 0
          error = "Slow down."
        }
      }
      catch {
        var $x {
          value = $error.code ~ ": " ~ $error.message
        }
      }
    }`,
    expect: 'ERROR_CODE_TOO_MANY_REQUESTS: Slow down.',
  },
]
