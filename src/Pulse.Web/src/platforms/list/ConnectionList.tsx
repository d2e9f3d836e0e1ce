import { createMemo, createSignal, For, lazy, Show, Suspense } from "solid-js";
import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { Button } from "../../ui/Button";
import { BeatPatterns } from "./AttemptBar";
import { ConnectionCard } from "./ConnectionCard";
import styles from "./ConnectionList.module.css";
import { ListFilterBar } from "./ListFilterBar";
import { LoadingList } from "./LoadingList";
import { filterFrom, inOrder, type ListFilter, matching } from "./listModel";

const WindowedList = lazy(() => import("./WindowedList"));

const noFilter: ListFilter = { text: "", state: "all" };

// Up to this number all cards are in the page, so that the browser's own search finds them.
const windowedFrom = 60;

/** The connections as cards: those that need action first. From ten on with a search and a filter by state. */
export function ConnectionList(props: { connections: readonly Connection[]; platform: Platform }) {
  const [filter, setFilter] = createSignal<ListFilter>(noFilter);
  const [opened, setOpened] = createSignal<ReadonlySet<string>>(new Set());
  const hasFilter = () => props.connections.length >= filterFrom;
  const shown = createMemo(() => inOrder(hasFilter() ? matching(props.connections, filter(), props.platform) : props.connections));

  const setOpen = (id: string, open: boolean) => setOpened((ids) => new Set(open ? [...ids, id] : [...ids].filter((each) => each !== id)));
  const card = (connection: Connection) => (
    <ConnectionCard
      connection={connection}
      platform={props.platform}
      open={opened().has(connection.id)}
      onOpen={(open) => setOpen(connection.id, open)}
    />
  );
  return (
    <>
      <BeatPatterns />
      <Show when={hasFilter()}>
        <ListFilterBar connections={props.connections} filter={filter()} shown={shown().length} onFilter={setFilter} />
      </Show>
      <Show
        when={shown().length > 0}
        fallback={
          <div class={styles.none}>
            <p>No connection matches.</p>
            <Button onClick={() => setFilter(noFilter)}>Clear the filter</Button>
          </div>
        }
      >
        <Show
          when={shown().length > windowedFrom}
          fallback={
            <ul class={styles.list}>
              <For each={shown()}>{(connection) => <li>{card(connection)}</li>}</For>
            </ul>
          }
        >
          <Suspense fallback={<LoadingList />}>
            <WindowedList connections={shown()}>{card}</WindowedList>
          </Suspense>
        </Show>
      </Show>
    </>
  );
}
