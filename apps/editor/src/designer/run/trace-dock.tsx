'use client'
import { Button } from '@cairn/ui'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { TraceViewer } from '../../trace/trace-viewer.tsx'
import { useDesigner } from '../designer-context.tsx'
import { useDebug } from './use-debug.ts'
import { useObjectName } from './use-object-name.ts'

/** The trace of the last run, below the stack. */
export const TraceDock = ({ workspace }: { workspace: number }) => {
  const { debug, catalogue } = useDesigner()
  const trace = useDebug(({ answer }) => answer?.trace ?? null)
  const open = useDebug((state) => state.open)
  const at = useDebug((state) => state.at)
  const watches = useDebug((state) => state.watches)
  const breakpoints = useDebug((state) => state.breakpoints)
  const { kind, name } = useObjectName()
  const stops = useMemo(() => {
    const object = trace?.objects.findIndex((one) => one.kind === kind && one.name === name) ?? -1
    return new Set(Object.keys(breakpoints).map((address) => `${object} ${address}`))
  }, [breakpoints, trace, kind, name])
  if (trace === null || !open) return null
  return (
    <div className="h-[45%] min-h-56 shrink-0 border-t border-line">
      <TraceViewer
        trace={trace}
        workspace={workspace}
        catalogue={catalogue}
        at={at}
        onMove={debug.moveTo}
        watches={watches}
        onWatches={debug.setWatches}
        stops={stops}
        actions={
          <Button look="quiet" size="sm" icon aria-label="Close the trace" onClick={() => debug.setOpen(false)}>
            <X size={16} aria-hidden />
          </Button>
        }
      />
    </div>
  )
}
