'use client'
import { Alert } from '@cairn/ui'
import { useState, type DragEvent } from 'react'
import { filesOfDrop, readFiles, type DroppedFile } from './read-files.ts'

/** Takes a folder, a zip or single files, dropped or chosen. */
export const DropFiles = ({
  files,
  onFiles,
}: {
  files: readonly DroppedFile[]
  onFiles: (files: DroppedFile[]) => void
}) => {
  const [over, setOver] = useState(false)
  const [wrong, setWrong] = useState('')
  const take = (reading: Promise<DroppedFile[]>) =>
    void reading.then(
      (read) => {
        setWrong(read.length === 0 ? 'There is no .xs file in it.' : '')
        onFiles(read)
      },
      (error: unknown) => setWrong(error instanceof Error ? error.message : 'It can not be read.'),
    )
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(filesOfDrop(event.dataTransfer.items))
  }
  return (
    <div className="grid gap-2">
      {wrong !== '' && <Alert>{wrong}</Alert>}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`grid justify-items-center gap-2 rounded-md border border-dashed px-4 py-6 text-center text-sm ${over ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
      >
        {files.length === 0
          ? 'Drop a folder or a zip here, or'
          : `${files.length} files, beginning with ${files[0]?.path}. Choose others:`}
        <span className="flex flex-wrap justify-center gap-2">
          <Chooser label="Choose a folder" folder onChosen={(chosen) => take(readFiles(chosen))} />
          <Chooser label="Choose a zip or files" onChosen={(chosen) => take(readFiles(chosen))} />
        </span>
      </div>
    </div>
  )
}

const Chooser = ({
  label,
  folder = false,
  onChosen,
}: {
  label: string
  folder?: boolean
  onChosen: (files: File[]) => void
}) => (
  <label className="cursor-pointer rounded-md border border-line bg-surface px-2.5 py-1.5 font-medium hover:border-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent">
    {label}
    <input
      type="file"
      multiple
      className="sr-only"
      accept={folder ? undefined : '.xs,.zip'}
      {...(folder ? { webkitdirectory: '' } : {})}
      onChange={(event) => onChosen([...(event.target.files ?? [])])}
    />
  </label>
)
