'use client'
import { Alert, Button, EmptyState, Switch } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { CircleDot, Download } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useState } from 'react'
import { api, explain } from '../api.ts'
import { useObjects } from '../objects/use-objects.ts'
import { QueryView } from '../query-view.tsx'
import { saveFile } from '../save-file.ts'
import { PageFrame } from '../workspace/page-frame.tsx'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { FiguresSection } from './figures-section.tsx'
import { FilterBar } from './filter-bar.tsx'
import { RecordingDialog } from './recording-dialog.tsx'
import { everything, filterOf, type Chosen } from './request-filter.ts'
import { RequestPage } from './request-page.tsx'
import { RequestList } from './request-list.tsx'
import { useFigures, useRequests } from './use-requests.ts'

/** The history of a workspace, or one request of it where the address names one. */
export const HistoryPage = () => {
  const { id: workspace } = useWorkspace()
  const query = useSearchParams()
  const [at, id] = [query.get('at'), query.get('request')]
  return at === null || id === null ? (
    <Requests key={workspace} id={workspace} />
  ) : (
    <RequestPage key={id} place={{ workspace, at, id }} />
  )
}

/** Every request to the public URLs of a workspace: looked for, counted, followed, and taken out as a table. */
const Requests = ({ id }: { id: number }) => {
  const { workspace } = useWorkspace()
  const [chosen, setChosen] = useState(everything)
  const [live, setLive] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const sought = useDeferredValue(chosen)
  const endpoints = (useObjects(id).data ?? []).filter(({ kind }) => kind === 'query')
  const csv = useMutation({
    mutationFn: () => api.requestCsv({ workspace: id, filter: filterOf(chosen, Date.now()) }),
    onSuccess: (answer) => saveFile('requests.csv', answer.csv, 'text/csv'),
  })
  return (
    <PageFrame
      title="History"
      lead="Every request to your public URLs."
      actions={
        <>
          <Switch label="Live" checked={live} onChange={setLive} />
          <Button look="outline" size="sm" onClick={() => setChoosing(true)}>
            <CircleDot size={16} aria-hidden /> Recording
          </Button>
          <Button look="outline" size="sm" busy={csv.isPending} onClick={() => csv.mutate()}>
            <Download size={16} aria-hidden /> CSV
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-5">
        <FilterBar chosen={chosen} branches={workspace?.branches ?? []} endpoints={endpoints} onChange={setChosen} />
        {csv.error !== null && <Alert>{explain(csv.error)}</Alert>}
        {choosing && <RecordingDialog workspace={id} endpoints={endpoints} onClose={() => setChoosing(false)} />}
        <Found workspace={id} chosen={sought} live={live} />
      </div>
    </PageFrame>
  )
}

const Found = ({ workspace, chosen, live }: { workspace: number; chosen: Chosen; live: boolean }) => {
  const figures = useFigures(workspace, chosen, live)
  const found = useRequests(workspace, chosen, live)
  return (
    <>
      <QueryView query={figures}>{(data) => <FiguresSection figures={data} />}</QueryView>
      <QueryView query={found}>
        {({ pages }) => {
          const requests = pages.flatMap((page) => page.requests)
          const lost = pages[0]?.lost ?? 0
          return (
            <section aria-label="Requests" className="grid grid-cols-1 gap-3">
              {lost > 0 && (
                <Alert>
                  {lost.toLocaleString()} requests were answered in this time and are not listed: the history could not
                  be saved. The log of Cairn says why.
                </Alert>
              )}
              {requests.length === 0 ? (
                <EmptyState title="No request found">
                  Nothing was called in this time, or nothing that fits what you look for.
                </EmptyState>
              ) : (
                <RequestList requests={requests} />
              )}
              {found.hasNextPage && (
                <Button
                  look="outline"
                  className="justify-self-center"
                  busy={found.isFetchingNextPage}
                  onClick={() => void found.fetchNextPage()}
                >
                  Show more
                </Button>
              )}
            </section>
          )
        }}
      </QueryView>
    </>
  )
}
