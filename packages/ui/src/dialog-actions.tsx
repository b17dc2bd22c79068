import type { ReactNode } from 'react'

/** What ends a dialog, last in its body: in sight at the foot, however long the dialog is. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-4 z-10 -mx-5 -mb-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-5 py-3 first:-mt-4 first:border-t-0">
    {children}
  </div>
)
