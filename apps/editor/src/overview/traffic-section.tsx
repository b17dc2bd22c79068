import { Card } from '@cairn/ui'
import { HoursChart } from './hours-chart.tsx'
import type { Overview } from './use-overview.ts'

/** Requests and errors of the last 24 hours; they are counted of all branches together. */
export const TrafficSection = ({ hours, ofAll }: Pick<Overview, 'hours'> & { ofAll: boolean }) => {
  const sum = (of: 'requests' | 'errors') => hours.reduce((all, hour) => all + hour[of], 0)
  const requests = sum('requests')
  return (
    <section aria-labelledby="traffic">
      <h2 id="traffic" className="mb-2 font-semibold">
        Last 24 hours{ofAll && <span className="font-normal text-muted">, all branches</span>}
      </h2>
      <Card className="grid grid-cols-1 gap-4 p-4">
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          <span>
            <strong className="text-xl font-semibold tabular-nums">{requests.toLocaleString()}</strong>{' '}
            <span className="text-muted">{requests === 1 ? 'request' : 'requests'}</span>
          </span>
          <span>
            <strong className="text-xl font-semibold tabular-nums">{sum('errors').toLocaleString()}</strong>{' '}
            <span className="text-muted">with errors</span>
          </span>
        </p>
        {requests === 0 ? (
          <p className="rounded-md bg-sunken px-4 py-6 text-center text-sm text-muted">
            Nobody called yet. Copy a base URL below and try it.
          </p>
        ) : (
          <HoursChart hours={hours} />
        )}
      </Card>
    </section>
  )
}
