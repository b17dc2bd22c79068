import type { EndpointTraffic } from './use-traffic.ts'

const short = new Intl.NumberFormat('en', { notation: 'compact' })

/** How often an endpoint was called in the last 24 hours, and how often that failed. */
export const TrafficMark = ({ requests, errors }: EndpointTraffic) => {
  const calls = `${requests.toLocaleString()} ${requests === 1 ? 'call' : 'calls'}`
  const failed = errors === 0 ? '' : `, ${errors.toLocaleString()} with an error`
  return (
    <span className="flex shrink-0 gap-2 text-xs text-muted tabular-nums" title={`${calls}${failed} in 24 hours`}>
      <span aria-hidden>{short.format(requests)}×</span>
      {errors > 0 && (
        <span aria-hidden className="text-danger">
          {short.format(errors)} failed
        </span>
      )}
      <span className="sr-only">
        {calls}
        {failed}
      </span>
    </span>
  )
}
