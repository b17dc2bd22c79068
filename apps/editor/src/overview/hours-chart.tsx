import { ChartFrame } from '../chart/chart-frame.tsx'
import { CHART } from '../chart/chart-size.ts'
import { timeWords } from '../chart/time-words.ts'
import { barsOf, scaleEnd, type HourCount } from './bars.ts'

const GAP = 0.25

const countWords = ({ requests, errors }: HourCount): string =>
  `${requests} ${requests === 1 ? 'request' : 'requests'}, ${errors} with errors`

const LEGEND = [
  { label: 'Answered', swatch: 'size-2.5 rounded-xs bg-accent' },
  { label: 'Errors', swatch: 'size-2.5 rounded-xs bg-danger' },
] as const

/** Requests of the last hours as bars, their errors in red at the foot; the figures follow for screen readers. */
export const HoursChart = ({ hours }: { hours: readonly HourCount[] }) => {
  const end = scaleEnd(Math.max(...hours.map(({ requests }) => requests)))
  const step = CHART.width / hours.length
  const times = hours.map(({ hour }) => hour)
  const timeOf = timeWords(times)
  const words = (counted: HourCount): string => `${timeOf(counted.hour)}: ${countWords(counted)}`
  return (
    <ChartFrame
      end={end.toLocaleString()}
      times={times}
      legend={LEGEND}
      inWords={
        <ul className="sr-only">
          {hours
            .filter(({ requests }) => requests > 0)
            .map((hour) => (
              <li key={hour.hour}>{words(hour)}</li>
            ))}
        </ul>
      }
    >
      {barsOf(hours, end).map(({ hour, errors, rest }, index) => {
        const column = { x: (index + GAP / 2) * step, width: step * (1 - GAP) }
        return (
          <g key={hour}>
            <title>{words(hours[index] ?? { hour, requests: 0, errors: 0 })}</title>
            <rect x={index * step} width={step} height={CHART.height} className="fill-transparent hover:fill-sunken" />
            <rect
              {...column}
              y={CHART.height * (1 - errors - rest)}
              height={CHART.height * rest}
              className="pointer-events-none fill-accent"
            />
            <rect
              {...column}
              y={CHART.height * (1 - errors)}
              height={CHART.height * errors}
              className="pointer-events-none fill-danger"
            />
          </g>
        )
      })}
    </ChartFrame>
  )
}
