'use client'
import { Alert, Button, EmptyState, Skeleton } from '@cairn/ui'
import { explain } from '../../api.ts'

export interface GridNoticesProps {
  total: number | null
  filtered: boolean
  /** What was typed and does not fit. */
  wrong: string | null
  /** Why the rows can not be read. */
  unread: Error | null
  /** Why a change was refused. */
  refused: Error | null
  onAgain: () => void
}

/** What there is to say above the rows, or in their place. */
export const GridNotices = ({ total, filtered, wrong, unread, refused, onAgain }: GridNoticesProps) => {
  const error = unread ?? refused
  return (
    <>
      {wrong !== null && <Notice text={wrong} />}
      {error !== null && <Notice text={explain(error)} />}
      {unread !== null && (
        <div className="px-3 py-2">
          <Button look="outline" size="sm" onClick={onAgain}>
            Try again
          </Button>
        </div>
      )}
      {total === null && unread === null && <Skeleton className="m-3 h-48" />}
      {total === 0 && (
        <div className="p-6">
          {filtered ? (
            <EmptyState title="No row meets the filter">Change or clear its conditions to see others.</EmptyState>
          ) : (
            <EmptyState title="No row yet">
              Add one here, paste from a spreadsheet, or let an endpoint add it.
            </EmptyState>
          )}
        </div>
      )}
    </>
  )
}

const Notice = ({ text }: { text: string }) => (
  <div className="px-3 pt-2">
    <Alert>{text}</Alert>
  </div>
)
