import { Button, CopyButton, DialogActions } from '@cairn/ui'

/** A text that is shown this once. */
export const SecretOnce = ({ text, label, onDone }: { text: string; label: string; onDone: () => void }) => (
  <div className="grid grid-cols-1 gap-4">
    <p className="text-sm">Copy it now: it is not shown again.</p>
    <div className="flex items-center gap-2 rounded-md bg-sunken py-1 pr-1 pl-3">
      <code aria-label={label} className="min-w-0 flex-1 font-mono text-xs break-all">
        {text}
      </code>
      <CopyButton size="sm" text={text} label={label} />
    </div>
    <DialogActions>
      <Button onClick={onDone}>Done</Button>
    </DialogActions>
  </div>
)
