import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import styles from "./StateWord.module.css";

export interface StateLook {
  tone: "good" | "bad" | "warning" | "idle";
  icon: (props: { size: number; "aria-hidden": "true" }) => JSX.Element;
  word: string;
}

/** A state as icon and word, because not all people can see the colour. */
export const StateWord = (props: { look: StateLook }) => (
  <span class={`${styles.state} ${styles[props.look.tone]}`}>
    <Dynamic component={props.look.icon} size={14} aria-hidden="true" />
    {props.look.word}
  </span>
);
