'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { QueryView } from '../../query-view.tsx'
import type { Plans } from './use-plans.ts'

export interface PlanSectionProps {
  query: UseQueryResult<Plans>
  consent: readonly string[]
  onConsent: (consent: string[]) => void
}

/** What publishing does to the rows: the SQL by datasource, and a tick for each change that could lose something. */
export const PlanSection = ({ query, consent, onConsent }: PlanSectionProps) => (
  <section aria-label="Database changes" className="grid gap-3">
    <h3 className="font-medium">In the database</h3>
    <QueryView query={query}>
      {({ datasources, destructive }) => (
        <>
          {destructive.length > 0 && (
            <fieldset className="grid gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm">
              <legend className="sr-only">Changes that could lose data</legend>
              <p className="text-warning">These could lose data. What is not ticked stays as it is in the database.</p>
              {destructive.map(({ key, message }) => (
                <label key={key} className="flex cursor-pointer items-start gap-2">
                  <input
                    type="checkbox"
                    className="mt-0.5 size-4 shrink-0 accent-accent"
                    checked={consent.includes(key)}
                    onChange={({ target }) =>
                      onConsent(target.checked ? [...consent, key] : consent.filter((agreed) => agreed !== key))
                    }
                  />
                  <span className="min-w-0 wrap-anywhere">{message}</span>
                </label>
              ))}
            </fieldset>
          )}
          {datasources.map(({ datasource, statements, warnings }) => (
            <div key={datasource} className="grid gap-1.5" aria-busy={query.isPlaceholderData}>
              <h4 className="text-sm text-muted">{datasource}</h4>
              {statements.length === 0 ? (
                <p className="rounded-md bg-sunken px-3 py-2 text-sm text-muted">Nothing to do.</p>
              ) : (
                <pre
                  tabIndex={0}
                  aria-label={`SQL for ${datasource}`}
                  className="max-h-48 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
                >
                  {statements.map((sql) => `${sql};`).join('\n')}
                </pre>
              )}
              <ul className="grid gap-0.5 text-sm text-warning">
                {warnings.map(({ table, reason, message }) => (
                  <li key={`${table} ${reason} ${message}`}>{message}</li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
    </QueryView>
  </section>
)
