'use client'
import { statementAt } from '@cairn/language'
import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Pages } from '../workspace/addresses.ts'
import { useGroup } from '../workspace/use-groups.ts'
import { usePages, useWorkspace } from '../workspace/use-workspace.ts'
import { keysOf } from './actions.ts'
import type { Panel } from './designer-context.tsx'
import { nameOf } from './engine/document.ts'
import type { Problem } from './engine/problems.ts'
import { argumentOf } from './engine/summary.ts'
import { DesignerHeader } from './header/designer-header.tsx'
import { DraftDialogs, type OpenDialog } from './publish/draft-dialogs.tsx'
import { TestsSection } from './publish/tests-section.tsx'
import { usePublishTests } from './publish/use-publish-tests.ts'
import { createDebug } from './run/debug-store.ts'
import { keepRun, readKeptRun } from './run/kept-run.ts'
import { StackDesigner } from './stack-designer.tsx'
import { CoverageFigure } from './tests/coverage-figure.tsx'
import { createTests } from './tests/tests-store.ts'
import { useDraft, type DraftSetting } from './use-draft.ts'
import { useSurroundings } from './use-surroundings.ts'
import type { DesignerView } from './views.ts'

const VIEW_KEY = 'cairn-view'
/** What runs by itself takes no input and answers nobody. */
const UNCALLED: ReadonlySet<string> = new Set(['task', 'table_trigger'])

const rememberedView = (): DesignerView => {
  const kept = localStorage.getItem(VIEW_KEY)
  return kept === 'canvas' || kept === 'code' ? kept : 'list'
}

const BACK: Readonly<Record<string, (pages: Pages) => string>> = {
  query: (pages) => pages.api(),
  task: (pages) => pages.tasks(),
}

/** One object, opened: its draft is saved as it changes and can be published. */
export const StackEditor = (setting: DraftSetting) => {
  const { workspace, source, catalogue } = setting
  const draft = useDraft(setting)
  const pages = usePages()
  const { isLive, branch } = useWorkspace()
  const { designer, document, live, state } = draft
  const [view, setView] = useState<DesignerView>(rememberedView)
  const [open, setOpen] = useState<OpenDialog>(null)
  const [panel, setPanel] = useState<Panel>(null)
  const [debug] = useState(() =>
    createDebug(readKeptRun(workspace, source.id), (kept) => keepRun(workspace, source.id, kept)),
  )
  const [tests] = useState(createTests)
  const { surroundings, authTables } = useSurroundings(workspace)
  useEffect(() => {
    if (state.kind === 'conflict') setOpen('conflict')
  }, [state.kind])
  usePageKey('Mod+P', () => setOpen('publish'))
  usePageKey('Mod+Enter', () => setPanel({ kind: 'run' }))
  const { object } = document
  const url = usePublicUrl(
    source.kind,
    object === null ? '' : nameOf(argumentOf(object, 'api_group')),
    nameOf(object?.target ?? null),
  )
  const isSound = draft.problems.every(({ severity }) => severity !== 'error')
  const publishTests = usePublishTests(
    { workspace, object: source.id, text: document.text, tests },
    open === 'publish' && isSound,
  )
  const changeView = (next: DesignerView) => {
    localStorage.setItem(VIEW_KEY, next)
    setView(next)
  }
  const goTo = ({ address }: Problem) => {
    if (address === '') return changeView('code')
    if (view === 'code') changeView('list')
    designer.select([address])
    setPanel({ kind: 'inspector' })
  }
  const at = useSearchParams().get('at')
  useEffect(() => {
    const now = designer.store.getState().document.object
    if (at === null || now === null || statementAt(now.body, at) === null) return
    setView((shown) => (shown === 'code' ? 'list' : shown))
    designer.select([at])
    setPanel({ kind: 'inspector' })
  }, [at, designer])
  const isCalled = !UNCALLED.has(source.kind)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <DesignerHeader
        designer={designer}
        back={BACK[source.kind]?.(pages) ?? pages.library()}
        kind={source.kind}
        url={url}
        authTables={authTables}
        state={state}
        draft={document.text !== live}
        problems={draft.problems.length}
        view={view}
        views={['list', 'canvas', 'code']}
        onView={changeView}
        onProblems={() => setOpen('problems')}
        onHistory={() => setOpen('history')}
        onPublish={() => setOpen('publish')}
        onRun={() => setPanel({ kind: 'run' })}
        onTests={() => setPanel({ kind: 'tests' })}
        coverage={<CoverageFigure tests={tests} designer={designer} onOpen={() => setPanel({ kind: 'tests' })} />}
      />
      <StackDesigner
        designer={designer}
        catalogue={catalogue}
        surroundings={surroundings}
        view={view}
        onView={changeView}
        parts={{ inputs: isCalled, response: isCalled }}
        workspace={workspace}
        object={source.id}
        authTables={authTables}
        panel={panel}
        setPanel={setPanel}
        debug={debug}
        tests={tests}
        url={url}
        published={live !== ''}
      />
      <DraftDialogs
        draft={draft}
        workspace={workspace}
        object={source.id}
        open={open}
        setOpen={setOpen}
        reach={
          isLive
            ? 'From then on callers get this version.'
            : `From then on callers of ${branch} get this version. The live branch stays as it is until a merge.`
        }
        consequences={isSound ? <TestsSection tests={publishTests} /> : undefined}
        ready={publishTests.ready}
        onProblem={goTo}
      />
    </div>
  )
}

/** Where an endpoint is live. */
function usePublicUrl(kind: string, group: string, path: string): string | null {
  const base = useGroup(group)?.url
  return kind !== 'query' || base === undefined ? null : `${base}/${path.replace(/^\//, '')}`
}

/** A key that works wherever the focus is: Ctrl-P publishes, Ctrl-Enter runs. */
export function usePageKey(keys: string, act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keysOf(event) !== keys || event.defaultPrevented) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
