/** The answer where there is nothing to tell. */
export const DONE = { done: true } as const
