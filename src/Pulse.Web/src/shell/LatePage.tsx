import { ErrorBoundary, type ParentProps, Suspense } from "solid-js";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import styles from "./LatePage.module.css";

/** A page whose script is loaded when the page is first opened. Its space is reserved until then. */
export function LatePage(props: ParentProps) {
  return (
    <ErrorBoundary
      fallback={
        // After an update of Pulse the scripts have other names, which only a new page knows.
        <Notice
          tone="error"
          live
          title="This page could not be shown."
          action={<Button onClick={() => location.reload()}>Load it again</Button>}
        >
          Pulse may have been updated while it was open.
        </Notice>
      }
    >
      <Suspense fallback={<div class={styles.space} aria-busy="true" />}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
