import styles from "./Spinner.module.css";

/** Something runs. What runs is said beside it. */
export const Spinner = () => <span class={styles.spinner} aria-hidden="true" />;
