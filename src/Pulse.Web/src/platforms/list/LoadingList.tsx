import styles from "./LoadingList.module.css";

/** The placeholder of the list while it is read: cards without content, so that the page does not jump. */
export const LoadingList = () => (
  <div class={styles.list} role="status" aria-label="Reading the connections">
    <div class={styles.card} />
    <div class={styles.card} />
  </div>
);
