import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.get_all_input',
  label: 'All input',
  category: 'utility',
  icon: 'arrow-right-to-line',
  help: 'All inputs of this stack as one object, checked and converted.',
  keywords: ['parameters', 'arguments'],
  args: {},
  result: 'object',
  needs: [],
}

/** The same as `$input`. */
export const emit: Emit = ({ start, end }, emitter) =>
  emitter.result(emitter.value({ kind: 'variable', name: 'input', start, end }))

/** An example has no inputs. */
export const examples: readonly StatementExample[] = [
  {
    title: 'an empty object without inputs',
    stack: `util.get_all_input as $all
    var $x {
      value = $all|count
    }`,
    expect: 0,
  },
  {
    title: 'is what $input is',
    stack: `util.get_all_input as $all
    var $x {
      value = $all == $input
    }`,
    expect: true,
  },
]
