const tone = (status: number): string => {
  if (status >= 500) return 'bg-danger-soft text-danger'
  return status >= 400 ? 'bg-warning-soft text-warning' : 'bg-accent-soft text-accent'
}

/** The status of an answer; errors in their colour. */
export const StatusMark = ({ status }: { status: number }) => (
  <span
    className={`inline-block w-11 rounded-sm py-0.5 text-center text-xs font-semibold tabular-nums ${tone(status)}`}
  >
    {status}
  </span>
)
