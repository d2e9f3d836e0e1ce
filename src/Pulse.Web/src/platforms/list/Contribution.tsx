import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { areas, type CountName } from "../areas";
import { countsOf } from "../declared";
import styles from "./ConnectionCard.module.css";

/** The contribution of a connection: the counts of its platform, each with a link to its area once there is one. */
export function Contribution(props: { connection: Connection; platform: Platform }) {
  return (
    <Show when={props.connection.observed} fallback={<p class="muted">Nothing read yet</p>}>
      {(observed) => (
        <ul class={styles.counts}>
          <For each={props.platform.counts}>
            {({ member }) => {
              const shown = () => countsOf(props.platform, observed()).find((each) => each.member === member);
              return (
                <Show when={shown()}>
                  {(each) => {
                    const count = () => (
                      <>
                        <strong>{each().count.toLocaleString("en-GB")}</strong> {each().noun}
                      </>
                    );
                    return (
                      <li>
                        <Show when={areas[member as CountName]} fallback={count()}>
                          {(area) => <A href={area()(props.connection)}>{count()}</A>}
                        </Show>
                      </li>
                    );
                  }}
                </Show>
              );
            }}
          </For>
        </ul>
      )}
    </Show>
  );
}
