'use client'
import { Alert, Button, Dialog, DialogActions } from '@cairn/ui'
import { explain } from '../../api.ts'
import { MOST_PASTED, type PastePlan } from './plan-paste.ts'

export interface PasteDialogProps {
  plan: PastePlan
  busy: boolean
  error: Error | null
  onPaste: () => void
  onClose: () => void
}

const SHOWN_ERRORS = 50
const SHOWN_ROWS = 8

/** What pasting would change and add, and what does not fit. Nothing is written before that is in order. */
export const PasteDialog = ({ plan, busy, error, onPaste, onClose }: PasteDialogProps) => {
  const changed = plan.rows.filter(({ id }) => id !== null).length
  const added = plan.rows.length - changed
  const tooMany = plan.rows.length > MOST_PASTED
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Paste rows"
      lead={`${countOf(changed, 'row')} changed, ${countOf(added, 'row')} added.`}
      wide
    >
      <div className="grid grid-cols-1 gap-4">
        {error !== null && <Alert>{explain(error)}</Alert>}
        {tooMany && (
          <Alert>At most {MOST_PASTED.toLocaleString()} rows can be pasted. Import a CSV file for more.</Alert>
        )}
        {plan.spare > 0 && (
          <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning">
            {countOf(plan.spare, 'column')} to the right found no column here and {plan.spare === 1 ? 'is' : 'are'} left
            out.
          </p>
        )}
        {plan.wrong.length > 0 ? (
          <div role="alert" className="grid gap-1 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
            <p className="font-medium">{countOf(plan.wrong.length, 'cell')} can not be pasted:</p>
            <ul className="grid max-h-56 gap-0.5 overflow-y-auto">
              {plan.wrong.slice(0, SHOWN_ERRORS).map(({ line, column, message }) => (
                <li key={`${line} ${column}`}>
                  Line {line}
                  {column === '' ? '' : `, ${column}`}: {message}
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <div
            className="overflow-x-auto rounded-md border border-line"
            tabIndex={0}
            role="region"
            aria-label="Preview"
          >
            <table className="w-full text-left text-sm">
              <thead className="bg-sunken text-xs text-muted">
                <tr>
                  <th className="px-3 py-1.5 font-medium">Row</th>
                  {plan.columns.map((name) => (
                    <th key={name} className="px-3 py-1.5 font-medium">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {plan.rows.slice(0, SHOWN_ROWS).map(({ id, values }, index) => (
                  <tr key={index} className="border-t border-line">
                    <td className="px-3 py-1 text-muted">{id ?? 'new'}</td>
                    {plan.columns.map((name) => (
                      <td key={name} className="max-w-56 truncate px-3 py-1">
                        {name in values ? JSON.stringify(values[name]) : '—'}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <DialogActions>
          <Button look="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button busy={busy} disabled={plan.wrong.length > 0 || tooMany || plan.rows.length === 0} onClick={onPaste}>
            Paste {countOf(plan.rows.length, 'row')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

const countOf = (count: number, thing: string): string =>
  `${count.toLocaleString()} ${count === 1 ? thing : `${thing}s`}`
