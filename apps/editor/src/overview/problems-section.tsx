import { Card } from '@cairn/ui'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { usePages } from '../workspace/use-workspace.ts'
import type { Overview } from './use-overview.ts'

const MOST_SHOWN = 20

/** What reader and checker find in the newest texts; each leads to its object. */
export const ProblemsSection = ({ problems }: { problems: Overview['problems'] }) => {
  const pages = usePages()
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="mb-2 font-semibold">
        Problems
      </h2>
      <Card className="overflow-hidden">
        {problems.length === 0 && (
          <p className="px-4 py-6 text-center text-sm text-muted">Nothing wrong was found in any stack.</p>
        )}
        <ul>
          {problems.slice(0, MOST_SHOWN).map(({ object, kind, name, line, column, code, severity, message }) => (
            <li key={`${object} ${line} ${column} ${code}`} className="border-t border-line first:border-t-0">
              <Link
                href={pages.object({ id: object, kind })}
                className="flex items-start gap-2.5 px-4 py-2 hover:bg-sunken/60"
              >
                <CircleAlert
                  size={16}
                  aria-label={severity === 'error' ? 'Error' : 'Warning'}
                  className={`mt-0.5 shrink-0 ${severity === 'error' ? 'text-danger' : 'text-warning'}`}
                />
                <span className="grid min-w-0">
                  <span className="wrap-anywhere">{message}</span>
                  <span className="text-sm wrap-anywhere text-muted">
                    {name}, line {line}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {problems.length > MOST_SHOWN && (
          <p className="border-t border-line px-4 py-2 text-sm text-muted">
            And {problems.length - MOST_SHOWN} more: solve these first.
          </p>
        )}
      </Card>
    </section>
  )
}
