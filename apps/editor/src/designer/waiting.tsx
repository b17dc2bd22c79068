import { Skeleton } from '@cairn/ui'

/** A part of the designer that is on its way. */
export const Waiting = () => (
  <div className="grid gap-2 p-5" aria-busy="true">
    {Array.from({ length: 6 }, (_, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- they are all alike
      <Skeleton key={index} className="h-9" />
    ))}
  </div>
)
