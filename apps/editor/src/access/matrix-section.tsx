'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Alert, Button } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { ShieldAlert } from 'lucide-react'
import { api, explain } from '../api.ts'
import { StatusMark } from '../requests/status-mark.tsx'
import { useBranch } from '../workspace/use-workspace.ts'
import { EndpointName } from './endpoint-name.tsx'

type Matrix = OutputOf<Contract['accessMatrix']>

/** Every endpoint of a group, called as everybody who may come along. */
export const MatrixSection = ({ workspace, group }: { workspace: number; group: string }) => {
  const branch = useBranch()
  const call = useMutation({ mutationFn: () => api.accessMatrix({ workspace, branch, group }) })
  return (
    <div className="grid grid-cols-1 gap-4">
      {call.error !== null && <Alert>{explain(call.error)}</Alert>}
      <Button size="sm" className="w-fit" busy={call.isPending} onClick={() => call.mutate()}>
        {call.data === undefined ? 'Call every endpoint' : 'Call again'}
      </Button>
      {call.data !== undefined && <MatrixTable matrix={call.data} />}
    </div>
  )
}

const HEAD = 'sticky left-0 z-10 bg-surface pr-4 text-left font-medium'

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
              <th scope="col" className={`${HEAD} py-1`}>
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
                <th scope="row" className={`${HEAD} py-1.5`}>
                  <EndpointName verb={verb} path={path} auth={auth} />
                </th>
                {answers.map((answer, index) => (
                  <td key={identities[index]?.label} className="px-2 py-1.5" title={answer.message}>
                    <span className="inline-flex items-center gap-1">
                      <StatusMark status={answer.status} />
                      {!answer.asExpected && <NotAsItShouldBe />}
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

export const NotAsItShouldBe = () => (
  <ShieldAlert size={15} aria-label="not as it should be" className="shrink-0 text-danger" />
)
