import { required } from '../../define/parameters.ts'
import { readNumber } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.sleep',
  label: 'Sleep',
  category: 'utility',
  icon: 'timer',
  help: 'Waits. The time counts towards the longest time a request may take.',
  keywords: ['wait', 'pause', 'delay'],
  args: { value: required('number', 'Seconds', 'How long; 0.25 is a quarter of a second.') },
  needs: ['clock'],
}

export const run: Run = async (args, { ports, signal }) => {
  await ports.clock.sleep(Math.max(0, readNumber(args, 'value') * 1000), signal)
  return null
}

export const examples: readonly StatementExample[] = [
  {
    title: 'goes on afterwards',
    stack: `util.sleep {
      value = 0.01
    }
    var $x {
      value = "done"
    }`,
    expect: 'done',
  },
  {
    title: 'needs a number',
    stack: `try_catch {
      try {
        util.sleep {
          value = "long"
        }
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'value must be a number, not a text.',
  },
]
