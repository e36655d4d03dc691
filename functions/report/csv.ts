/** What a cell of a table can hold. */
export type CsvValue = string | number | undefined;

// Excel takes a file for UTF-8 only when it begins with this.
const MARK = '\uFEFF';

/**
 * A table as RFC 4180 has it, in UTF-8. A text that a spreadsheet would take for a formula is kept from being one by an
 * apostrophe; numbers stay numbers, negative ones too.
 */
export const csv = (head: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  MARK + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: CsvValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toPrecision(10))) : '';
  const harmless = /^[\s]*[=+\-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
