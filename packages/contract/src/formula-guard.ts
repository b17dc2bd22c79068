/** What spreadsheets begin a formula with; the wide forms count as the narrow ones in some of them. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
/** Says the same as a formula and as a text. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

/**
 * A text as a cell of a CSV file or of what is copied, so that no spreadsheet takes it for a formula: an apostrophe goes before what would be one.
 * Numbers stay as they are. `readGuarded` gives back the text.
 */
export const guarded = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text)

/** The text of a cell that `guarded` wrote; any other cell as it is. */
export const readGuarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)
