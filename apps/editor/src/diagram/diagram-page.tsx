'use client'
import { Alert, EmptyState, Skeleton } from '@cairn/ui'
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
  if (error !== null) return <Alert>{explain(error)}</Alert>
  if (pending) return <Skeleton className="h-full min-h-96" />
  if (diagram.tables.length === 0) {
    return <EmptyState title="No table yet">Tables and what they point to are drawn here.</EmptyState>
  }
  return <DiagramView diagram={diagram} />
}
