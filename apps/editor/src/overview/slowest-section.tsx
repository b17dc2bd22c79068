import { Card } from '@cairn/ui'
import Link from 'next/link'
import { ObjectMark } from '../objects/object-mark.tsx'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { usePages } from '../workspace/use-workspace.ts'
import type { Overview } from './use-overview.ts'

const MOST_SHOWN = 5

const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString()} ms`

type Endpoint = Overview['endpoints'][number]

/** The endpoints that take longest, by their average. */
export const SlowestSection = ({
  endpoints,
  objects,
}: {
  endpoints: Overview['endpoints']
  objects: readonly ObjectEntry[]
}) => {
  const pages = usePages()
  const objectOf = ({ group, verb, path }: Endpoint) =>
    objects.find((one) => one.kind === 'query' && one.group === group && one.verb === verb && one.name === path)
  const slowest = endpoints.toSorted((a, b) => b.averageMs - a.averageMs).slice(0, MOST_SHOWN)
  if (slowest.length === 0) return null
  return (
    <section aria-labelledby="slowest">
      <h2 id="slowest" className="mb-2 font-semibold">
        Slowest endpoints
      </h2>
      <Card>
        <ul>
          {slowest.map((endpoint) => {
            const object = objectOf(endpoint)
            const name = `/${endpoint.path.replace(/^\//, '')}`
            return (
              <li
                key={`${endpoint.group} ${endpoint.verb} ${endpoint.path}`}
                className="flex min-h-11 flex-wrap items-center gap-x-3 border-t border-line px-4 py-1.5 first:border-t-0"
              >
                <ObjectMark kind="query" verb={endpoint.verb} />
                {object === undefined ? (
                  <span className="min-w-0 flex-1 basis-32 truncate font-medium">{name}</span>
                ) : (
                  <Link
                    href={pages.object(object)}
                    className="min-w-0 flex-1 basis-32 truncate font-medium hover:text-accent"
                  >
                    {name}
                  </Link>
                )}
                <span className="text-sm text-muted tabular-nums">
                  {inMs(endpoint.averageMs)} on average, {inMs(endpoint.slowestMs)} at most ·{' '}
                  {endpoint.requests.toLocaleString()}×
                </span>
              </li>
            )
          })}
        </ul>
      </Card>
    </section>
  )
}
