/** Text in which letters that differ only by case are the same; it has as many characters as before. */
export function foldCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ')
}
