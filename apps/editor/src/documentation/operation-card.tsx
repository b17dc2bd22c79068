'use client'
import { Badge, Card } from '@cairn/ui'
import { ChevronRight, Lock } from 'lucide-react'
import { useState } from 'react'
import { ObjectMark } from '../objects/object-mark.tsx'
import type { Operation } from './operations.ts'
import { TryForm } from './try-form.tsx'

/** One endpoint; opened, it can be tried. */
export const OperationCard = ({ operation, base, token }: { operation: Operation; base: string; token: string }) => {
  const [open, setOpen] = useState(false)
  const { verb, path, summary, tags, secured } = operation
  return (
    <Card className="overflow-hidden">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-h-12 w-full cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-left hover:bg-sunken/60"
        >
          <ObjectMark kind="query" verb={verb} />
          <span className="min-w-0 font-medium break-all max-sm:flex-1">{path}</span>
          <span className="min-w-0 flex-1 basis-40 truncate text-sm text-muted max-sm:order-last max-sm:basis-full">
            {summary}
          </span>
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          {secured && (
            <span className="inline-flex items-center gap-1 text-xs font-medium text-accent">
              <Lock size={14} aria-hidden /> Token
            </span>
          )}
          <ChevronRight
            size={16}
            aria-hidden
            className={`text-muted transition-transform ${open ? 'rotate-90' : ''}`}
          />
        </button>
      </h2>
      {open && <TryForm operation={operation} base={base} token={token} />}
    </Card>
  )
}
