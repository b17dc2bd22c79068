'use client'
import { mergeObjects, type Side } from '@cairn/language'
import { Button, Dialog, DialogActions } from '@cairn/ui'
import { useMemo, useState } from 'react'
import { Changes } from './changes.tsx'
import { ConflictChoice } from './conflict-choice.tsx'

export interface ConflictDialogProps {
  /** The text both began with, null where it is not known. */
  base: string | null
  mine: string
  theirs: string
  /** Ends the conflict with a text; undo leads back to one's own. */
  onEnd: (text: string) => void
  onClose: () => void
}

/**
 * Somebody else saved the draft meanwhile: both changes are put together statement by statement, and what both changed
 * is asked. Nothing is lost until one text is chosen, and undo leads back even then.
 */
export const ConflictDialog = ({ base, mine, theirs, onEnd, onClose }: ConflictDialogProps) => {
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({})
  const merged = useMemo(
    () => (base === null ? null : mergeObjects({ base, mine, theirs }, choices)),
    [base, mine, theirs, choices],
  )
  const open = merged?.conflicts.filter(({ id }) => choices[id] === undefined).length ?? 0
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Somebody else changed this draft"
      lead={leadOf(merged?.conflicts.length ?? null)}
      wide
    >
      <div className="grid grid-cols-1 gap-5">
        {merged?.conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.id}
            conflict={conflict}
            value={choices[conflict.id] ?? null}
            onChange={(side) => setChoices({ ...choices, [conflict.id]: side })}
          />
        ))}
        <section aria-label="What their draft does to yours">
          <h3 className="mb-1.5 text-sm font-medium">
            {merged === null ? 'From your draft to theirs' : 'What it adds to your draft'}
          </h3>
          <Changes before={mine} after={merged?.text ?? theirs} />
        </section>
        <DialogActions>
          <Button look="outline" onClick={() => onEnd(theirs)}>
            Take theirs
          </Button>
          <Button look={merged === null ? 'primary' : 'outline'} onClick={() => onEnd(mine)}>
            Keep mine
          </Button>
          {merged !== null && (
            <Button disabled={open > 0} onClick={() => onEnd(merged.text)}>
              {open > 0 ? `Choose ${open} more` : 'Put both together'}
            </Button>
          )}
        </DialogActions>
      </div>
    </Dialog>
  )
}

function leadOf(conflicts: number | null): string {
  if (conflicts === null) return 'The two can not be put together by themselves: choose one. Undo leads back to yours.'
  if (conflicts === 0) return 'You changed different places, so both can be kept. Undo leads back to yours.'
  const places = conflicts === 1 ? 'One place was changed by both' : `${conflicts} places were changed by both`
  return `${places}: choose. The rest is put together. Undo leads back to yours.`
}
