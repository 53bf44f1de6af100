import type { ComponentChildren } from 'preact';

export type Column<T> = {
  title: string;
  /** What stands in a row. */
  cell: (row: T) => ComponentChildren;
  /** Numbers stand under each other at their ends. */
  isNumber?: boolean;
};

export type TableProps<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
};

/** Rows with the same columns. On a narrow screen each row becomes a block, its cells under each other with their titles. */
export const Table = <T,>({ label, columns, rows, keyOf }: TableProps<T>) => (
  <table class="table" aria-label={label}>
    <thead>
      <tr>
        {columns.map(({ title, isNumber }) => (
          <th key={title} scope="col" class={isNumber ? 'number' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          {columns.map(({ title, cell, isNumber }) => (
            <td key={title} data-title={title} class={isNumber ? 'number' : undefined}>
              {cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
