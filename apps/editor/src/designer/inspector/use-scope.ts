'use client'
import { useMemo } from 'react'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { fieldsOf } from '../engine/commands/fields.ts'
import { variablesBefore, variablesOf } from '../engine/variables.ts'
import type { Scope } from '../value/completions.ts'

/** The names that may be used in a field of a statement; in the response when `address` is ''. */
export function useScope(address: string): Scope {
  const { catalogue, surroundings } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  return useMemo(() => {
    const variables = object === null ? [] : address === '' ? variablesOf(object) : variablesBefore(object, address)
    const inputs = object === null ? [] : fieldsOf(object, 'input').map(({ name }) => name)
    const { env, columns } = surroundings
    return { variables, inputs, env, columns, filters: catalogue.filters }
  }, [object, address, surroundings, catalogue])
}
