import { Badge, Card } from '@cairn/ui'
import { CircleDot } from 'lucide-react'
import Link from 'next/link'
import { ObjectMark } from '../objects/object-mark.tsx'
import { usePages, useWorkspace } from '../workspace/use-workspace.ts'
import { msInWords, sizeInWords, timeInWords } from './in-words.ts'
import { StatusMark } from './status-mark.tsx'
import type { PastRequest } from './use-requests.ts'

const CELL = 'px-2 py-1.5 align-top first:pl-4 last:pr-4'

/** Requests as a table, newest first; each leads to what is known of it. */
export const RequestList = ({ requests }: { requests: readonly PastRequest[] }) => (
  <Card className="overflow-x-auto">
    <table className="w-full text-sm">
      <thead>
        <tr className="text-left text-xs text-muted">
          {['Time', 'Status', 'Request', 'Duration', 'Size', 'User'].map((name) => (
            <th
              key={name}
              scope="col"
              className={`${CELL} font-medium ${name === 'Duration' || name === 'Size' ? 'text-right' : ''} ${name === 'Size' || name === 'User' ? 'max-md:hidden' : ''}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </tbody>
    </table>
  </Card>
)

const RequestRow = ({ request }: { request: PastRequest }) => {
  const pages = usePages()
  const { workspace } = useWorkspace()
  const { at, id, branch, method, path, status, ms, size, user, error, recorded } = request
  return (
    <tr className="border-t border-line hover:bg-sunken/60">
      <td className={`${CELL} whitespace-nowrap text-muted tabular-nums`}>{timeInWords(at)}</td>
      <td className={CELL}>
        <StatusMark status={status} />
      </td>
      <td className={`${CELL} w-full max-w-0`}>
        <Link href={pages.request({ at, id })} className="flex items-center gap-2 hover:text-accent">
          <ObjectMark kind="query" verb={method} />
          <span className="min-w-0 truncate font-medium">/{path}</span>
          {branch !== workspace?.liveBranch && (
            <span className="max-w-2/5 shrink-0 truncate" title={`Branch ${branch}`}>
              <Badge>{branch}</Badge>
            </span>
          )}
          {recorded && (
            <CircleDot size={13} aria-label="recorded" className="shrink-0 text-violet">
              <title>Recorded: it can be replayed</title>
            </CircleDot>
          )}
        </Link>
        {error !== null && <p className="mt-0.5 truncate pl-16 text-xs text-danger max-sm:pl-0">{error}</p>}
      </td>
      <td className={`${CELL} text-right whitespace-nowrap tabular-nums`}>{msInWords(ms)}</td>
      <td className={`${CELL} text-right whitespace-nowrap text-muted tabular-nums max-md:hidden`}>
        {sizeInWords(size)}
      </td>
      <td className={`${CELL} max-w-40 truncate whitespace-nowrap text-muted max-md:hidden`}>
        {user === null ? '–' : `${user.table} ${user.id}`}
      </td>
    </tr>
  )
}
