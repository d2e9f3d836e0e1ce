import styles from "./LoadingList.module.css";

/** The place of the list while it is read: cards without content, so that nothing jumps when it comes. */
export const LoadingList = () => (
  <div class={styles.list} role="status" aria-label="Reading the connections">
    <div class={styles.card} />
    <div class={styles.card} />
  </div>
);
