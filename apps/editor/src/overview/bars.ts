/** An hour as it is counted. */
export interface HourCount {
  hour: string
  requests: number
  errors: number
}

/** A bar in parts of the chart's height, from the ground up: errors below, the rest above. */
export interface Bar {
  hour: string
  errors: number
  rest: number
}

const STEPS = [1, 2, 5]

/** The least of 1, 2, 5, 10, 20, … that is not below `count`: where the scale of a chart ends. */
export function scaleEnd(count: number): number {
  for (let tens = 1; ; tens *= 10) {
    const step = STEPS.find((candidate) => candidate * tens >= count)
    if (step !== undefined) return step * tens
  }
}

/** Bars of a chart that is 1 high and ends at `end`. */
export const barsOf = (hours: readonly HourCount[], end: number): Bar[] =>
  hours.map(({ hour, requests, errors }) => ({ hour, errors: errors / end, rest: (requests - errors) / end }))
