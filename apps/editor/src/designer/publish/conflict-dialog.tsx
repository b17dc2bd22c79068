'use client'
import { Button, Dialog } from '@cairn/ui'
import dynamic from 'next/dynamic'
import { Waiting } from '../waiting.tsx'

const DiffView = dynamic(() => import('../code/diff-view.tsx'), { ssr: false, loading: () => <Waiting /> })

export interface ConflictDialogProps {
  mine: string
  theirs: string
  onMine: () => void
  onTheirs: () => void
  onClose: () => void
}

/** Someone else saved the draft meanwhile: nothing is lost until one text is chosen, and undo leads back even then. */
export const ConflictDialog = ({ mine, theirs, onMine, onTheirs, onClose }: ConflictDialogProps) => (
  <Dialog
    open
    onOpenChange={onClose}
    title="Somebody else changed this draft"
    lead="Green is theirs, red is what only yours has."
    wide
  >
    <div className="grid gap-4">
      <DiffView before={mine} after={theirs} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="outline" onClick={onTheirs}>
          Take theirs
        </Button>
        <Button onClick={onMine}>Keep mine</Button>
      </div>
    </div>
  </Dialog>
)
