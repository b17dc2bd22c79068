/** Something is under way; the text beside it says what. */
export const Spinner = () => (
  <span aria-hidden="true" className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent" />
)

/** A grey block the size of what is to come. */
export const Skeleton = ({ className = '' }: { className?: string }) => (
  <div aria-hidden="true" className={`animate-pulse rounded-md bg-sunken ${className}`} />
)
