/** The id in the page of a table's row for a resource, rule or route. */
export const rowId = (id: string): string => `row-${id}`;
