import { ChartFrame } from '../chart/chart-frame.tsx'
import { CHART } from '../chart/chart-size.ts'
import { scaleEnd } from '../overview/bars.ts'
import { msInWords } from './in-words.ts'
import type { Figures } from './use-requests.ts'

const LINES = [
  { of: 'p50', label: 'p50', stroke: 'stroke-accent', swatch: 'h-0.5 w-3 bg-accent' },
  { of: 'p95', label: 'p95', stroke: 'stroke-warning', swatch: 'h-0.5 w-3 bg-warning' },
  { of: 'p99', label: 'p99', stroke: 'stroke-danger', swatch: 'h-0.5 w-3 bg-danger' },
] as const

type Slots = Figures['slots']

/** A line through the slots that had requests; those without one interrupt it. */
const pathOf = (slots: Slots, of: (typeof LINES)[number]['of'], end: number): string => {
  const step = CHART.width / slots.length
  return slots
    .flatMap((slot, index) => {
      if (slot.requests === 0) return []
      const before = slots[index - 1]
      const x = (index + 0.5) * step
      const y = CHART.height * (1 - slot[of] / end)
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
    <ChartFrame end={msInWords(end)} times={slots.map(({ at }) => at)} legend={LINES}>
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
    </ChartFrame>
  )
}
