'use client'
import { Dialog } from '@cairn/ui'
import { CircleAlert } from 'lucide-react'
import type { Problem } from '../engine/problems.ts'

/** All that is wrong; each leads to its place. */
export const ProblemsDialog = ({
  problems,
  onProblem,
  onClose,
}: {
  problems: readonly Problem[]
  onProblem: (problem: Problem) => void
  onClose: () => void
}) => (
  <Dialog open onOpenChange={onClose} title="Problems" lead="Publishing asks for a stack without errors.">
    <ul className="grid gap-0.5">
      {problems.map((problem) => (
        <li key={`${problem.address}${problem.message}`}>
          <button
            type="button"
            onClick={() => onProblem(problem)}
            className="flex w-full cursor-pointer items-start gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-sunken"
          >
            <CircleAlert
              size={16}
              aria-hidden
              className={`mt-0.5 shrink-0 ${problem.severity === 'error' ? 'text-danger' : 'text-warning'}`}
            />
            <span className="flex-1">{problem.message}</span>
            <code className="font-mono text-xs text-muted">{problem.address}</code>
          </button>
        </li>
      ))}
    </ul>
  </Dialog>
)
