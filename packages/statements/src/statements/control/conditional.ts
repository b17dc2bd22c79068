import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'conditional',
  label: 'Conditional',
  category: 'control',
  icon: 'git-branch',
  help: 'Runs the first block whose condition holds, or the else block.',
  keywords: ['if', 'else', 'branch'],
  args: {},
  clauses: {
    if: { label: 'Then' },
    elseif: { label: 'Else if', many: true, optional: true },
    else: { label: 'Else', optional: true, runs: 'otherwise' },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const branches = [...emitter.clauses('if'), ...emitter.clauses('elseif')]
  const [first] = branches
  if (first === undefined) return emitter.fail('missing_block', 'conditional needs an "if" block.')
  branches.forEach((branch, index) => {
    const test = () => {
      const { subject, name } = branch.statement
      return emitter.condition(subject ?? emitter.fail('missing_subject', `${name} needs a condition in parentheses.`))
    }
    if (index === 0) return emitter.block(js`if (${test()})`, branch.body)
    emitter.openElse(() => emitter.block(js`if (${test()})`, branch.body))
  })
  for (const otherwise of emitter.clauses('else')) emitter.openElse(otherwise.body)
  emitter.closeElses()
}

export const examples: readonly StatementExample[] = [
  {
    title: 'the branch that holds',
    stack: `var $x {
 value = 0
}
conditional {
 if (1 > 2) {
 var.update $x {
 value = 1
 }
 }
 elseif (2 > 1) {
 var.update $x {
 value = 2
 }
 }
 else {
 var.update $x {
 value = 3
 }
 }
}`,
    expect: 2,
  },
  {
    title: 'else',
    stack: `conditional {
 if (false) {
 }
 else {
 var $x {
 value = 3
 }
 }
}`,
    expect: 3,
  },
]
