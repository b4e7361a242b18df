/** The id in the page of a table's row for a resource, rule or route. */
export const rowId = (id: string): string => `row-${id}`;

/** What a row has so that it can be led to. */
export const rowPlace = (id: string) => ({ id: rowId(id), tabIndex: -1 });
