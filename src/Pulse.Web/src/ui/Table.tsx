import { createMemo, For, type JSX } from "solid-js";
import styles from "./Table.module.css";

export interface Column<Row> {
  header: string;
  /** The content of the row in this column; null for no content. */
  cell: (row: Row) => JSX.Element;
  /** `name` is the header of its row; `action` contains buttons, and shows no header. */
  kind?: "name" | "action";
}

interface TableProps<Row> {
  /** The content of the table in words, for a screen reader. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Past, or replaced soon: less prominent. */
  faded?: boolean;
}

// A narrow screen stacks the cells. The necessary display removes the semantics of a table, and the roles restore it.
const role = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  column: { role: "columnheader", scope: "col" },
  name: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
} as const;

/** Rows with columns; on a phone each row is a block, with a header next to each value. */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <table {...role.table} class={`${styles.table} ${props.faded ? styles.faded : ""}`}>
      <caption class="visually-hidden">{props.caption}</caption>
      <thead {...role.group}>
        <tr {...role.row}>
          <For each={props.columns}>
            {(column) => (
              <th {...role.column}>
                <span class={column.kind === "action" ? "visually-hidden" : ""}>{column.header}</span>
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody {...role.group}>
        <For each={props.rows}>
          {(row) => (
            <tr {...role.row}>
              <For each={props.columns}>{(column) => <Cell column={column} row={row} />}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Cell<Row>(props: { column: Column<Row>; row: Row }) {
  const column = props.column;
  const content = createMemo(() => column.cell(props.row));
  if (column.kind === "name") {
    return <th {...role.name}>{content()}</th>;
  }
  if (column.kind === "action") {
    return (
      <td {...role.cell} class={styles.action}>
        {content()}
      </td>
    );
  }
  return (
    <td {...role.cell} class={content() === null ? styles.empty : ""}>
      <span class={styles.label} aria-hidden="true">
        {column.header}
      </span>
      <div>{content()}</div>
    </td>
  );
}
