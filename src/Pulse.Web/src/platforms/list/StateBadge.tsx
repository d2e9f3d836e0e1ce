import { Dynamic } from "solid-js/web";
import type { PollState } from "../../api/connections";
import { stateLooks } from "./pollStates";
import styles from "./StateBadge.module.css";

/** The state of a connection: colour, icon and word. */
export function StateBadge(props: { state: PollState }) {
  return (
    <span class={`${styles.badge} ${styles[props.state]}`} title={stateLooks[props.state].meaning}>
      <Dynamic component={stateLooks[props.state].icon} size={15} aria-hidden="true" />
      {stateLooks[props.state].word}
    </span>
  );
}
