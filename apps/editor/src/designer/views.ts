/** The three views of one source. */
export type DesignerView = 'list' | 'canvas' | 'code'
