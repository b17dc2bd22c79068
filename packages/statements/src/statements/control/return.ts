import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'return',
  label: 'Return',
  category: 'control',
  icon: 'corner-up-left',
  help: 'Ends the stack with a value.',
  keywords: ['end', 'exit'],
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'What the stack gives.', required: false } },
  ends: 'answer',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => emitter.return(emitter.argument('value'))

export const examples: readonly StatementExample[] = [
  {
    title: 'ends the stack with its value',
    stack: `return {
      value = "early"
    }`,
    expect: 'early',
  },
  {
    title: 'ends a loop too, and what follows never runs',
    stack: `foreach ([1, 2, 3]) {
      each as $n {
        conditional {
          if ($n == 2) {
            return {
              value = $n
            }
          }
        }
      }
    }
    throw {
      name = "late"
      value = "This is not reached."
    }`,
    expect: 2,
  },
]
