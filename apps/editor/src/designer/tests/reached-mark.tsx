'use client'
import { Check, CircleDashed } from 'lucide-react'
import { reachedText, type Reached } from './coverage.ts'

/** How many tests run a statement or block, or that none does; with their names where one points at it. */
export const ReachedMark = ({ reached }: { reached: Reached | undefined }) => {
  if (reached === undefined) return null
  const { by, passedBy } = reached
  const text = reachedText(reached)
  const isWhole = by.length > 0 && passedBy !== false
  return (
    <span
      role="img"
      aria-label={text}
      title={text}
      className={`flex shrink-0 items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-medium tabular-nums ${
        isWhole ? 'bg-accent-soft text-accent' : 'bg-warning-soft text-warning'
      }`}
    >
      {by.length === 0 ? <CircleDashed size={12} aria-hidden /> : <Check size={12} aria-hidden />}
      {by.length === 0 ? 'no test' : by.length}
      {passedBy === false && by.length > 0 && <span>· else: no test</span>}
    </span>
  )
}
