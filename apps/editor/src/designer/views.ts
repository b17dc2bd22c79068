/** The views of one source: of a stack its list and canvas, of a table its rows and columns, of both the code. */
export type DesignerView = 'list' | 'canvas' | 'code' | 'rows' | 'columns'
