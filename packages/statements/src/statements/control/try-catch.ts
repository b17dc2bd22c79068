import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { caught } from './caught.ts'

export const definition: StatementDefinition = {
  name: 'try_catch',
  label: 'Try / catch',
  category: 'control',
  icon: 'shield-alert',
  help: 'Runs a block; when it fails, runs another with $error, and a last one in any case.',
  keywords: ['error', 'rescue'],
  args: {},
  clauses: {
    try: { label: 'Try' },
    catch: { label: 'Catch', optional: true, sets: { error: 'any' } },
    finally: { label: 'Finally', optional: true },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const error = emitter.local()
  const depth = emitter.local()
  emitter.line(js`${depth} = run.depth`)
  emitter.block(js`try`, () => emitter.clauses('try').forEach((clause) => clause.body()))
  emitter.block(js`catch (failure)`, () => {
    emitter.caught(js`failure`)
    emitter.line(js`${error} = ${emitter.constant(caught)}(failure)`)
    emitter.line(js`run.depth = ${depth}`)
    emitter.assign('error', error)
    emitter.clauses('catch').forEach((clause) => clause.body())
  })
  const last = emitter.clauses('finally')
  if (last.length > 0) emitter.block(js`finally`, () => last.forEach((clause) => clause.body()))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'the message',
    stack: `try_catch {
 try {
 precondition (1 > 2) {
 error = "no"
 }
 }
 catch {
 var $x {
 value = $error.message
 }
 }
}`,
    expect: 'no',
  },
  {
    title: 'nothing fails',
    stack: `try_catch {
 try {
 var $x {
 value = 1
 }
 }
 catch {
 var $x {
 value = 2
 }
 }
}`,
    expect: 1,
  },
]
