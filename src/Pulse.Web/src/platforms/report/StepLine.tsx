import CircleCheck from "lucide-solid/icons/circle-check";
import CircleMinus from "lucide-solid/icons/circle-minus";
import CircleX from "lucide-solid/icons/circle-x";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { type ParentProps, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Failure, TestStep } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { took } from "../../ui/time";
import { stepLabel } from "../declared";
import styles from "./TestPanel.module.css";

const looks = {
  passed: { icon: CircleCheck, word: "passed" },
  warning: { icon: TriangleAlert, word: "warning" },
  failed: { icon: CircleX, word: "failed" },
  skipped: { icon: CircleMinus, word: "skipped" },
} as const;

interface StepLineProps {
  step: TestStep;
  platform: Platform;
  /** The failure of the test, for the step that failed. */
  failure?: Failure | null;
  /** Shows the remedy first, then the cause. */
  open?: boolean;
}

/** One step: its label, its outcome, its duration, and the remedy if it did not pass. */
export function StepLine(props: ParentProps<StepLineProps>) {
  const look = () => looks[props.step.outcome];
  const detail = () => (props.failure?.step === props.step.name ? props.failure.detail : null);
  return (
    <li class={`${styles.step} ${styles[props.step.outcome]}`}>
      <Dynamic component={look().icon} size={16} aria-hidden="true" />
      <div class={styles.about}>
        <p class={styles.line}>
          <span class={styles.stepName}>
            {stepLabel(props.platform, props.step.name)}
            <span class="visually-hidden">: {look().word}</span>
          </span>
          <Show when={props.step.outcome !== "skipped"}>
            <span class={styles.took}>{took(props.step.durationMs)}</span>
          </Show>
        </p>
        <Show when={props.open && props.step.remedy} fallback={<p class={styles.summary}>{props.step.summary}</p>}>
          <p class={styles.remedy}>{props.step.remedy}</p>
          <p class={styles.summary}>{props.step.summary}</p>
        </Show>
        <Show when={detail()}>
          {(said) => (
            <details class={styles.folded}>
              <summary>What the system said</summary>
              <p class="mono">{said()}</p>
            </details>
          )}
        </Show>
        {props.children}
      </div>
    </li>
  );
}
