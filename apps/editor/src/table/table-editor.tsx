'use client'
import { Card, EmptyState } from '@cairn/ui'
import dynamic from 'next/dynamic'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { createDebug } from '../designer/run/debug-store.ts'
import { DesignerContext } from '../designer/designer-context.tsx'
import { Section } from '../designer/fields/section.tsx'
import { DesignerHeader } from '../designer/header/designer-header.tsx'
import { DraftDialogs, type OpenDialog } from '../designer/publish/draft-dialogs.tsx'
import { usePageKey } from '../designer/stack-editor.tsx'
import { createTests } from '../designer/tests/tests-store.ts'
import { useDraft, type DraftSetting } from '../designer/use-draft.ts'
import { useSurroundings } from '../designer/use-surroundings.ts'
import { Waiting } from '../designer/waiting.tsx'
import { gateway } from '../workspace/gateway.ts'
import { SharedTables } from '../workspace/shared-tables.tsx'
import { usePages, useWorkspace } from '../workspace/use-workspace.ts'
import type { DesignerView } from '../designer/views.ts'
import { ColumnsSection } from './columns-section.tsx'
import { askedRenames, nameChanges, type ColumnRenames } from './publish/column-renames.ts'
import { RenamesSection } from './publish/renames-section.tsx'
import { PlanSection } from './publish/plan-section.tsx'
import { usePlans } from './publish/use-plans.ts'
import { TableName } from './table-name.tsx'
import { AuthSection } from './uses/auth-section.tsx'
import { UsedBySection } from './uses/used-by-section.tsx'
import { gridColumns } from './grid/grid-column.ts'
import { RowGrid } from './grid/row-grid.tsx'
import type { Key } from './grid/rows.ts'

const CodeView = dynamic(() => import('../designer/code/code-view.tsx'), { ssr: false, loading: () => <Waiting /> })

/** One table: columns as a form or as code, and whether people sign in with its rows; opened at one of them, or at none. */
export const TableEditor = ({ row, ...setting }: DraftSetting & { row: Key | null }) => {
  const { workspace, source, catalogue } = setting
  const pages = usePages()
  const { isLive } = useWorkspace()
  const [consent, setConsent] = useState<string[]>([])
  const [chosen, setChosen] = useState<ColumnRenames | null>(null)
  const asking = useRef<{ renames: Record<string, string>; consent: string[] }>({ renames: {}, consent: [] })
  const draft = useDraft(setting, (id, object, ask) => gateway.publishTable(id, object, { ...ask, ...asking.current }))
  const { designer, document, live, state } = draft
  const [view, setView] = useState<DesignerView>(row === null ? 'columns' : 'rows')
  useEffect(() => {
    if (row !== null) setView('rows')
  }, [row])
  const [open, setOpen] = useState<OpenDialog>(null)
  const { surroundings } = useSurroundings(workspace)
  // A table is not run.
  const [debug] = useState(() => createDebug({ breakpoints: {}, watches: [] }, () => {}))
  const [tests] = useState(createTests)
  const isSound = draft.problems.every(({ severity }) => severity !== 'error')
  const history = useStore(designer.store, (now) => now.history)
  const changes = useMemo(() => nameChanges(history, document.text, live), [history, document.text, live])
  const renames = chosen ?? changes.renames
  const ask = { renames: askedRenames(changes, renames), consent }
  asking.current = ask
  const asked = { workspace, object: source.id, source: document.text, ...ask }
  const plans = usePlans(asked, open === 'publish' && isSound && document.text !== live)
  usePageKey('Mod+P', () => setOpen('publish'))
  // Rows are of the table as it is live, whatever its draft says.
  const columns = useMemo(() => gridColumns(live), [live])
  const value = useMemo(
    () => ({ designer, catalogue, surroundings, panel: null, setPanel: () => {}, debug, tests }),
    [designer, catalogue, surroundings, debug, tests],
  )
  return (
    <DesignerContext value={value}>
      <div className="flex min-h-0 flex-1 flex-col">
        <DesignerHeader
          designer={designer}
          back={pages.database()}
          kind="table"
          url={null}
          authTables={[]}
          state={state}
          draft={document.text !== live}
          problems={draft.problems.length}
          view={view}
          views={['rows', 'columns', 'code']}
          onView={setView}
          onProblems={() => setOpen('problems')}
          onHistory={() => setOpen('history')}
          onPublish={() => setOpen('publish')}
        />
        <SharedTables className="shrink-0 border-b border-line" />
        {view === 'code' && <CodeView />}
        {view === 'rows' &&
          (live === '' ? (
            <div className="p-6">
              <EmptyState title="Not published yet">Publish the table: then it can hold rows.</EmptyState>
            </div>
          ) : (
            <RowGrid
              key={changes.table.from}
              workspace={workspace}
              table={changes.table.from}
              columns={columns}
              at={row}
            />
          ))}
        {view === 'columns' && (
          <div className="min-h-0 flex-1 overflow-y-auto">
            <div className="mx-auto grid max-w-5xl grid-cols-1 gap-6 px-4 py-5 sm:px-6">
              <ColumnsSection workspace={workspace} />
              <Section title="Settings">
                <Card className="px-4 py-3">
                  <TableName workspace={workspace} object={source.id} autosave={draft.autosave} />
                </Card>
              </Section>
              <AuthSection workspace={workspace} table={changes.table.from} />
              <UsedBySection workspace={workspace} table={changes.table.to} object={source.id} />
            </div>
          </div>
        )}
      </div>
      <DraftDialogs
        draft={draft}
        workspace={workspace}
        object={source.id}
        open={open}
        setOpen={(next) => {
          setConsent([])
          setChosen(null)
          setOpen(next)
        }}
        reach={
          isLive
            ? 'From then on callers get this version.'
            : 'From then on all branches, the live one too, have this version.'
        }
        consequences={
          isSound && document.text !== live ? (
            <>
              <RenamesSection changes={changes} renames={renames} onRenames={setChosen} />
              <PlanSection query={plans} consent={consent} onConsent={setConsent} />
            </>
          ) : undefined
        }
        ready={plans.data !== undefined && !plans.isPlaceholderData}
        onProblem={() => setView('code')}
      />
    </DesignerContext>
  )
}
