import CircleAlert from "lucide-solid/icons/circle-alert";
import Info from "lucide-solid/icons/info";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import styles from "./Notice.module.css";

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

interface NoticeProps {
  tone: keyof typeof icons;
  title?: JSX.Element;
  children?: JSX.Element;
  action?: JSX.Element;
  /** Whether a screen reader reads it aloud when it appears. An error is read at once, other notices when the reader pauses. */
  live?: boolean;
}

/** A message of the page, with a possible action. */
export function Notice(props: NoticeProps) {
  return (
    <div class={`${styles.notice} ${styles[props.tone]}`} role={props.live ? (props.tone === "error" ? "alert" : "status") : undefined}>
      <Dynamic component={icons[props.tone]} size={16} aria-hidden="true" />
      <div class={styles.text}>
        <Show when={props.title}>
          <p class={styles.title}>{props.title}</p>
        </Show>
        {props.children}
      </div>
      <Show when={props.action}>
        <div class={styles.action}>{props.action}</div>
      </Show>
    </div>
  );
}
