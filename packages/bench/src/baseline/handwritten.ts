/** The computing parts of the hand-written server, each the plain JavaScript of one stack in ../../workspace. */

export function sumLoop(count: number): number {
  let sum = 0
  for (let index = 0; index < count; index++) sum = sum + ((index * 3) % 7) - 2
  return sum
}

export function arrayPipeline(count: number): number {
  return Array.from({ length: count }, (_, index) => index + 1)
    .map((n) => ({ id: n, score: (n * 7919) % 1000 }))
    .filter((row) => row.score > 250)
    .sort((a, b) => a.score - b.score)
    .reduce((total, row) => total + row.score, 0)
}

/** Fifty small steps: assignments, arithmetic, text, a branch every fifth. */
export function fiftySteps(n: number): { total: number; label: string; tags: string[] } {
  let total = n
  let label = 'start'
  let tags: string[] = []
  const a1 = total + 1,
    b1 = a1 * 2,
    c1 = b1 - n
  if (c1 > 3) label = label + '-a'
  total = total + c1
  const a2 = total + 2,
    b2 = a2 * 2,
    c2 = b2 - n
  if (c2 > 3) label = label + '-b'
  total = total + c2
  const a3 = total + 3,
    b3 = a3 * 2,
    c3 = b3 - n
  if (c3 > 3) label = label + '-c'
  total = total + c3
  const a4 = total + 4,
    b4 = a4 * 2,
    c4 = b4 - n
  if (c4 > 3) label = label + '-d'
  total = total + c4
  const a5 = total + 5,
    b5 = a5 * 2,
    c5 = b5 - n
  if (c5 > 3) label = label + '-e'
  total = total + c5
  const a6 = total + 6,
    b6 = a6 * 2,
    c6 = b6 - n
  if (c6 > 3) label = label + '-f'
  total = total + c6
  const a7 = total + 7,
    b7 = a7 * 2,
    c7 = b7 - n
  if (c7 > 3) label = label + '-g'
  total = total + c7
  const a8 = total + 8,
    b8 = a8 * 2,
    c8 = b8 - n
  if (c8 > 3) label = label + '-h'
  total = total + c8
  tags = [...tags, label]
  tags = [...tags, label.toUpperCase()]
  return { total, label, tags }
}
