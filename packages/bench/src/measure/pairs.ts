export interface Round {
  /** Requests a second. */
  rate: number
  /** Processor milliseconds of the server process per request. */
  cpu: number
}

export interface Pair {
  cairn: Round
  baseline: Round
}

export interface Comparison {
  /** Medians of both sides. */
  cairn: Round
  baseline: Round
  /** The worse of the two medians below. */
  ratio: number
  rate: { median: number; span: [number, number] }
  cpu: { median: number; span: [number, number] }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The quarter and three-quarter points: where half of the pairs lie. */
function span(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (q: number) => sorted[Math.round((sorted.length - 1) * q)]!
  return [at(0.25), at(0.75)]
}

const medians = (rounds: readonly Round[]): Round => ({
  rate: median(rounds.map(({ rate }) => rate)),
  cpu: median(rounds.map(({ cpu }) => cpu)),
})

/** Ratios taken pair by pair between neighbouring rounds; above 1 Cairn is better. */
export function compare(pairs: readonly Pair[]): Comparison {
  const rates = pairs.map((pair) => pair.cairn.rate / pair.baseline.rate)
  const cpus = pairs.map((pair) => pair.baseline.cpu / pair.cairn.cpu)
  const rate = { median: median(rates), span: span(rates) }
  const cpu = { median: median(cpus), span: span(cpus) }
  return {
    cairn: medians(pairs.map((pair) => pair.cairn)),
    baseline: medians(pairs.map((pair) => pair.baseline)),
    ratio: Math.min(rate.median, cpu.median),
    rate,
    cpu,
  }
}
