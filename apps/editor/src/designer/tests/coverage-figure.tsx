'use client'
import { FlaskConical } from 'lucide-react'
import { useStore } from 'zustand'
import type { Designer } from '../engine/designer-store.ts'
import { figuresOf } from './coverage.ts'
import type { Tests } from './tests-store.ts'

/** What the last tests reached, in the header; a click shows them. Says when the text went on since. */
export const CoverageFigure = ({
  tests,
  designer,
  onOpen,
}: {
  tests: Tests
  designer: Designer
  onOpen: () => void
}) => {
  const answer = useStore(tests.store, (state) => state.answer)
  const text = useStore(tests.store, (state) => state.text)
  const isCurrent = useStore(designer.store, ({ document }) => document.text === text)
  if (answer === null || answer.coverage.statements.of === 0) return null
  const { statements, branches } = answer.coverage
  const isWhole = statements.ran === statements.of && branches.ran === branches.of
  return (
    <button
      type="button"
      onClick={onOpen}
      title={isCurrent ? 'What the tests run of this stack' : 'The text has changed since the tests ran'}
      className={`flex h-7 cursor-pointer items-center gap-1.5 rounded-md px-2 text-xs font-medium tabular-nums hover:bg-sunken ${
        isCurrent ? (isWhole ? 'text-accent' : 'text-warning') : 'text-muted line-through'
      }`}
    >
      <FlaskConical size={14} aria-hidden />
      {figuresOf(answer)}
    </button>
  )
}
