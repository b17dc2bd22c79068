'use client'
import { Button } from '@cairn/ui'

/** Offers the tour to who has not seen it. */
export const TourOffer = ({ onStart, onSkip }: { onStart: () => void; onSkip: () => void }) => (
  <section aria-label="Tour" className="mb-2 grid gap-2 rounded-md border border-line bg-sunken p-3 md:hidden lg:grid">
    <p className="text-sm font-medium">New here? A tour of a minute shows what is where.</p>
    <div className="flex gap-2">
      <Button size="sm" onClick={onStart}>
        Take the tour
      </Button>
      <Button look="quiet" size="sm" onClick={onSkip}>
        Skip
      </Button>
    </div>
  </section>
)
