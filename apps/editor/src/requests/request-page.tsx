'use client'
import { Alert, Badge, Card } from '@cairn/ui'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { QueryView } from '../query-view.tsx'
import { PageFrame } from '../workspace/page-frame.tsx'
import { usePages } from '../workspace/use-workspace.ts'
import { msInWords, sizeInWords, timeInWords } from './in-words.ts'
import { KeepAsTest } from './keep-as-test.tsx'
import { ReplayLast } from './replay-last.tsx'
import { AskedSection, ReplaySection } from './replay-section.tsx'
import { StatusMark } from './status-mark.tsx'
import { useRequest, type OneRequest, type Place } from './use-request.ts'

/** One request of the history: what was asked and answered, and the way to run it again. */
export const RequestPage = ({ place }: { place: Place }) => {
  const found = useRequest(place)
  const pages = usePages()
  const request = found.data?.request
  return (
    <PageFrame
      above={
        <Link
          href={pages.history()}
          className="mb-3 inline-flex w-fit items-center gap-1.5 text-sm font-medium text-muted hover:text-ink"
        >
          <ArrowLeft size={15} aria-hidden /> All requests
        </Link>
      }
      title={request === undefined ? 'Request' : `${request.method} /${request.path}`}
      actions={
        found.data?.recording != null &&
        found.data.object !== null && <KeepAsTest place={place} suggestion={nameFor(found.data)} />
      }
    >
      <div className="grid grid-cols-1 gap-6">
        <QueryView query={found}>{(one) => <Found place={place} one={one} />}</QueryView>
      </div>
    </PageFrame>
  )
}

const nameFor = ({ request }: OneRequest): string =>
  request.error === null ? `${request.method} /${request.path}` : `does not fail with: ${request.error.slice(0, 80)}`

const Found = ({ place, one }: { place: Place; one: OneRequest }) => {
  const { request, recording, object, hasDraft } = one
  const pages = usePages()
  // What failed may stand in another object, which it then names: `stack.0 of function "invoice"`.
  const own = request.errorAt?.includes(' of ') === true ? null : request.errorAt
  return (
    <>
      <Card className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
        <StatusMark status={request.status} />
        <span className="tabular-nums">{timeInWords(request.at)}</span>
        <span className="tabular-nums">{msInWords(request.ms)}</span>
        <span className="text-muted tabular-nums">{sizeInWords(request.size)}</span>
        <span className="text-muted">
          {request.user === null ? 'Nobody signed in' : `${request.user.table} ${request.user.id}`}
        </span>
        <Badge>{request.datasource}</Badge>
        <Badge>{request.branch}</Badge>
        {object !== null && (
          <Link
            href={pages.stack(object, own)}
            className="ml-auto font-medium text-accent underline underline-offset-4"
          >
            {own === null ? 'Open the endpoint' : 'Open the statement that failed'}
          </Link>
        )}
      </Card>
      {request.error !== null && (
        <Alert>
          {request.error}
          {own === null && request.errorAt !== null && ` (at ${request.errorAt})`}
        </Alert>
      )}
      {recording === null ? (
        <p className="rounded-md bg-sunken px-4 py-6 text-center text-sm text-muted">
          This request was not recorded, so there is nothing to replay. In the history you choose what is.
        </p>
      ) : (
        <>
          <AskedSection recording={recording} />
          {object !== null && <ReplaySection place={place} object={object} hasDraft={hasDraft} />}
          {object !== null && hasDraft && <ReplayLast workspace={place.workspace} object={object} />}
        </>
      )}
    </>
  )
}
