'use client'
import { useMemo } from 'react'
import { marksAt, type Mark } from '../../trace/engine/marks.ts'
import { useDebug } from './use-debug.ts'
import { useObjectName } from './use-object-name.ts'

const NONE: ReadonlyMap<string, Mark> = new Map()

/** What the statements of this object show of the run that is looked at; nothing while no trace is shown. */
export function useMarks(): ReadonlyMap<string, Mark> {
  const model = useDebug((state) => (state.open ? state.model : null))
  const at = useDebug((state) => state.at)
  const { kind, name } = useObjectName()
  return useMemo(() => (model === null ? NONE : marksAt(model, at, { kind, name })), [model, at, kind, name])
}
