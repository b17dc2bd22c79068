/** The box that charts are drawn in; it is stretched to the room there is. */
export const CHART = { width: 720, height: 120 } as const
