'use client'
import { Alert, Badge, Card, Segments } from '@cairn/ui'
import { useState } from 'react'
import { QueryView } from '../query-view.tsx'
import { JsonView } from './json-view.tsx'
import { ReplayTrace } from './replay-trace.tsx'
import { StatusMark } from './status-mark.tsx'
import { useReplay, type OneRequest, type Place, type Replay, type Version } from './use-request.ts'

const VERSIONS = [
  { value: 'then', label: 'As it was' },
  { value: 'published', label: 'Published' },
  { value: 'draft', label: 'Draft' },
] as const

/** The request run again on what its ports returned: on the text of that time, the published one, or the draft. */
export const ReplaySection = ({ place, object, hasDraft }: { place: Place; object: number; hasDraft: boolean }) => {
  const [version, setVersion] = useState<Version>('then')
  const replay = useReplay(place, version, true)
  return (
    <section aria-labelledby="replay" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="replay" className="flex-1 font-semibold">
          Replay
        </h2>
        <Segments
          label="Version"
          value={version}
          segments={hasDraft ? VERSIONS : VERSIONS.slice(0, 2)}
          onChange={setVersion}
        />
      </div>
      <QueryView query={replay}>
        {(data) => <Replayed replay={data} workspace={place.workspace} object={object} version={version} />}
      </QueryView>
    </section>
  )
}

const Replayed = ({
  replay,
  workspace,
  object,
  version,
}: {
  replay: Replay
  workspace: number
  object: number
  version: Version
}) => (
  <Card className="grid grid-cols-1 gap-4 p-4">
    <div className="flex flex-wrap items-center gap-2" aria-live="polite">
      <StatusMark status={replay.status} />
      <span className={`text-sm font-medium ${replay.same ? 'text-accent' : 'text-warning'}`}>
        {replay.same ? 'Same answer as then' : 'Another answer than then'}
      </span>
      <Badge>{replay.ms.toFixed(1)} ms</Badge>
    </div>
    {replay.unrecorded !== null && (
      <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning">
        From one step on this is another run: it asks for <code className="font-mono">{replay.unrecorded.call}</code>{' '}
        {replay.unrecorded.otherwise ? 'with values that were not recorded' : 'which was not recorded'}.
      </p>
    )}
    {replay.error === null ? (
      <JsonView label="Response of the replay" value={replay.result} />
    ) : (
      <Alert>
        {replay.error.message} ({replay.error.code})
      </Alert>
    )}
    {version !== 'then' && replay.differs === null && <p className="text-sm text-muted">Every step did the same.</p>}
    <ReplayTrace key={version} replay={replay} workspace={workspace} object={object} />
  </Card>
)

/** What was asked and answered then. */
export const AskedSection = ({ recording }: { recording: NonNullable<OneRequest['recording']> }) => (
  <section aria-label="Request and answer" className="grid grid-cols-1 gap-3 lg:grid-cols-2">
    <Card className="grid grid-cols-1 content-start gap-2 p-4">
      <h2 className="text-sm font-semibold">Input</h2>
      <JsonView label="Input" value={recording.input} />
      <details className="text-sm">
        <summary className="cursor-pointer text-muted">Headers</summary>
        <JsonView label="Headers" value={recording.headers} />
      </details>
    </Card>
    <Card className="grid grid-cols-1 content-start gap-2 p-4">
      <h2 className="text-sm font-semibold">Answer</h2>
      {recording.answer.error === null ? (
        <JsonView label="Answer" value={recording.answer.result} />
      ) : (
        <JsonView label="Answer" value={recording.answer.error} />
      )}
    </Card>
  </section>
)
