/** A value as JSON, in a box of its own that scrolls. */
export const JsonView = ({ label, value }: { label: string; value: unknown }) => (
  <pre
    tabIndex={0}
    role="region"
    aria-label={label}
    className="max-h-72 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs"
  >
    {JSON.stringify(value, null, 2)}
  </pre>
)
