import { scaleEnd } from '../overview/bars.ts'
import { msInWords } from './in-words.ts'
import type { Figures } from './use-requests.ts'

const WIDTH = 720
const HEIGHT = 120

const LINES = [
  { of: 'p50', label: 'p50', stroke: 'stroke-accent', swatch: 'bg-accent' },
  { of: 'p95', label: 'p95', stroke: 'stroke-warning', swatch: 'bg-warning' },
  { of: 'p99', label: 'p99', stroke: 'stroke-danger', swatch: 'bg-danger' },
] as const

type Slots = Figures['slots']

/** A line through the slots that had requests; those without one interrupt it. */
const pathOf = (slots: Slots, of: (typeof LINES)[number]['of'], end: number): string => {
  const step = WIDTH / slots.length
  return slots
    .flatMap((slot, index) => {
      if (slot.requests === 0) return []
      const before = slots[index - 1]
      const x = (index + 0.5) * step
      const y = HEIGHT * (1 - slot[of] / end)
      // A slot alone is a short dash.
      return before !== undefined && before.requests > 0
        ? [`L${x} ${y}`]
        : [`M${x - step / 2} ${y}L${x + step / 2} ${y}`]
    })
    .join('')
}

/** How long half, 95 and 99 of a hundred requests took at most, over time; the figures follow for screen readers. */
export const LatencyChart = ({ slots }: { slots: Slots }) => {
  const end = scaleEnd(Math.max(...slots.map(({ p99 }) => p99)))
  return (
    <figure className="grid grid-cols-1 gap-2">
      <div className="flex gap-2">
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-32 min-w-0 flex-1 border-y border-line"
        >
          {LINES.map(({ of, stroke }) => (
            <path
              key={of}
              d={pathOf(slots, of, end)}
              className={`fill-none ${stroke}`}
              strokeWidth={2}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <div aria-hidden="true" className="flex w-14 flex-col justify-between text-xs text-muted tabular-nums">
          <span>{msInWords(end)}</span>
          <span>0</span>
        </div>
      </div>
      <figcaption className="flex flex-wrap justify-center gap-4 text-xs text-muted">
        {LINES.map(({ label, swatch }) => (
          <span key={label} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={`h-0.5 w-3 ${swatch}`} /> {label}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
