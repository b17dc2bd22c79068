'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Alert, Button, Dialog } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { ShieldAlert } from 'lucide-react'
import { api, explain } from '../api.ts'
import { ObjectMark } from '../objects/object-mark.tsx'
import { useBranch } from '../workspace/use-workspace.ts'
import { StatusMark } from '../requests/status-mark.tsx'

type Matrix = OutputOf<Contract['accessMatrix']>

/** Who gets in where: every endpoint of a group, called as everybody who may come along. */
export const AccessDialog = ({
  workspace,
  group,
  onClose,
}: {
  workspace: number
  group: string
  onClose: () => void
}) => {
  const branch = useBranch()
  const call = useMutation({ mutationFn: () => api.accessMatrix({ workspace, branch, group }) })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={`Access to ${group}`}
      lead="Each published endpoint is really called, without input, on the live data. Nothing that it writes stays, and nothing is sent."
    >
      <div className="grid grid-cols-1 gap-4">
        {call.error !== null && <Alert>{explain(call.error)}</Alert>}
        <Button size="sm" className="w-fit" busy={call.isPending} onClick={() => call.mutate()}>
          {call.data === undefined ? 'Call every endpoint' : 'Call again'}
        </Button>
        {call.data !== undefined && <MatrixTable matrix={call.data} />}
      </div>
    </Dialog>
  )
}

const MatrixTable = ({ matrix: { identities, rows } }: { matrix: Matrix }) => {
  const wrong = rows.flatMap(({ answers }) => answers).filter(({ asExpected }) => !asExpected).length
  return (
    <>
      <p className="text-sm" aria-live="polite">
        {wrong === 0
          ? 'Everybody gets in where they may, and nowhere else.'
          : `${wrong} answers are not as they should be.`}
      </p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Access">
        <table className="text-sm">
          <thead>
            <tr className="text-left align-bottom text-xs text-muted">
              <th scope="col" className="py-1 pr-4 font-medium">
                Endpoint
              </th>
              {identities.map(({ label }) => (
                <th key={label} scope="col" className="max-w-24 px-2 py-1 font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ verb, path, auth, answers }) => (
              <tr key={`${verb} ${path}`} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-4 text-left font-medium">
                  <span className="flex items-center gap-2 whitespace-nowrap">
                    <ObjectMark kind="query" verb={verb} /> /{path}
                  </span>
                  <span className="text-xs font-normal text-muted">{auth === null ? 'public' : `needs ${auth}`}</span>
                </th>
                {answers.map((answer, index) => (
                  <td key={identities[index]?.label} className="px-2 py-1.5" title={answer.message}>
                    <span className="inline-flex items-center gap-1">
                      <StatusMark status={answer.status} />
                      {!answer.asExpected && (
                        <ShieldAlert size={15} aria-label="not as it should be" className="text-danger" />
                      )}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
