import Link from 'next/link'
import { useState } from 'react'
import { useDefinitions } from '../definitions/use-definitions.ts'
import { TraceViewer } from '../trace/trace-viewer.tsx'
import { usePages } from '../workspace/use-workspace.ts'
import type { Replay } from './use-request.ts'

/** A replay, walked forwards and backwards; it begins at the first step that is another one than then. */
export const ReplayTrace = ({ replay, workspace, object }: { replay: Replay; workspace: number; object: number }) => {
  const catalogue = useDefinitions()
  const pages = usePages()
  const [at, setAt] = useState(replay.differs ?? 0)
  const [watches, setWatches] = useState<string[]>([])
  const { trace, differs } = replay
  if (trace.steps.length === 0) return <p className="text-sm text-muted">No step ran.</p>
  if (catalogue === null) return null
  const address = trace.sites[trace.steps[at]?.site ?? -1]?.address ?? ''
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="flex-1 text-sm font-semibold">Steps</h3>
        {differs !== null && at === differs && (
          <span className="rounded-sm bg-warning-soft px-1.5 text-xs font-medium text-warning">differs here</span>
        )}
        {differs !== null && at !== differs && (
          <button
            type="button"
            onClick={() => setAt(differs)}
            className="cursor-pointer rounded-sm bg-warning-soft px-2 py-1 text-xs font-medium text-warning"
          >
            Go to the first difference
          </button>
        )}
        <Link
          href={pages.stack(object, address)}
          className="text-xs font-medium text-accent underline underline-offset-4"
        >
          Open in the designer
        </Link>
      </div>
      <div className="h-[28rem] overflow-hidden rounded-md border border-line">
        <TraceViewer
          trace={trace}
          workspace={workspace}
          catalogue={catalogue}
          at={at}
          onMove={setAt}
          watches={watches}
          onWatches={setWatches}
        />
      </div>
    </div>
  )
}
