import { isObject, type JsonObject } from '../json';
import { pythonType } from '../python-text';
import { generalError } from '../usage-error';
import { Table } from './table-layout';
import { isScalar, partKeys, scalarText } from './values';

/**
 * `--output table`: boxes in boxes, as wide as what is in them; where that is wider than the terminal, a line for each
 * member instead of a column.
 */
export function tableOutput(title: string, value: unknown, terminalWidth: number): string {
  const table = new Table();
  return build(table, title, value, 0) ? table.render(terminalWidth) : '';
}

function build(table: Table, title: string | undefined, value: unknown, depth: number): boolean {
  if (isEmpty(value)) return false;
  if (title !== undefined) table.section(title, depth);
  if (Array.isArray(value)) buildList(table, title ?? '', value, depth);
  else if (isObject(value)) buildStructure(table, value, depth);
  return true;
}

const isEmpty = (value: unknown): boolean =>
  !value || (Array.isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);

function buildStructure(table: Table, structure: JsonObject, depth: number): void {
  const { scalars, nested } = partKeys([structure]);
  const cells = scalars.map((key) => scalarText(structure[key]));
  if (scalars.length === 1) table.row([...scalars, ...cells]);
  else if (scalars.length > 1) {
    table.header(scalars);
    table.row(cells);
  }
  for (const key of nested) build(table, key, structure[key], depth + 1);
}

function buildList(table: Table, title: string, list: readonly unknown[], depth: number): void {
  if (isObject(list[0])) {
    const odd = list.find((member) => !isObject(member));
    if (odd !== undefined) throw generalError(`'${pythonType(odd)}' object is not iterable`);
    buildRows(table, title, list.filter(isObject), depth);
    return;
  }
  for (const member of list) {
    if (isScalar(member)) table.row([scalarText(member)]);
    else if (Array.isArray(member) && member.every(isScalar)) table.row(member.map(scalarText));
    else build(table, undefined, member, 0);
  }
}

function buildRows(table: Table, title: string, rows: readonly JsonObject[], depth: number): void {
  const { scalars, nested } = partKeys(rows);
  table.header(scalars);
  for (const [index, row] of rows.entries()) {
    if (index > 0 && nested.length > 0) {
      table.section(title, depth);
      table.header(scalars);
    }
    table.row(scalars.map((key) => (Object.hasOwn(row, key) ? scalarText(row[key]) : '')));
    for (const key of nested) if (Object.hasOwn(row, key)) build(table, key, row[key], depth + 1);
  }
}
