import type { ReactNode } from 'react'
import { CHART } from './chart-size.ts'
import { timeWords } from './time-words.ts'

export interface ChartFrameProps {
  /** Where the scale ends; it begins at 0. */
  end: string
  /** When each of what is drawn began, as ISO times in order; the last lasts until now. */
  times: readonly string[]
  legend: readonly { label: string; swatch: string }[]
  /** What is drawn, in a box of `CHART`. */
  children: ReactNode
  /** The figures in words, for screen readers. */
  inWords?: ReactNode
}

/** A chart over time: what is drawn between two lines of its scale, the time below. */
export const ChartFrame = ({ end, times, legend, children, inWords }: ChartFrameProps) => (
  <figure className="grid grid-cols-[1fr_auto] gap-2">
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
      preserveAspectRatio="none"
      className="h-32 w-full border-y border-line"
    >
      {children}
    </svg>
    {/* Each number stands beside its line. */}
    <div
      aria-hidden="true"
      className="-my-2 flex flex-col justify-between text-right text-xs leading-4 text-muted tabular-nums"
    >
      <span>{end}</span>
      <span>0</span>
    </div>
    <figcaption className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-xs text-muted">
      <span>{times.slice(0, 1).map(timeWords(times))}</span>
      <span className="flex gap-4">
        {legend.map(({ label, swatch }) => (
          <span key={label} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={swatch} /> {label}
          </span>
        ))}
      </span>
      <span>now</span>
    </figcaption>
    {inWords}
  </figure>
)
