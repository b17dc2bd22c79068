'use client'
import { useDesignerState } from '../designer-context.tsx'
import { nameOf } from '../engine/document.ts'

/** The object in the designer as a trace names it: `query`, `GET /deals/{id}`. */
export function useObjectName(): { kind: string; name: string } {
  const kind = useDesignerState(({ document }) => document.object?.name ?? '')
  const name = useDesignerState(({ document: { object } }) => {
    const own = nameOf(object?.target ?? null)
    const verb = nameOf(object?.options.find((option) => option.name === 'verb')?.value ?? null)
    return object?.name === 'query' ? `${verb} /${own.replace(/^\//, '')}` : own
  })
  return { kind, name }
}
