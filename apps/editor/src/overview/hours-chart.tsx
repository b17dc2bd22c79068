import { barsOf, scaleEnd, type HourCount } from './bars.ts'

const WIDTH = 720
const HEIGHT = 120
const GAP = 0.25
const HOUR = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })

const timeOf = (hour: string): string => HOUR.format(new Date(hour))
const words = ({ hour, requests, errors }: HourCount): string =>
  `${timeOf(hour)}: ${requests} ${requests === 1 ? 'request' : 'requests'}, ${errors} with errors`

/** Requests of the last hours as bars, their errors in red at the foot; the figures follow for screen readers. */
export const HoursChart = ({ hours }: { hours: readonly HourCount[] }) => {
  const end = scaleEnd(Math.max(...hours.map(({ requests }) => requests)))
  const step = WIDTH / hours.length
  return (
    <figure className="grid grid-cols-1 gap-2">
      <div className="flex gap-2">
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-32 min-w-0 flex-1 border-y border-line"
        >
          {barsOf(hours, end).map(({ hour, errors, rest }, index) => {
            const column = { x: (index + GAP / 2) * step, width: step * (1 - GAP) }
            return (
              <g key={hour}>
                <title>{words(hours[index] ?? { hour, requests: 0, errors: 0 })}</title>
                <rect x={index * step} width={step} height={HEIGHT} className="fill-transparent hover:fill-sunken" />
                <rect
                  {...column}
                  y={HEIGHT * (1 - errors - rest)}
                  height={HEIGHT * rest}
                  className="pointer-events-none fill-accent"
                />
                <rect
                  {...column}
                  y={HEIGHT * (1 - errors)}
                  height={HEIGHT * errors}
                  className="pointer-events-none fill-danger"
                />
              </g>
            )
          })}
        </svg>
        <div
          aria-hidden="true"
          className="flex w-8 flex-col justify-between text-right text-xs text-muted tabular-nums"
        >
          <span>{end.toLocaleString()}</span>
          <span>0</span>
        </div>
      </div>
      <figcaption className="flex flex-wrap justify-between gap-x-4 gap-y-1 pr-10 text-xs text-muted">
        <span>{timeOf(hours[0]?.hour ?? '')}</span>
        <span className="flex gap-4">
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-xs bg-accent" /> Answered
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-xs bg-danger" /> Errors
          </span>
        </span>
        <span>now</span>
      </figcaption>
      <ul className="sr-only">
        {hours
          .filter(({ requests }) => requests > 0)
          .map((hour) => (
            <li key={hour.hour}>{words(hour)}</li>
          ))}
      </ul>
    </figure>
  )
}
