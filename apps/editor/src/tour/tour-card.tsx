'use client'
import { Button } from '@cairn/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { usePages } from '../workspace/use-workspace.ts'
import { TOUR } from './tour-steps.ts'
import type { Tour } from './use-tour.ts'

/** One step of the tour, over the page it is about, which stays usable. Escape ends it. */
export const TourCard = ({ step, go, end }: { step: number } & Pick<Tour, 'go' | 'end'>) => {
  const router = useRouter()
  const pages = usePages()
  const next = useRef<HTMLButtonElement>(null)
  const shown = TOUR[step]
  useEffect(() => {
    if (shown !== undefined) router.push(shown.page(pages))
    next.current?.focus()
  }, [router, shown, pages])
  if (shown === undefined) return null
  const isLast = step === TOUR.length - 1
  return (
    <div
      role="dialog"
      aria-label="Tour"
      onKeyDown={({ key }) => key === 'Escape' && end()}
      className="fixed inset-x-4 bottom-4 z-40 mx-auto grid max-w-md gap-3 rounded-lg border border-accent bg-surface p-4 shadow-raised"
    >
      <div aria-live="polite" className="grid gap-1">
        <p className="text-xs font-medium text-muted">
          {step + 1} of {TOUR.length}
        </p>
        <h2 className="font-semibold">{shown.title}</h2>
        <p className="text-sm">{shown.text}</p>
      </div>
      <div className="flex items-center gap-2">
        <Button look="quiet" size="sm" onClick={end}>
          {isLast ? 'Close' : 'Skip the tour'}
        </Button>
        <span className="flex-1" />
        {step > 0 && (
          <Button look="outline" size="sm" onClick={() => go(step - 1)}>
            Back
          </Button>
        )}
        <Button ref={next} size="sm" onClick={() => (isLast ? end() : go(step + 1))}>
          {isLast ? 'Begin' : 'Next'}
        </Button>
      </div>
    </div>
  )
}
