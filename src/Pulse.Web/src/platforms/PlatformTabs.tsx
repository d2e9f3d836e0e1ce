import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { listPath, platformTabs } from "./platformConnectionsModel";
import styles from "./Workspace.module.css";

/** The platforms, those to come among them. */
export function PlatformTabs(props: { current: string }) {
  return (
    <nav class={styles.tabs} aria-label="Platforms">
      <For each={platformTabs}>
        {(tab) => (
          <Show when={tab.platform} fallback={<span class={styles.soon}>{tab.label} (soon)</span>}>
            {(platform) => (
              <A href={listPath(platform().key)} class={styles.tab} aria-current={tab.key === props.current ? "page" : undefined}>
                {tab.label}
              </A>
            )}
          </Show>
        )}
      </For>
    </nav>
  );
}
