'use client'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Problem } from '../engine/problems.ts'
import type { Draft } from '../use-draft.ts'
import { ProblemsDialog } from './problems-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'

const HistoryDialog = dynamic(() => import('./history-dialog.tsx').then((module) => module.HistoryDialog), {
  ssr: false,
})

const ConflictDialog = dynamic(() => import('./conflict-dialog.tsx').then((module) => module.ConflictDialog), {
  ssr: false,
})

export type OpenDialog = 'publish' | 'history' | 'problems' | 'conflict' | null

export interface DraftDialogsProps {
  draft: Draft
  workspace: number
  object: number
  open: OpenDialog
  setOpen: (open: OpenDialog) => void
  /** Who gets what is published. */
  reach: string
  /** What publishing does beside the change of the text, and whether it may be done yet. */
  consequences?: ReactNode
  ready?: boolean
  /** Leads to the place of a problem. */
  onProblem: (problem: Problem) => void
}

/** The dialogs of an object as a whole: publish, history, problems, and another's change. */
export const DraftDialogs = (props: DraftDialogsProps) => {
  const { draft, workspace, object, open, setOpen, onProblem, reach, consequences, ready = true } = props
  const { designer, live, document, problems, autosave, state, publish, refused } = draft
  const close = () => {
    publish.reset()
    setOpen(null)
  }
  const goTo = (problem: Problem) => {
    close()
    onProblem(problem)
  }
  if (open === 'problems') return <ProblemsDialog problems={problems} onProblem={goTo} onClose={close} />
  if (open === 'publish') {
    return (
      <PublishDialog
        before={live}
        after={document.text}
        problems={problems}
        refused={refused}
        busy={publish.isPending}
        reach={reach}
        consequences={consequences}
        ready={ready}
        onPublish={(note) => publish.mutate(note, { onSuccess: ({ messages }) => messages.length === 0 && close() })}
        onProblem={goTo}
        onClose={close}
      />
    )
  }
  if (open === 'history') {
    const restore = (version: { source: string }) => {
      designer.setText(version.source)
      close()
    }
    return (
      <HistoryDialog workspace={workspace} object={object} now={document.text} onRestore={restore} onClose={close} />
    )
  }
  if (open !== 'conflict' || state.kind !== 'conflict') return null
  const { base, theirs, edition } = state
  const end = (text: string) => {
    designer.setText(text)
    autosave?.settle(edition, theirs)
    close()
  }
  return <ConflictDialog base={base} mine={document.text} theirs={theirs} onEnd={end} onClose={close} />
}
