import { filters as catalogue } from '@cairn/statements'
import { describeType } from '../types/describe-type.ts'
import { typeNamed } from '../types/type-of-field.ts'
import type { Type } from '../types/type.ts'
import type { Check } from './check.ts'

const scalars = new Set<Type['kind']>(['bool', 'int', 'decimal', 'number', 'text', 'uuid', 'timestamp'])
const numeric = new Set(['int', 'decimal', 'number', 'timestamp'])

/** Values that an argument can never take: a list for a text, a text for a list. Scalars become one another. */
export const types: Check = {
  codes: { wrong_type: 'error' },
  argument({ name, wanted, type, expression }, { report }) {
    if (fits(type, wanted)) return
    report('wrong_type', expression, `${name} must be ${describeType(typeNamed(wanted))}, not ${describeType(type)}.`)
  },
  filter(node, base, args, scope, { report }) {
    const definition = catalogue.get(node.name)?.definition
    if (definition === undefined || scope.query !== null) return
    if (!fits(base, definition.input) || (definition.input === 'array' && base.kind === 'text')) {
      const wanted = describeType(typeNamed(definition.input))
      report('wrong_type', node.base, `The filter "${node.name}" takes ${wanted}, not ${describeType(base)}.`)
    }
    for (const [index, type] of args.entries()) {
      const param = definition.params[index]
      const at = node.args[index]
      if (param === undefined || at === undefined || param.kind === 'each' || fits(type, param.type)) continue
      const wanted = describeType(typeNamed(param.type))
      report(
        'wrong_type',
        at,
        `${param.name} of the filter "${node.name}" must be ${wanted}, not ${describeType(type)}.`,
      )
    }
  },
}

/** False only where the value can surely not be used. */
function fits(type: Type, wanted: string): boolean {
  if (type.kind === 'any' || type.kind === 'null' || wanted === 'any' || wanted === 'bool') return true
  if (wanted === 'array' || wanted === 'object') return !scalars.has(type.kind) || type.kind === 'text'
  if (numeric.has(wanted) || wanted === 'text') return type.kind !== 'array' && type.kind !== 'object'
  return true
}
