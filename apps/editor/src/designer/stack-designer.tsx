'use client'
import { Button } from '@cairn/ui'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { selectedStatements } from './actions.ts'
import { DesignerContext, type DesignerValue } from './designer-context.tsx'
import { InputSection } from './fields/input-section.tsx'
import { ResponseSection } from './fields/response-section.tsx'
import { Section } from './fields/section.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { StackList } from './list/stack-list.tsx'
import { StatementPicker } from './picker/statement-picker.tsx'
import { KnownContext } from './known-context.ts'
import { useSettled } from './use-settled.ts'
import type { LastRun } from './value/last-run.ts'
import type { DesignerView } from './views.ts'
import { Waiting } from './waiting.tsx'

const ExtractDialog = dynamic(() => import('./extract/extract-dialog.tsx').then((module) => module.ExtractDialog), {
  ssr: false,
})
const RunPanel = dynamic(() => import('./run/run-panel.tsx').then((module) => module.RunPanel), {
  ssr: false,
  loading: () => <Waiting />,
})
const TestsPanel = dynamic(() => import('./tests/tests-panel.tsx').then((module) => module.TestsPanel), {
  ssr: false,
  loading: () => <Waiting />,
})
const TraceDock = dynamic(() => import('./run/trace-dock.tsx').then((module) => module.TraceDock), { ssr: false })
const CodeView = dynamic(() => import('./code/code-view.tsx'), { ssr: false, loading: () => <Waiting /> })
const CanvasView = dynamic(() => import('./canvas/canvas-view.tsx'), { ssr: false, loading: () => <Waiting /> })

export interface StackDesignerProps extends DesignerValue {
  view: DesignerView
  onView: (view: DesignerView) => void
  /** What the object has: a task takes no input and answers nothing. */
  parts: { inputs: boolean; response: boolean }
  workspace: number
  object: number
  authTables: readonly string[]
  /** Public address; null where there is none. */
  url: string | null
  /** Whether something is live. */
  published: boolean
}

/** How long typing pauses before the server is asked for types. */
const TYPES_MS = 500

const LABELS = { picker: 'Add a function', inspector: 'Fields', run: 'Run the draft', tests: 'Tests' } as const

/** One object in one of its three views, with the panel of the selection at the right. */
export const StackDesigner = (props: StackDesignerProps) => {
  const { view, onView, parts, workspace, object, authTables, url, published, ...value } = props
  const { designer, catalogue, surroundings, panel, setPanel, debug, tests } = value
  const [extracting, setExtracting] = useState<readonly string[] | null>(null)
  const shared = useMemo(
    () => ({
      designer,
      catalogue,
      surroundings,
      panel,
      setPanel,
      debug,
      tests,
      extract: () => setExtracting(selectedStatements(designer)),
    }),
    [designer, catalogue, surroundings, panel, setPanel, debug, tests],
  )
  const text = useStore(designer.store, (state) => state.document.text)
  const settled = useSettled(text, TYPES_MS)
  const isTraced = useStore(debug.store, ({ answer, open }) => open && answer?.trace != null)
  const [run, setRun] = useState<LastRun | null>(null)
  const known = useMemo(() => ({ workspace, object, settled, run }), [workspace, object, settled, run])
  const readable = designer.store.getState().document.object !== null
  return (
    <DesignerContext value={shared}>
      <KnownContext value={known}>
        <div className="flex min-h-0 min-w-0 flex-1">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            {view === 'code' && (
              <div className="min-h-0 flex-1">
                <CodeView />
              </div>
            )}
            {view === 'canvas' && (
              <div className="min-h-0 flex-1">
                <CanvasView />
              </div>
            )}
            {view === 'list' && (
              <div data-scroll="" className="min-h-0 flex-1 overflow-y-auto">
                <div className="mx-auto grid max-w-4xl grid-cols-1 gap-6 px-4 py-5 sm:px-6">
                  {readable ? (
                    <>
                      {parts.inputs && <InputSection />}
                      <Section title="Function stack">
                        <StackList />
                      </Section>
                      {parts.response && <ResponseSection />}
                    </>
                  ) : (
                    <Unreadable onCode={() => onView('code')} />
                  )}
                </div>
              </div>
            )}
            {isTraced && <TraceDock workspace={workspace} />}
          </div>
          {panel !== null && (view !== 'code' || panel.kind === 'run' || panel.kind === 'tests') && (
            <aside
              aria-label={LABELS[panel.kind]}
              className="fixed inset-y-0 right-0 z-20 w-full border-l border-line bg-surface sm:w-96 lg:static lg:w-96 lg:shrink-0"
            >
              {panel.kind === 'run' && (
                <RunPanel
                  workspace={workspace}
                  object={object}
                  authTables={authTables}
                  url={url}
                  published={published}
                  onRan={setRun}
                  onClose={() => setPanel(null)}
                />
              )}
              {panel.kind === 'tests' && (
                <TestsPanel
                  workspace={workspace}
                  object={object}
                  onRun={() => setPanel({ kind: 'run' })}
                  onClose={() => setPanel(null)}
                />
              )}
              {panel.kind === 'inspector' && <Inspector />}
              {panel.kind === 'picker' && (
                <StatementPicker key={`${panel.block}.${panel.index}`} block={panel.block} index={panel.index} />
              )}
            </aside>
          )}
        </div>
        {extracting !== null && (
          <ExtractDialog workspace={workspace} addresses={extracting} onClose={() => setExtracting(null)} />
        )}
      </KnownContext>
    </DesignerContext>
  )
}

const Unreadable = ({ onCode }: { onCode: () => void }) => (
  <div className="grid justify-items-center gap-3 py-16 text-center">
    <h2 className="text-lg font-semibold">This text holds no object yet</h2>
    <p className="max-w-sm text-muted">Its first lines can not be read. The code view shows where.</p>
    <Button look="outline" onClick={onCode}>
      Open the code
    </Button>
  </div>
)
