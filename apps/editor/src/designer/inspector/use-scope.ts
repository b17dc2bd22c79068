'use client'
import { statementAt } from '@cairn/language'
import { useMemo } from 'react'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import type { Scope } from '../value/completions.ts'
import { namesAt, withTypes } from '../value/names-at.ts'
import { useTypes } from './use-types.ts'

/** What may be used in a field of a statement; in the response when `address` is ''. */
export function useScope(address: string): Scope {
  const { catalogue, surroundings } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  const types = useTypes(address)
  return useMemo(() => {
    const { env, columns } = surroundings
    const statement = statementAt(object?.body ?? null, address)
    const isQuery = statement !== null && catalogue.statement(statement.name)?.target?.kind === 'table'
    const names = object === null ? [] : namesAt(object, address, { env, columns: isQuery ? columns : {} })
    return { names: withTypes(names, types.names), filters: catalogue.filters }
  }, [object, address, surroundings, catalogue, types])
}
