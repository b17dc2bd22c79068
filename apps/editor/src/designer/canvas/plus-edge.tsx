'use client'
import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type EdgeProps } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { useDesigner } from '../designer-context.tsx'
import type { Place } from '../engine/places.ts'

/** A line of the flow with a "+" in its middle. */
export const PlusEdge = ({ sourceX, sourceY, targetX, targetY, data }: EdgeProps) => {
  const { setPanel } = useDesigner()
  const [path, x, y] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, borderRadius: 8 })
  const place = data?.['place'] as Place | null | undefined
  return (
    <>
      <BaseEdge path={path} style={{ stroke: 'var(--line-strong)' }} />
      {place != null && (
        <EdgeLabelRenderer>
          <button
            type="button"
            aria-label="Add here"
            onClick={() => setPanel({ kind: 'picker', ...place })}
            style={{ zIndex: 1, transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            className="nodrag nopan pointer-events-auto absolute grid size-5 cursor-pointer place-items-center rounded-full border border-line-strong bg-surface text-muted hover:border-accent hover:bg-accent hover:text-on-accent"
          >
            <Plus size={12} aria-hidden />
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
