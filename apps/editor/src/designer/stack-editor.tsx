'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Catalogue } from '../definitions/use-definitions.ts'
import { pages } from '../workspace/addresses.ts'
import { gateway, type ObjectSource, type ObjectVersion } from '../workspace/gateway.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { keysOf } from './actions.ts'
import { nameOf } from './engine/document.ts'
import { problemsOf, type Problem } from './engine/problems.ts'
import { argumentOf } from './engine/summary.ts'
import { DesignerHeader } from './header/designer-header.tsx'
import { ConflictDialog } from './publish/conflict-dialog.tsx'
import { HistoryDialog } from './publish/history-dialog.tsx'
import { ProblemsDialog } from './publish/problems-dialog.tsx'
import { PublishDialog } from './publish/publish-dialog.tsx'
import type { KeptObject } from './saving/keep.ts'
import { useAutosave } from './saving/use-autosave.ts'
import { StackDesigner } from './stack-designer.tsx'
import { startDesigner } from './start-designer.ts'
import { useSurroundings } from './use-surroundings.ts'
import type { DesignerView } from './views.ts'

export interface StackEditorProps {
  workspace: number
  source: ObjectSource
  kept: KeptObject | null
  catalogue: Catalogue
}

type Open = 'publish' | 'history' | 'problems' | 'conflict' | null

const VIEW_KEY = 'cairn-view'
const WITHOUT_INPUT: ReadonlySet<string> = new Set(['task', 'table_trigger'])
const WITHOUT_RESPONSE: ReadonlySet<string> = new Set(['task', 'table_trigger'])

const rememberedView = (): DesignerView => {
  const kept = localStorage.getItem(VIEW_KEY)
  return kept === 'canvas' || kept === 'code' ? kept : 'list'
}

/** One object, opened: its draft is saved as it changes and can be published. */
export const StackEditor = ({ workspace, source, kept, catalogue }: StackEditorProps) => {
  const queries = useQueryClient()
  const [started] = useState(() => startDesigner(source, kept))
  const { designer } = started
  const [live, setLive] = useState(source.published ?? '')
  const [view, setView] = useState<DesignerView>(rememberedView)
  const [open, setOpen] = useState<Open>(null)
  const [refused, setRefused] = useState<string[]>([])
  const { authTables, ...surroundings } = useSurroundings(workspace)
  const known = useMemo(() => surroundings, [JSON.stringify(surroundings)])
  const document = useStore(designer.store, (state) => state.document)
  const unfinished = useStore(designer.store, (state) => state.unfinished)
  const problems = useMemo(() => problemsOf(document, unfinished, catalogue), [document, unfinished, catalogue])
  const { autosave, state } = useAutosave({
    designer,
    key: `${workspace}/${source.id}`,
    edition: started.edition,
    unsent: started.unsent,
    send: (text, edition) => gateway.sendDraft(workspace, source.id, { source: text, expectedEdition: edition }),
  })
  useEffect(() => {
    if (state.kind === 'conflict') setOpen('conflict')
  }, [state.kind])
  const url = usePublicUrl(source.kind, document.object === null ? '' : nameOf(argumentOf(document.object, 'api_group')), nameOf(document.object?.target ?? null))
  const publish = useMutation({
    mutationFn: async (note: string) => {
      const text = designer.store.getState().document.text
      const edition = await autosave?.flush()
      if (edition === null || edition === undefined) throw new Error('The draft is not saved yet. Try again in a moment.')
      return { text, answer: await gateway.publish(workspace, source.id, { expectedEdition: edition, note }) }
    },
    onSuccess: ({ text, answer }) => {
      if (!answer.published) return setRefused(answer.messages)
      autosave?.setEdition(answer.edition)
      setLive(text)
      setRefused([])
      setOpen(null)
      void queries.invalidateQueries({ queryKey: ['objects', workspace] })
      void queries.invalidateQueries({ queryKey: ['versions', workspace, source.id] })
    },
    onError: (error) => setRefused([error.message]),
  })
  const changeView = (next: DesignerView) => {
    localStorage.setItem(VIEW_KEY, next)
    setView(next)
  }
  const goTo = ({ address }: Problem) => {
    setOpen(null)
    if (address === '') return changeView('code')
    if (view === 'code') changeView('list')
    designer.select([address])
    requestAnimationFrame(() => window.document.querySelector<HTMLElement>(`[data-key="${CSS.escape(address)}"]`)?.click())
  }
  const restore = (version: ObjectVersion) => {
    designer.setText(version.source)
    setOpen(null)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keysOf(event) !== 'Mod+P') return
      event.preventDefault()
      setOpen('publish')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const parts = { inputs: !WITHOUT_INPUT.has(source.kind), response: !WITHOUT_RESPONSE.has(source.kind) }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <DesignerHeader
        designer={designer}
        back={source.kind === 'query' ? pages.api(workspace) : source.kind === 'task' ? pages.tasks(workspace) : pages.library(workspace)}
        kind={source.kind}
        url={url}
        authTables={authTables}
        state={state}
        draft={document.text !== live}
        problems={problems.length}
        view={view}
        onView={changeView}
        onProblems={() => setOpen('problems')}
        onHistory={() => setOpen('history')}
        onPublish={() => setOpen('publish')}
      />
      <StackDesigner designer={designer} catalogue={catalogue} surroundings={known} view={view} onView={changeView} parts={parts} />
      {open === 'publish' && (
        <PublishDialog
          before={live}
          after={document.text}
          problems={problems}
          refused={refused}
          busy={publish.isPending}
          onPublish={(note) => publish.mutate(note)}
          onProblem={goTo}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'problems' && <ProblemsDialog problems={problems} onProblem={goTo} onClose={() => setOpen(null)} />}
      {open === 'history' && (
        <HistoryDialog workspace={workspace} object={source.id} now={document.text} onRestore={restore} onClose={() => setOpen(null)} />
      )}
      {open === 'conflict' && state.kind === 'conflict' && (
        <ConflictDialog
          mine={document.text}
          theirs={state.theirs}
          onMine={() => {
            autosave?.settle(state.edition)
            setOpen(null)
          }}
          onTheirs={() => {
            designer.setText(state.theirs)
            autosave?.settle(state.edition)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** Where an endpoint is live. */
function usePublicUrl(kind: string, group: string, path: string): string | null {
  const { workspace } = useWorkspace()
  const base = workspace?.groups.find(({ name }) => name === group)?.url
  return kind !== 'query' || base === undefined ? null : `${base}/${path.replace(/^\//, '')}`
}
