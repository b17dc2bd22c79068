'use client'
import { compareObjects } from '@cairn/language'
import { Segments } from '@cairn/ui'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { Waiting } from '../waiting.tsx'
import { ChangeList } from './change-list.tsx'

const DiffView = dynamic(() => import('../code/diff-view.tsx'), { ssr: false, loading: () => <Waiting /> })

const VIEWS = [
  { value: 'statements', label: 'Statements' },
  { value: 'text', label: 'Text' },
] as const

/** What differs between two texts of an object: statement by statement, or line by line. */
export const Changes = ({ before, after }: { before: string; after: string }) => {
  const changes = useMemo(() => compareObjects(before, after), [before, after])
  const [view, setView] = useState<'statements' | 'text'>('statements')
  // Published for the first time, or a text that holds no object: there is nothing to compare with.
  if (changes === null) return <DiffView before={before} after={after} />
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Segments label="Show changes as" value={view} segments={VIEWS} onChange={setView} />
        <span className="text-sm text-muted">
          {changes.length === 0
            ? 'Nothing but layout differs.'
            : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`}
        </span>
      </div>
      {view === 'text' ? <DiffView before={before} after={after} /> : <ChangeList changes={changes} />}
    </div>
  )
}
