/** The views of one source; a table also shows its rows. */
export type DesignerView = 'list' | 'canvas' | 'code' | 'rows'
