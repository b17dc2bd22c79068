'use client'
import type { Contract, InputOf } from '@cairn/contract'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useDesigner } from '../designer-context.tsx'
import type { Input } from './input-text.ts'
import { useObjectName } from './use-object-name.ts'

type Ask = InputOf<Contract['runStack']>
export type ResumeAction = InputOf<Contract['resumeRun']>['action']

export interface RunAsk {
  input: Input
  draft: boolean
  headers: readonly [string, string][]
  datasource: string
  /** Stops before the first statement. */
  stop: boolean
}

/** Starts runs of the object and lets those that stand still go on; each outcome goes to the debugger. */
export function useRun(workspace: number, object: number) {
  const { designer, debug } = useDesigner()
  const place = useObjectName()
  const breakpoints = (): Ask['breakpoints'] =>
    Object.entries(debug.store.getState().breakpoints).map(([address, when]) => ({ ...place, address, when }))
  const run = useMutation({
    mutationFn: ({ input, draft, headers, datasource, stop }: RunAsk) =>
      api.runStack({
        workspace,
        object,
        source: draft ? designer.store.getState().document.text : null,
        input: input as Ask['input'],
        datasource,
        token: debug.store.getState().token?.token ?? null,
        headers: headers.filter(([name]) => name.trim() !== '').map(([name, value]) => [name, value]),
        breakpoints: breakpoints(),
        stop,
      }),
    onSuccess: debug.take,
  })
  const resume = useMutation({
    mutationFn: ({ action, set }: { action: ResumeAction; set: Input }) => {
      const session = debug.store.getState().answer?.held?.session ?? ''
      return api.resumeRun({ workspace, session, action, set: set as Ask['input'], breakpoints: breakpoints() })
    },
    onSuccess: debug.take,
  })
  return { run, resume }
}
