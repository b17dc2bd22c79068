'use client'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Completion, Completions } from '../value/completions.ts'

export interface CompletingInputProps {
  label: string
  value: string
  onChange: (typed: string) => void
  complete: (typed: string, caret: number) => Completions
  placeholder?: string | undefined
  faulty?: boolean
  mono?: boolean
  /** Marks the field that Enter on a row leads to. */
  first?: boolean
}

/** A field that grows with its lines and offers names while one types. */
export const CompletingInput = ({ label, value, onChange, complete, ...look }: CompletingInputProps) => {
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const [offered, setOffered] = useState<Completions>({ from: 0, options: [] })
  const [active, setActive] = useState(0)
  const caret = useRef<number | null>(null)
  useEffect(() => {
    if (caret.current === null) return
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  const offer = (typed: string, at: number) => {
    setOffered(complete(typed, at))
    setActive(0)
  }
  const close = () => setOffered({ from: 0, options: [] })
  const take = (completion: Completion) => {
    const at = input.current?.selectionStart ?? value.length
    caret.current = offered.from + completion.insert.length
    const next = value.slice(0, offered.from) + completion.insert + value.slice(at)
    onChange(next)
    if (completion.goesOn === true) offer(next, caret.current)
    else close()
  }
  const open = offered.options.length > 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      offer(value, input.current?.selectionStart ?? 0)
      return
    }
    if (!open) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined) setActive((active + move + offered.options.length) % offered.options.length)
    else if (event.key === 'Enter' || event.key === 'Tab')
      take(offered.options[active] ?? { label: '', insert: '', detail: '' })
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="relative min-w-0 flex-1">
      <textarea
        ref={input}
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        aria-invalid={look.faulty ?? false}
        data-field={look.first === true ? '' : undefined}
        rows={1}
        spellCheck={false}
        placeholder={look.placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          offer(event.target.value, event.target.selectionStart)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        className={`block max-h-72 min-h-8 w-full resize-none rounded-md border bg-surface px-2 py-1.5 text-sm leading-[1.125rem] text-ink [field-sizing:content] placeholder:text-muted ${
          look.faulty === true ? 'border-danger' : 'border-line-strong'
        } ${look.mono === true ? 'font-mono text-xs' : ''}`}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={`Suggestions for ${label}`}
        hidden={!open}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-60 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-raised"
      >
        {offered.options.map((option, index) => (
          <li
            key={option.label}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault()
              take(option)
            }}
            className={`flex cursor-pointer items-baseline gap-3 rounded-sm px-2 py-1 ${index === active ? 'bg-sunken' : ''}`}
          >
            <span className="font-mono text-xs">{option.label}</span>
            <span className="ml-auto truncate text-xs text-muted">{option.detail}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
