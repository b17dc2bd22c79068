'use client'
import { Alert, Button, CopyButton } from '@cairn/ui'
import { Play, StepForward, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { explain } from '../../api.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { fieldsOf } from '../engine/commands/fields.ts'
import { nameOf } from '../engine/document.ts'
import { argumentOf } from '../engine/summary.ts'
import { ownSteps } from '../../trace/engine/own-steps.ts'
import { readTrace } from '../../trace/engine/trace-model.ts'
import type { LastRun } from '../value/last-run.ts'
import { BreakpointList } from './breakpoint-list.tsx'
import { curlCommand } from './curl-command.ts'
import { HeaderRows } from './header-rows.tsx'
import { HeldSection } from './held-section.tsx'
import { sampleInput } from './input-sample.ts'
import { withoutSecrets, type Input } from './input-text.ts'
import { keepRun, readKeptRun } from './kept-run.ts'
import { RunInput } from './run-input.tsx'
import { RunOutcome } from './run-outcome.tsx'
import { RunTarget, type RunVersion } from './run-target.tsx'
import { TokenSection } from './token-section.tsx'
import type { RunAnswer } from './debug-store.ts'
import { useDebug } from './use-debug.ts'
import { useObjectName } from './use-object-name.ts'
import { useRun } from './use-run.ts'

export interface RunPanelProps {
  workspace: number
  object: number
  /** Tables whose rows can sign in. */
  authTables: readonly string[]
  /** Public address; null where there is none. */
  url: string | null
  /** Whether something is live. */
  published: boolean
  /** Told of a run, for the fields to show what their values were. */
  onRan: (run: LastRun) => void
  onClose: () => void
}

/** Runs the draft, or what is live, as anybody and with any input; what it writes to the database is written. */
export const RunPanel = ({ workspace, object, authTables, url, published, onRan, onClose }: RunPanelProps) => {
  const { debug, designer } = useDesigner()
  const tree = useDesignerState((state) => state.document.object)
  const fields = tree === null ? [] : fieldsOf(tree, 'input').filter(({ disabled, name }) => !disabled && name !== '')
  const [kept] = useState(() => readKeptRun(workspace, object))
  const [input, setInput] = useState<Input>(() => ({ ...sampleInput(fields), ...kept.input }))
  const [readable, setReadable] = useState(true)
  const [headers, setHeaders] = useState(kept.headers)
  const [datasource, setDatasource] = useState(kept.datasource)
  const [version, setVersion] = useState<RunVersion>('draft')
  const { run, resume } = useRun(workspace, object)
  const place = useObjectName()
  const answer = useDebug((state) => state.answer)
  const token = useDebug((state) => state.token)
  const auth = tree === null ? '' : nameOf(argumentOf(tree, 'auth'))
  const verb = nameOf(tree?.options.find(({ name }) => name === 'verb')?.value ?? null) || 'GET'
  const group = tree === null ? '' : nameOf(argumentOf(tree, 'api_group'))
  const path = nameOf(tree?.target ?? null).replaceAll(/^\/+|\/+$/g, '')
  const endpoint = tree?.name === 'query' && group !== '' ? { group, verb, path } : null
  const start = (stop: boolean) => {
    if (!readable || run.isPending) return
    keepRun(workspace, object, { input: withoutSecrets(input, fields), headers, datasource })
    const { object: ran } = designer.store.getState().document
    const keep = ({ result, trace }: RunAnswer) => {
      if (ran === null || trace === null || version !== 'draft') return
      onRan({ object: ran, input, result, steps: ownSteps(readTrace(trace), place) })
    }
    run.mutate({ input, draft: version === 'draft', headers, datasource, stop }, { onSuccess: keep })
  }
  const held = answer?.held ?? null
  return (
    <section
      aria-label="Run"
      className="flex h-full min-h-0 flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        start(false)
      }}
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3">
        <h2 className="flex-1 font-semibold">Run & Debug</h2>
        <Button
          look="outline"
          size="sm"
          icon
          aria-label="Step through"
          title="Step through: stops before the first statement"
          disabled={run.isPending || held !== null}
          onClick={() => start(true)}
        >
          <StepForward size={14} aria-hidden />
        </Button>
        <Button
          size="sm"
          busy={run.isPending}
          disabled={held !== null}
          title="Run (Ctrl+Enter)"
          onClick={() => start(false)}
        >
          <Play size={14} aria-hidden /> {version === 'draft' ? 'Run draft' : 'Run published'}
        </Button>
        <Button look="quiet" size="sm" icon aria-label="Close the run panel" onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className="grid min-h-0 flex-1 grid-cols-1 content-start gap-5 overflow-y-auto px-3 py-4">
        {held !== null && (
          <HeldSection key={held.session} held={held} address={addressOf(answer, held.step)} resume={resume} />
        )}
        {!readable && <Alert>The input is no JSON object, such as {'{"name": "Ada"}'}.</Alert>}
        {run.error !== null && <Alert>{explain(run.error)}</Alert>}
        <RunTarget
          workspace={workspace}
          published={published}
          version={version}
          onVersion={setVersion}
          datasource={datasource}
          onDatasource={setDatasource}
        />
        <RunInput
          workspace={workspace}
          endpoint={endpoint}
          fields={fields}
          input={input}
          onChange={setInput}
          onReadable={setReadable}
        />
        {authTables.length > 0 && (
          <TokenSection workspace={workspace} auth={auth} authTables={authTables} datasource={datasource} />
        )}
        {answer !== null && held === null && (
          // While another run is under way, nothing is done with the last one.
          <div inert={run.isPending} className={run.isPending ? 'opacity-60' : ''}>
            <RunOutcome answer={answer} workspace={workspace} />
          </div>
        )}
        <More title={`Headers${headers.length > 0 ? ` (${headers.length})` : ''}`}>
          <HeaderRows headers={headers} onChange={setHeaders} />
        </More>
        <BreakpointList />
        {url !== null && (
          <div className="flex items-center gap-1 text-sm">
            <span className="flex-1 text-muted">
              {token === null ? 'As a curl command' : 'As a curl command, with this token'}
            </span>
            <CopyButton
              size="sm"
              label="curl command"
              text={curlCommand({ url, verb, token: token?.token ?? null, headers, input })}
            />
          </div>
        )}
        {answer !== null && <ShowTrace onShow={() => debug.setOpen(true)} />}
      </div>
    </section>
  )
}

const addressOf = (
  answer: { trace: { steps: { site: number }[]; sites: { address: string }[] } | null } | null,
  step: number,
): string => answer?.trace?.sites[answer.trace.steps[step]?.site ?? -1]?.address ?? ''

const More = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="grid gap-2">
    <summary className="cursor-pointer text-sm font-semibold">{title}</summary>
    <div className="mt-2 grid gap-3">{children}</div>
  </details>
)

const ShowTrace = ({ onShow }: { onShow: () => void }) => {
  const hidden = useDebug(({ open, model }) => !open && model !== null && model.nodes.length > 0)
  return hidden ? (
    <Button look="outline" size="sm" onClick={onShow}>
      Show the trace
    </Button>
  ) : null
}
