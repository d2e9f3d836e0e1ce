import { For } from "solid-js";
import type { Connection, PollState } from "../../api/connections";
import { SelectField, TextField } from "../../ui/Field";
import styles from "./ConnectionList.module.css";
import type { ListFilter } from "./listModel";
import { pollStates, stateLooks } from "./pollStates";

interface ListFilterBarProps {
  connections: readonly Connection[];
  filter: ListFilter;
  shown: number;
  onFilter: (filter: ListFilter) => void;
}

/** Filters a long list of connections, by text and by state. */
export function ListFilterBar(props: ListFilterBarProps) {
  const countOf = (state: PollState) => props.connections.filter((connection) => connection.poll.state === state).length;
  return (
    <search class={styles.filter}>
      <TextField
        label="Search"
        type="search"
        placeholder="Name, endpoint, user name or version"
        value={props.filter.text}
        onInput={(event) => props.onFilter({ ...props.filter, text: event.currentTarget.value })}
      />
      <SelectField
        label="State"
        value={props.filter.state}
        onChange={(event) => props.onFilter({ ...props.filter, state: event.currentTarget.value as ListFilter["state"] })}
      >
        <option value="all">All states</option>
        <For each={pollStates}>
          {(state) => (
            <option value={state}>
              {stateLooks[state].word} ({countOf(state)})
            </option>
          )}
        </For>
      </SelectField>
      <p class={styles.count} role="status">
        {props.shown === props.connections.length ? "" : `${props.shown} of ${props.connections.length} shown`}
      </p>
    </search>
  );
}
