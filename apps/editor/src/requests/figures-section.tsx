import { Card } from '@cairn/ui'
import { HoursChart } from '../overview/hours-chart.tsx'
import { msInWords } from './in-words.ts'
import { LatencyChart } from './latency-chart.tsx'
import type { Figures } from './use-requests.ts'

const Figure = ({ label, children }: { label: string; children: string }) => (
  <div className="grid">
    <dt className="text-xs text-muted">{label}</dt>
    <dd className="text-xl font-semibold tabular-nums">{children}</dd>
  </div>
)

const share = (part: number, all: number): string => (all === 0 ? '0 %' : `${((100 * part) / all).toFixed(1)} %`)

/** Requests, errors and times of what is looked for, in figures and over time. */
export const FiguresSection = ({ figures }: { figures: Figures }) => {
  const { requests, errors, p50, p95, p99, slots, newest } = figures
  return (
    <section aria-label="Figures" className="grid grid-cols-1 gap-3">
      <dl className="grid grid-cols-3 gap-x-4 gap-y-2 sm:flex sm:flex-wrap sm:gap-x-8">
        <Figure label="Requests">{requests.toLocaleString()}</Figure>
        <Figure label="With errors">{`${errors.toLocaleString()} (${share(errors, requests)})`}</Figure>
        <Figure label="p50">{msInWords(p50)}</Figure>
        <Figure label="p95">{msInWords(p95)}</Figure>
        <Figure label="p99">{msInWords(p99)}</Figure>
      </dl>
      {newest !== null && (
        <p className="text-sm text-muted">Of the newest {newest.toLocaleString()} alone: there are more.</p>
      )}
      {requests > 0 && (
        <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
          <Card className="p-4">
            <h2 className="mb-3 text-sm font-semibold">Requests</h2>
            <HoursChart hours={slots.map(({ at, ...slot }) => ({ hour: at, ...slot }))} />
          </Card>
          <Card className="p-4">
            <h2 className="mb-3 text-sm font-semibold">Duration</h2>
            <LatencyChart slots={slots} />
          </Card>
        </div>
      )}
    </section>
  )
}
