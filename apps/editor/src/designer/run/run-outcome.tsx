'use client'
import { Alert, Badge, CopyButton } from '@cairn/ui'
import { milliseconds } from '../../trace/step-line.tsx'
import { KeepRun } from './keep-run.tsx'
import type { RunAnswer } from './debug-store.ts'

const WORDS = { done: 'Done', failed: 'Failed', refused: 'Not run', paused: 'Standing still' } as const

/** How a run ended: the status a request would get, the failure, the response. */
export const RunOutcome = ({ answer, workspace }: { answer: RunAnswer; workspace: number }) => {
  const { status, run, result, cut, error, answers, headers, trace, diagnostics } = answer
  const text = JSON.stringify(result, null, 2)
  const good = status === 'done' || status === 'paused'
  return (
    <section aria-label="Outcome" className="grid grid-cols-1 gap-3" aria-live="polite">
      <div className="flex items-center gap-2">
        <span
          className={`rounded-sm px-1.5 py-0.5 text-xs font-medium ${good ? 'bg-accent-soft text-accent' : 'bg-danger-soft text-danger'}`}
        >
          {WORDS[status]}
        </span>
        {(status === 'done' || status === 'failed') && <Badge>status {answers}</Badge>}
        {trace !== null && <Badge>{milliseconds(trace.ms)}</Badge>}
      </div>
      {run !== null && (
        <div>
          <KeepRun
            key={run}
            workspace={workspace}
            run={run}
            suggestion={error === null ? 'answers' : `fails: ${error.message}`.slice(0, 100)}
          />
        </div>
      )}
      {error !== null && (
        <Alert>
          {error.message} ({error.code}){error.at !== null && ` at ${error.at}`}
          {error.hint !== null && <span className="mt-1 block">{error.hint}</span>}
        </Alert>
      )}
      {diagnostics.map((found) => (
        <Alert key={`${found.line}:${found.column}:${found.code}`}>
          Line {found.line}: {found.message}
        </Alert>
      ))}
      {headers.length > 0 && (
        <pre tabIndex={0} className="overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">
          {headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
        </pre>
      )}
      {status === 'done' && (
        <div className="grid grid-cols-1 gap-1">
          <div className="flex items-center">
            <h3 className="flex-1 text-sm font-semibold">Response</h3>
            <CopyButton size="sm" text={text} label="response" />
          </div>
          <pre tabIndex={0} className="max-h-72 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">
            {shownText(text)}
          </pre>
          {(cut || text.length > MOST_SHOWN) && (
            <p className="text-xs text-warning">✂ Cut here: the response is longer than what is shown.</p>
          )}
        </div>
      )}
    </section>
  )
}

/** Characters that a browser draws at once without a pause. */
const MOST_SHOWN = 50_000

const shownText = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text)
