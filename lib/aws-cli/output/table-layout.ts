import { generalError } from '../usage-error';

interface Section {
  readonly title: string;
  readonly depth: number;
  /** How many there are, as the first header or row had them. */
  columns: number | undefined;
  header: readonly string[];
  rows: (readonly string[])[];
}

/** Blanks that a column has beside its widest cell, and the two edges of a section. */
const padding = 4;
const edges = 2;

/** Characters of a table. A cell that is as wide as a file makes every line of it so. */
const mostCharacters = 16_000_000;

/** Boxes below each other, each as far in as it is deep, all of one width. */
export class Table {
  private readonly sections: Section[] = [];

  section(title: string, depth: number): void {
    this.sections.push({ title, depth, columns: undefined, header: [], rows: [] });
  }

  header(cells: readonly string[]): void {
    const { last } = this;
    // So the CLI says it.
    if (last.columns && cells.length > last.columns) throw generalError('list index out of range');
    last.columns ??= cells.length;
    last.header = cells;
  }

  row(cells: readonly string[]): void {
    const { last } = this;
    last.columns ??= cells.length;
    if (cells.length !== last.columns) {
      throw generalError(`Row should have ${last.columns} elements, instead it has ${cells.length}`);
    }
    last.rows.push(cells);
  }

  render(terminalWidth: number): string {
    if (this.width() > terminalWidth) for (const section of this.sections) turn(section);
    const width = this.width();
    const rows = this.sections.reduce((sum, section) => sum + section.rows.length + 5, 1);
    if (rows * width > mostCharacters) {
      throw generalError(`This simulator prints tables of at most ${mostCharacters} characters.`);
    }
    const lines = ['-'.repeat(width)];
    for (const section of this.sections) {
      const bars = '|'.repeat(section.depth);
      for (const line of renderSection(section, width - 2 * section.depth)) lines.push(bars + line + bars);
    }
    return lines.map((line) => `${line}\n`).join('');
  }

  private get last(): Section {
    const section = this.sections.at(-1);
    if (!section) throw new Error('a table begins with a section');
    return section;
  }

  private width(): number {
    return this.sections.reduce((most, section) => {
      const cells = columnWidths(section).reduce((sum, column) => sum + column, 0);
      return Math.max(most, Math.max(cells, displayWidth(section.title)) + edges + 2 * section.depth);
    }, 0);
  }
}

/** A line for each member instead of a column, as for a terminal that is too narrow; only where there is one row. */
function turn(section: Section): void {
  const { header, rows } = section;
  const [row] = rows;
  if (header.length === 0 || rows.length !== 1 || !row) return;
  section.rows = header.map((name, index) => [name, row[index] ?? '']);
  section.header = [];
}

function columnWidths({ header, rows }: Section): number[] {
  const widths: number[] = [];
  for (const row of [header, ...rows]) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? padding, displayWidth(cell) + padding);
    }
  }
  return widths;
}

function renderSection(section: Section, width: number): string[] {
  const { title, header, rows } = section;
  const lines = title === '' ? [] : [centered(title, width, '|')];
  if (header.length === 0 && rows.length === 0) return [...lines, `+${'-'.repeat(width - 2)}+`];
  const widths = stretch(columnWidths(section), width);
  if (widths.length === 0) return lines;
  const line = (cells: readonly string[], write: typeof centered): string =>
    widths.map((column, index) => write(cells[index] ?? '', column, index === 0 ? '|' : '')).join('');
  const rule = ruleOf(widths);
  if (header.length > 0) lines.push(rule, line(header, centered));
  lines.push(rule, ...rows.map((row) => line(row, leftAligned)), rule);
  return lines;
}

// A column counts its right edge, and the first one both.
const ruleOf = (widths: readonly number[]): string =>
  widths.map((column, index) => (index === 0 ? `+${'-'.repeat(column - 2)}+` : `${'-'.repeat(column - 1)}+`)).join('');

function centered(text: string, width: number, edge: '|' | ''): string {
  const length = displayWidth(text);
  const left = Math.floor(width / 2) - Math.floor(length / 2) - 1;
  const start = edge + ' '.repeat(Math.max(0, left)) + text;
  return `${start}${' '.repeat(Math.max(0, width - 1 - edge.length - Math.max(0, left) - length))}|`;
}

function leftAligned(text: string, width: number, edge: '|' | ''): string {
  const free = width - 1 - edge.length - displayWidth(text);
  // A cell too wide for its column gives up the blanks before it.
  const before = free < 2 ? '' : '  ';
  return `${edge}${before}${text}${' '.repeat(Math.max(0, free - before.length))}|`;
}

/** Columns stretched in proportion to fill `width`; what rounding leaves over goes to the last ones. */
function stretch(widths: readonly number[], width: number): number[] {
  const sum = widths.reduce((total, column) => total + column, 0);
  const stretched = widths.map((column) => roundHalfEven((width / sum) * column));
  let off = stretched.reduce((total, column) => total + column, 0) - width;
  while (off !== 0 && stretched.length > 0) {
    const order = off > 0 ? [...stretched.keys()] : [...stretched.keys()].reverse();
    for (const index of order) {
      stretched[index] = (stretched[index] ?? 0) + (off > 0 ? -1 : 1);
      off += off > 0 ? -1 : 1;
      if (off === 0) break;
    }
  }
  return stretched;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Columns of a terminal that a text takes: East Asian wide characters take two. The CLI also counts characters of
 * ambiguous width (é) as two, which leaves its rows ragged; ours are straight.
 */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
