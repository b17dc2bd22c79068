import { useId, type ComponentProps } from 'react'

export interface FieldProps extends ComponentProps<'input'> {
  label: string
  hint?: string
}

/** A labelled input with an optional hint below. */
export const Field = ({ label, hint, ...input }: FieldProps) => {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-ink"
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
