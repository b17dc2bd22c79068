'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Alert, Button, Select, Spinner } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { msInWords, sizeInWords } from '../requests/in-words.ts'
import { StatusMark } from '../requests/status-mark.tsx'
import { RowSearch, type ChosenRow } from '../row-search/row-search.tsx'
import { useBranch } from '../workspace/use-workspace.ts'
import { laidOut } from '../laid-out.ts'
import { EndpointName } from './endpoint-name.tsx'
import { NotAsItShouldBe } from './matrix-section.tsx'

export interface ViewAsProps {
  workspace: number
  group: string
  /** Tables whose rows can sign in. */
  authTables: readonly string[]
}

type ViewedCall = OutputOf<Contract['viewAs']>['calls'][number]

/** Every endpoint of a group as one row of an auth table sees it. */
export const ViewAsSection = ({ workspace, group, authTables }: ViewAsProps) => {
  const [chosen, setChosen] = useState(authTables[0] ?? '')
  const branch = useBranch()
  const view = useMutation({
    mutationFn: ({ id }: ChosenRow) => api.viewAs({ workspace, branch, group, table: chosen, id }),
  })
  if (authTables.length === 0) {
    return (
      <p className="text-sm text-muted">
        No table has authentication yet. Switch it on in a table’s settings, and its rows can sign in.
      </p>
    )
  }
  const { data, variables: row } = view
  return (
    <div className="grid grid-cols-1 gap-4">
      {view.error !== null && <Alert>{explain(view.error)}</Alert>}
      {row === undefined || view.isError ? (
        <>
          <p className="text-sm">Choose who to be; every endpoint of the group is called as that row.</p>
          {authTables.length > 1 && (
            <Select
              label="Auth table"
              value={chosen}
              options={authTables.map((value) => ({ value, label: value }))}
              onChange={setChosen}
            />
          )}
          <RowSearch
            key={chosen}
            workspace={workspace}
            table={chosen}
            datasource="live"
            busy={view.isPending}
            onRow={(next) => view.mutate(next)}
          />
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="min-w-0 flex-1 truncate text-sm font-semibold max-sm:basis-full">
            As {chosen} {row.id}: {row.said}
          </h3>
          <Button look="outline" size="sm" disabled={view.isPending} onClick={() => view.mutate(row)}>
            Call again
          </Button>
          <Button look="outline" size="sm" disabled={view.isPending} onClick={() => view.reset()}>
            Another row
          </Button>
        </div>
      )}
      {view.isPending && <Spinner />}
      {data !== undefined && !view.isPending && <Calls calls={data.calls} />}
    </div>
  )
}

const Calls = ({ calls }: { calls: readonly ViewedCall[] }) => (
  <>
    <p className="text-xs text-muted" aria-live="polite">
      {calls.length === 1 ? 'One endpoint was' : `${calls.length} endpoints were`} called with a token made for this row
      alone. No login ran, so it has no extras: what a login puts in, such as a role, is missing. What an endpoint
      writes is taken back after each statement, so that a later one does not find it.
    </p>
    <ul aria-label="Answers" className="grid grid-cols-1">
      {calls.map((call) => (
        <li key={`${call.verb} ${call.path}`} className="border-t border-line">
          <Call {...call} />
        </li>
      ))}
    </ul>
  </>
)

const Call = ({ verb, path, auth, answer }: ViewedCall) => (
  <details className="group">
    <summary className="flex cursor-pointer list-none items-center gap-2 rounded-sm py-1.5 text-sm hover:bg-sunken">
      <ChevronRight size={14} aria-hidden className="shrink-0 text-muted group-open:rotate-90" />
      <span className="min-w-0 flex-1 overflow-hidden">
        <EndpointName verb={verb} path={path} auth={auth} />
      </span>
      {!answer.asExpected && <NotAsItShouldBe />}
      <span className="shrink-0 text-xs text-muted tabular-nums max-sm:hidden">
        {msInWords(answer.ms)} · {sizeInWords(answer.size)}
      </span>
      <StatusMark status={answer.status} />
    </summary>
    <div className="grid grid-cols-1 gap-1 pt-1 pb-3 pl-6">
      <pre
        tabIndex={0}
        role="region"
        aria-label={`Answer of ${verb} /${path}`}
        className="max-h-72 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs"
      >
        {answer.body === '' ? '(empty)' : laidOut(answer.body)}
      </pre>
      {answer.cut && <p className="text-xs text-warning">✂ Cut here: the answer is longer than what is shown.</p>}
    </div>
  </details>
)
