import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'await',
  label: 'Wait for functions',
  category: 'function',
  icon: 'hourglass',
  help: 'Waits for functions that run beside this stack, and gives their responses in the order of the ids.',
  args: {
    ids: required('array', 'Ids', 'What Run function gave for each.'),
    timeout: required('number', 'Timeout', 'Seconds to wait.'),
  },
  result: 'array',
  needs: [],
}

export const effects = true

export const emit: Emit = (_statement, emitter) => {
  emitter.result(js`await run.collect(${emitter.argument('ids')}, ${emitter.argument('timeout')})`)
}

export const examples: readonly StatementExample[] = [
  { title: 'nothing to wait for', stack: `await {\n ids = []\n timeout = 1\n} as $x`, expect: [] },
  { title: 'no time to wait is enough for nothing', stack: `await {\n ids = []\n timeout = 0\n} as $x`, expect: [] },
]
