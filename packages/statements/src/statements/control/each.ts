import type { Clause, Emitter } from '../../define/emit.ts'

/** The `each` block of a loop; a loop without one fails when it is reached. */
export function each(emitter: Emitter): Clause {
  return emitter.clauses('each')[0] ?? emitter.fail('missing_block', 'A loop needs an "each" block.')
}
