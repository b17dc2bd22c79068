'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { reachedOf, type Reached } from './coverage.ts'

const NONE: ReadonlyMap<string, Reached> = new Map()

/** What the tests reach of this object, by address; nothing once the text is another than they ran on. */
export function useReached(): ReadonlyMap<string, Reached> {
  const { tests } = useDesigner()
  const tested = useStore(tests.store, ({ answer, shown, text }) => (shown && answer !== null ? text : null))
  const answer = useStore(tests.store, (state) => state.answer)
  const isCurrent = useDesignerState(({ document }) => document.text === tested)
  return useMemo(() => (isCurrent && answer !== null ? reachedOf(answer) : NONE), [isCurrent, answer])
}
