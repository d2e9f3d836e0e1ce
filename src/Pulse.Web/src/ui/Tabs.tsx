import { createEffect, For, Show } from "solid-js";
import styles from "./Tabs.module.css";

export interface TabLink {
  label: string;
  /** Missing for a planned page: the tab shows that it comes soon, and has no link. */
  href?: string;
}

interface TabsProps {
  /** The purpose of the tabs, for a screen reader. */
  label: string;
  tabs: readonly TabLink[];
  /** The `href` of the tab that is open. */
  current: string | undefined;
}

/**
 * Pages next to each other. They are links, not the tabs of ARIA: each has an address, can open in a new window, and works
 * with the back button.
 */
export function Tabs(props: TabsProps) {
  return (
    <nav aria-label={props.label}>
      <ul class={styles.tabs}>
        <For each={props.tabs}>
          {(tab) => (
            <li>
              <Show
                when={tab.href}
                fallback={
                  // biome-ignore lint/a11y/useValidAnchor: a link without an address is how HTML writes one that leads nowhere yet.
                  <a class={`${styles.tab} ${styles.disabled}`} role="link" aria-disabled="true">
                    {tab.label} <span class={styles.soon}>soon</span>
                  </a>
                }
              >
                {(href) => <Tab label={tab.label} href={href()} current={href() === props.current} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

function Tab(props: { label: string; href: string; current: boolean }) {
  let link: HTMLAnchorElement | undefined;
  // On a phone the open tab may be outside of the visible part.
  createEffect(() => props.current && link?.scrollIntoView({ block: "nearest", inline: "nearest" }));
  return (
    <a ref={link} class={styles.tab} href={props.href} aria-current={props.current ? "page" : undefined}>
      {props.label}
    </a>
  );
}
