import type { ParentProps } from "solid-js";
import styles from "./CenteredPage.module.css";
import { usePageTitle } from "./pageTitle";

/** A page with one element: a form or a message. */
export function CenteredPage(props: ParentProps<{ title: string }>) {
  usePageTitle(() => props.title);
  return (
    <main id="main" class={styles.page} tabindex="-1">
      <div class={styles.card}>
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  );
}
