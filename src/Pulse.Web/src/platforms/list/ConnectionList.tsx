import { createEffect, createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import type { Connection } from "../../api/connections";
import { Button } from "../../ui/Button";
import type { PlatformUi } from "../platformUi";
import { BeatPatterns } from "./AttemptBar";
import { ConnectionCard } from "./ConnectionCard";
import styles from "./ConnectionList.module.css";
import { ListFilterBar } from "./ListFilterBar";
import { filterFrom, inOrder, type ListFilter, matching } from "./listModel";

const noFilter: ListFilter = { text: "", state: "all" };

// What a screen shows is there with the first frame; the rest of a long list follows frame by frame, so that the page answers
// from the start. All cards end up in the page: finding in page, and a screen reader's count, stay right.
const firstCards = 20;
const cardsPerFrame = 25;

/** The connections as cards: what needs somebody first. From ten on with a search and a filter by state. */
export function ConnectionList(props: { connections: readonly Connection[]; platform: PlatformUi }) {
  const [filter, setFilter] = createSignal<ListFilter>(noFilter);
  const hasFilter = () => props.connections.length >= filterFrom;
  const shown = createMemo(() => inOrder(hasFilter() ? matching(props.connections, filter()) : props.connections));
  const mounted = createGrowingCount(() => shown().length);
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
        <ul class={styles.list}>
          <For each={shown().slice(0, mounted())}>
            {(connection) => (
              <li class={styles.item}>
                <ConnectionCard connection={connection} platform={props.platform} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

/** Grows to the count, some at each frame. */
function createGrowingCount(count: () => number): () => number {
  const [reached, setReached] = createSignal(firstCards);
  createEffect(() => {
    if (reached() < count()) {
      const frame = requestAnimationFrame(() => setReached((cards) => cards + cardsPerFrame));
      onCleanup(() => cancelAnimationFrame(frame));
    }
  });
  return reached;
}
