import styles from "./Spinner.module.css";

/** Shows that an action runs. The text next to it names the action. */
export const Spinner = () => <span class={styles.spinner} aria-hidden="true" />;
