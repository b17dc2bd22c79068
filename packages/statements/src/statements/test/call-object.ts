import { js, literalCode } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import { functionName } from '../function/function-name.ts'

/** Runs an object of that kind by its name, as the workspace would; its error is the statement's. */
export function callObject(kind: 'addon' | 'middleware' | 'task' | 'tool' | 'table_trigger'): Emit {
  return (statement, emitter) => {
    const name =
      functionName(statement) ?? emitter.fail('missing_name', `${statement.name} needs the name of what it runs.`)
    const input = emitter.argumentTree('input')
    const given = input === null ? literalCode({}) : emitter.value(input)
    emitter.result(js`await run.callObject(${literalCode(kind)}, ${literalCode(name)}, ${given})`)
  }
}
