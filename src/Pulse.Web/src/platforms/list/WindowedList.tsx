import { createWindowVirtualizer } from "@tanstack/solid-virtual";
import { createSignal, For, type JSX, onCleanup, onMount } from "solid-js";
import type { Connection } from "../../api/connections";
import styles from "./ConnectionList.module.css";

interface WindowedListProps {
  connections: readonly Connection[];
  children: (connection: Connection) => JSX.Element;
}

const usualHeight = 180;
const gap = 12;

/** A long list of which only the visible part, and a little around it, is in the page. Cards may have different heights. */
export default function WindowedList(props: WindowedListProps) {
  let list: HTMLUListElement | undefined;
  const [top, setTop] = createSignal(0);
  const virtualizer = createWindowVirtualizer<HTMLLIElement>({
    get count() {
      return props.connections.length;
    },
    get scrollMargin() {
      return top();
    },
    getItemKey: (index) => props.connections[index]?.id ?? index,
    estimateSize: () => usualHeight,
    overscan: 6,
    gap,
  });

  // The content above the list grows and shrinks with the messages of the page.
  const measureTop = () => setTop(list?.offsetTop ?? 0);
  onMount(() => {
    const observer = new ResizeObserver(measureTop);
    observer.observe(document.body);
    onCleanup(() => observer.disconnect());
  });

  return (
    <ul ref={list} class={styles.windowed} style={{ height: `${virtualizer.getTotalSize()}px` }}>
      <For each={virtualizer.getVirtualItems().flatMap((item) => props.connections[item.index] ?? [])}>
        {(connection) => {
          const item = () => virtualizer.getVirtualItems().find((each) => props.connections[each.index]?.id === connection.id);
          return (
            <li
              ref={(element) => queueMicrotask(() => virtualizer.measureElement(element))}
              data-index={item()?.index}
              aria-setsize={props.connections.length}
              aria-posinset={(item()?.index ?? 0) + 1}
              style={{ transform: `translateY(${(item()?.start ?? 0) - top()}px)` }}
            >
              {props.children(connection)}
            </li>
          );
        }}
      </For>
    </ul>
  );
}
