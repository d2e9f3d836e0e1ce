import { Index } from "solid-js";
import styles from "./Skeleton.module.css";

/** Reserves the space of rows that are being read. */
export function Skeleton(props: { label: string; rows?: number }) {
  return (
    <div class={styles.skeleton} role="status" aria-busy="true">
      <span class="visually-hidden">{props.label}</span>
      <Index each={Array.from({ length: props.rows ?? 4 })}>{() => <div class={styles.line} />}</Index>
    </div>
  );
}
