'use client'
import { Database } from 'lucide-react'
import { useWorkspace } from './use-workspace.ts'

/** On another branch than the live one: that its tables and rows are no other ones. */
export const SharedTables = ({ className = '' }: { className?: string }) => {
  const { isLive, branch } = useWorkspace()
  if (isLive) return null
  return (
    <p role="note" className={`flex items-start gap-2 bg-accent-soft px-4 py-2 text-sm text-accent ${className}`}>
      <Database size={15} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        All branches share the tables and their rows. What you change here, you change for the live branch too, not for{' '}
        {branch} alone.
      </span>
    </p>
  )
}
