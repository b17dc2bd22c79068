import type { Contract, OutputOf } from '@cairn/contract'

type Diagnostic = OutputOf<Contract['importFolder']>['diagnostics'][number]

const MOST_SHOWN = 500

/** Everything that was found in files that were read: errors before warnings, each with its place. */
export const ReadReport = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) => {
  const sorted = diagnostics.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return (
    <>
      <ul aria-label="What was found" className="grid max-h-96 gap-1 overflow-auto">
        {sorted.slice(0, MOST_SHOWN).map((found) => (
          <li
            key={`${found.file}:${found.line}:${found.column}:${found.code}`}
            className="rounded-md bg-sunken px-3 py-2 text-sm"
          >
            <span className={found.severity === 'error' ? 'text-danger' : 'text-warning'}>
              <span className="sr-only">{found.severity === 'error' ? 'Error: ' : 'Warning: '}</span>
              {found.message}
            </span>
            <code className="block font-mono text-xs break-all text-muted">
              {found.file}:{found.line}:{found.column}
            </code>
          </li>
        ))}
      </ul>
      {sorted.length > MOST_SHOWN && (
        <p className="text-sm text-muted">And {sorted.length - MOST_SHOWN} more. “cairn check” lists them all.</p>
      )}
    </>
  )
}
