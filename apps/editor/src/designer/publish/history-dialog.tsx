'use client'
import { Alert, Button, Dialog, EmptyState, Skeleton } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { explain } from '../../api.ts'
import { gateway, type ObjectVersion } from '../../workspace/gateway.ts'
import { Changes } from './changes.tsx'

export interface HistoryDialogProps {
  workspace: number
  object: number
  /** The draft, to compare with. */
  now: string
  onRestore: (version: ObjectVersion) => void
  onClose: () => void
}

/** What was published before; any of it can be taken back into the draft. */
export const HistoryDialog = ({ workspace, object, now, onRestore, onClose }: HistoryDialogProps) => {
  const versions = useQuery({
    queryKey: ['versions', workspace, object],
    queryFn: () => gateway.versions(workspace, object),
  })
  const [chosen, setChosen] = useState<number | null>(null)
  const version = versions.data?.find((candidate) => candidate.version === chosen)
  return (
    <Dialog open onOpenChange={onClose} title="History" lead="Every version that was published." wide>
      {versions.isPending && <Skeleton className="h-40" />}
      {versions.error !== null && <Alert>{explain(versions.error)}</Alert>}
      {versions.data?.length === 0 && (
        <EmptyState title="Nothing was published yet">Publish once, and the version is kept here.</EmptyState>
      )}
      <ul className="grid gap-1">
        {versions.data?.map((entry) => (
          <li key={entry.version}>
            <button
              type="button"
              aria-expanded={entry.version === chosen}
              onClick={() => setChosen(entry.version === chosen ? null : entry.version)}
              className="flex w-full cursor-pointer items-baseline gap-3 rounded-md px-2 py-2 text-left hover:bg-sunken aria-expanded:bg-sunken"
            >
              <span className="font-medium tabular-nums">Version {entry.version}</span>
              <span className="min-w-0 flex-1 truncate text-sm text-muted">{entry.note}</span>
              <time className="text-xs text-muted" dateTime={entry.createdAt}>
                {new Date(entry.createdAt).toLocaleString()}
              </time>
            </button>
            {version?.version === entry.version && (
              <div className="grid gap-2 px-2 pt-1 pb-3">
                <Changes before={now} after={version.source} />
                <Button size="sm" className="justify-self-end" onClick={() => onRestore(version)}>
                  Restore into the draft
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
