'use client'
export interface ChecksProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string; hint?: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Any number of a few, in the order they are offered. */
export const Checks = <Value extends string>({ label, options, chosen, onChange }: ChecksProps<Value>) => (
  <fieldset>
    <legend className="mb-1.5 text-sm font-medium">{label}</legend>
    <div className="grid grid-cols-1 gap-1">
      {options.map(({ value, label: name, hint }) => (
        <label key={value} className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-1 hover:bg-sunken">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(
                options
                  .map((option) => option.value)
                  .filter((one) => (one === value ? target.checked : chosen.includes(one))),
              )
            }
            className="size-4 accent-accent"
          />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          {hint !== undefined && <code className="min-w-0 truncate font-mono text-xs text-muted">{hint}</code>}
        </label>
      ))}
    </div>
  </fieldset>
)
