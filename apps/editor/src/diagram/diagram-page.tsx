'use client'
import { Alert, EmptyState, Skeleton } from '@cairn/ui'
import { Workflow } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { explain } from '../api.ts'
import { Waiting } from '../designer/waiting.tsx'
import { useTableSources } from '../workspace/use-table-sources.ts'
import { diagramOf } from './diagram-of.ts'

const DiagramView = dynamic(() => import('./diagram-view.tsx'), { ssr: false, loading: () => <Waiting /> })

/** The relation diagram, once all tables are read. */
export const DiagramPage = ({ workspace }: { workspace: number }) => {
  const { sources, pending, error } = useTableSources(workspace)
  const diagram = useMemo(() => diagramOf(sources), [sources])
  if (error !== null) {
    return (
      <div className="p-4 sm:p-6">
        <Alert>{explain(error)}</Alert>
      </div>
    )
  }
  if (pending) return <Skeleton className="h-full min-h-96" />
  if (diagram.tables.length === 0) {
    return (
      <div className="p-4 sm:p-6">
        <EmptyState icon={<Workflow size={28} aria-hidden />} title="No table yet">
          Tables and what they point to are drawn here.
        </EmptyState>
      </div>
    )
  }
  return <DiagramView diagram={diagram} />
}
