import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Connection } from "../../api/connections";
import { areas, type CountName } from "../areas";
import type { PlatformUi } from "../platformUi";
import styles from "./ConnectionCard.module.css";

/** What the connection contributes: its hosts, machines and datastores, each with a way to its area once there is one. */
export function Contribution(props: { connection: Connection; platform: PlatformUi }) {
  const counts = Object.entries(props.platform.counts) as [CountName, readonly [string, string]][];
  return (
    <Show when={props.connection.observed} fallback={<p class="muted">Nothing read yet</p>}>
      {(observed) => (
        <ul class={styles.counts}>
          <For each={counts}>
            {([name, [one, many]]) => {
              const number = () => observed()[name];
              const count = () => (
                <>
                  <strong>{number()?.toLocaleString("en-GB")}</strong> {number() === 1 ? one : many}
                </>
              );
              return (
                <Show when={number() !== undefined}>
                  <li>
                    <Show when={areas[name]} fallback={count()}>
                      {(area) => <A href={area()(props.connection)}>{count()}</A>}
                    </Show>
                  </li>
                </Show>
              );
            }}
          </For>
        </ul>
      )}
    </Show>
  );
}
