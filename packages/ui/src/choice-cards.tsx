'use client'
import { useId, type ReactNode } from 'react'

export interface ChoiceCard<Value extends string> {
  value: Value
  title: string
  text: string
  icon: ReactNode
}

export interface ChoiceCardsProps<Value extends string> {
  label: string
  value: Value
  cards: readonly ChoiceCard<Value>[]
  /** Two beside each other where there is room. */
  wide?: boolean
  onChange: (value: Value) => void
}

/** A choice of a few that each take a sentence; arrow keys go from one to the next. */
export const ChoiceCards = <Value extends string>({
  label,
  value,
  cards,
  wide = false,
  onChange,
}: ChoiceCardsProps<Value>) => {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className={`grid grid-cols-1 gap-2 ${wide ? 'sm:grid-cols-2' : ''}`}>
        {cards.map((card) => (
          <label
            key={card.value}
            className="flex cursor-pointer items-center gap-3 rounded-md border border-line px-3 py-2.5 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              checked={value === card.value}
              onChange={() => onChange(card.value)}
              className="sr-only"
            />
            <span aria-hidden className="shrink-0 text-accent">
              {card.icon}
            </span>
            <span className="grid">
              <span className="font-medium">{card.title}</span>
              <span className="text-sm text-muted">{card.text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
