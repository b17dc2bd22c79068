'use client'
import { Alert, Button, Card } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { History } from 'lucide-react'
import Link from 'next/link'
import { api, explain } from '../api.ts'
import { usePages } from '../workspace/use-workspace.ts'
import { msInWords, timeInWords } from './in-words.ts'
import { StatusMark } from './status-mark.tsx'

const COUNT = 50

/** The newest recorded requests of an endpoint on its draft: which answers change, before it is published. */
export const ReplayLast = ({ workspace, object }: { workspace: number; object: number }) => {
  const replay = useMutation({ mutationFn: () => api.replayRequests({ workspace, object, count: COUNT }) })
  const pages = usePages()
  const changed = replay.data?.replays.filter(({ same }) => !same) ?? []
  return (
    <section aria-labelledby="last" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="last" className="flex-1 font-semibold">
          Before you publish
        </h2>
        <Button look="outline" size="sm" busy={replay.isPending} onClick={() => replay.mutate()}>
          <History size={16} aria-hidden /> Replay the last {COUNT} on the draft
        </Button>
      </div>
      {replay.error !== null && <Alert>{explain(replay.error)}</Alert>}
      {replay.data !== undefined && (
        <Card className="overflow-x-auto p-4">
          <p className="text-sm" aria-live="polite">
            {changed.length === 0
              ? `All ${replay.data.replays.length} answers stay as they are.`
              : `${changed.length} of ${replay.data.replays.length} answers change.`}{' '}
            <span className="text-muted">
              {replay.data.covered.length} of {replay.data.statements.length} statements ran.
            </span>
          </p>
          {changed.length > 0 && (
            <table className="mt-3 w-full text-sm">
              <thead>
                <tr className="text-left text-xs text-muted">
                  {['Time', 'Then', 'Draft', 'Duration', 'Answer of the draft'].map((name) => (
                    <th key={name} scope="col" className="px-2 py-1 font-medium first:pl-0">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {changed.map(({ request, before, now, unrecorded }) => (
                  <tr key={request.id} className="border-t border-line">
                    <td className="px-2 py-1.5 whitespace-nowrap first:pl-0">
                      <Link href={pages.request(request)} className="hover:text-accent">
                        {timeInWords(request.at)}
                      </Link>
                    </td>
                    <td className="px-2">
                      <StatusMark status={before.status} />
                    </td>
                    <td className="px-2">
                      <StatusMark status={now.status} />
                    </td>
                    <td className="px-2 whitespace-nowrap tabular-nums">
                      {msInWords(request.ms)} → {msInWords(now.ms)}
                    </td>
                    <td className="max-w-64 truncate px-2 font-mono text-xs">
                      {unrecorded === null
                        ? (now.error?.message ?? JSON.stringify(now.result))
                        : `asks for ${unrecorded.call}, which was not recorded`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Card>
      )}
    </section>
  )
}
