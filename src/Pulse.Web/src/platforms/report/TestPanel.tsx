import { createEffect, createSignal, For, Match, on, onCleanup, Show, Switch } from "solid-js";
import type { TestReport, TestStep } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { Button } from "../../ui/Button";
import { CopyButton } from "../../ui/CopyButton";
import { Notice } from "../../ui/Notice";
import { RelativeTime } from "../../ui/RelativeTime";
import { Spinner } from "../../ui/Spinner";
import { exact, took } from "../../ui/time";
import { countsText } from "../declared";
import { CertificatePanel } from "./CertificatePanel";
import { linesOf, textOf, verdictOf } from "./reportText";
import { StepLine } from "./StepLine";
import styles from "./TestPanel.module.css";
import type { TestRun } from "./testRun";

interface TestPanelProps {
  platform: Platform;
  test: TestRun;
  /** The target of the test, for the copied report. */
  endpoint: string;
  /** Pins a thumbprint; missing if that is not possible. */
  onTrust?: (thumbprint: string) => void;
  /** The thumbprint that is pinned in the form now. */
  pinned: string | null;
}

// The width at which the dialog has one column, see ConnectionDialog.module.css.
const narrow = globalThis.matchMedia?.("(width < 860px)");

/** The answers of the server: the steps as they end, then the report. */
export function TestPanel(props: TestPanelProps) {
  return (
    <section class={styles.panel} aria-label="Test">
      <Switch>
        <Match when={running(props.test)}>{(now) => <Running {...props} steps={now().steps} startedAt={now().startedAt} />}</Match>
        <Match when={report(props.test)}>{(found) => <Report {...props} report={found()} />}</Match>
        <Match when={refused(props.test)}>
          {(error) => (
            <Notice tone="warning" live title={error().problem.title}>
              <p>{error().problem.detail}</p>
              <Show when={error().problem.retryAt}>
                {(at) => (
                  <p>
                    It may be tried again <RelativeTime at={at()} /> ({exact(at())}).
                  </p>
                )}
              </Show>
              <For each={Object.values(error().problem.errors ?? {}).flat()}>{(sentence) => <p>{sentence}</p>}</For>
            </Notice>
          )}
        </Match>
        <Match when={props.test.run().state === "cancelled"}>
          <Notice tone="info" live title="The test was cancelled">
            Its session with the {props.platform.noun} is ended.
          </Notice>
        </Match>
      </Switch>
    </section>
  );
}

const running = (test: TestRun) => {
  const run = test.run();
  return run.state === "running" ? run : false;
};
const report = (test: TestRun) => {
  const run = test.run();
  return run.state === "done" ? run.report : false;
};
const refused = (test: TestRun) => {
  const run = test.run();
  return run.state === "refused" ? run.error : false;
};

function Running(props: TestPanelProps & { steps: readonly TestStep[]; startedAt: number }) {
  const [elapsed, setElapsed] = createSignal(0);
  const timer = setInterval(() => setElapsed(Math.floor((Date.now() - props.startedAt) / 1_000)), 1_000);
  onCleanup(() => clearInterval(timer));
  const current = () => props.platform.steps.find(({ name }) => !props.steps.some((step) => step.name === name));
  return (
    <>
      <div class={styles.verdict}>
        <h3>Testing</h3>
        <Button onClick={props.test.cancel}>Cancel the test</Button>
      </div>
      <ol class={styles.steps}>
        <For each={props.steps}>{(step) => <StepLine step={step} platform={props.platform} />}</For>
        <Show when={current()}>
          {(step) => (
            <li class={styles.current} aria-live="polite">
              <Spinner />
              <span>{step().label}</span>
              <Show when={elapsed() > 0}>
                <span class={styles.took} aria-hidden="true">
                  {elapsed()} s
                </span>
              </Show>
            </li>
          )}
        </Show>
      </ol>
    </>
  );
}

function Report(props: TestPanelProps & { report: TestReport }) {
  let heading: HTMLHeadingElement | undefined;
  // On a narrow screen the report is below the form: scroll to it after a test.
  createEffect(
    on(
      () => props.report,
      () => queueMicrotask(() => narrow?.matches && heading?.scrollIntoView({ block: "start" })),
    ),
  );
  const tone = () => (props.report.success ? (props.report.degraded ? "degraded" : "passed") : "failed");
  return (
    <>
      <div class={styles.verdict}>
        <div role="status">
          <h3 ref={heading} class={styles[tone()]}>
            {verdictOf(props.report)}
          </h3>
        </div>
        <CopyButton label="Copy the report" text={() => textOf(props.report, props.platform, props.endpoint)} />
      </div>
      <Show when={props.report.observed}>
        {(observed) => (
          <p class="muted">
            {[`${observed().product} ${observed().version}`, countsText(props.platform, observed())].filter(Boolean).join(": ")}
          </p>
        )}
      </Show>
      <ol class={styles.steps}>
        <For each={linesOf(props.report)}>
          {(line) =>
            line.kind === "step" ? (
              <StepLine step={line.step} platform={props.platform} failure={props.report.failure} open>
                <Show when={line.step.name === "tls" && props.report.certificate}>
                  {(certificate) => <CertificatePanel certificate={certificate()} pinned={props.pinned} onTrust={props.onTrust} />}
                </Show>
              </StepLine>
            ) : (
              <Folded outcome={line.outcome} steps={line.steps} platform={props.platform} />
            )
          }
        </For>
      </ol>
      <Show when={props.report.certificate && !failedAtTls(props.report) ? props.report.certificate : null}>
        {(certificate) => (
          <details class={styles.folded}>
            <summary>The certificate that was shown</summary>
            <CertificatePanel certificate={certificate()} pinned={props.pinned} onTrust={props.onTrust} />
          </details>
        )}
      </Show>
      <p class={styles.total}>
        Took {took(props.report.durationMs)}.{" "}
        {hasSignedIn(props.report, props.platform) ? "The test has logged out again." : `The ${props.platform.secretNoun} was not sent.`}
      </p>
    </>
  );
}

const hasSignedIn = (report: TestReport, platform: Platform): boolean =>
  platform.steps.some(
    ({ name, sendsCredential }) => sendsCredential && report.steps.some((step) => step.name === name && step.outcome !== "skipped"),
  );

const failedAtTls = (report: TestReport): boolean =>
  report.steps.some((step) => step.name === "tls" && step.outcome !== "passed" && step.outcome !== "skipped");

function Folded(props: { outcome: "passed" | "skipped"; steps: readonly TestStep[]; platform: Platform }) {
  const count = () => `${props.steps.length} ${props.steps.length === 1 ? "step" : "steps"} ${props.outcome}`;
  return (
    <li>
      <details class={`${styles.folded} ${styles[props.outcome]}`}>
        <summary>{count()}</summary>
        <ol class={styles.steps}>
          <For each={props.steps}>{(step) => <StepLine step={step} platform={props.platform} />}</For>
        </ol>
      </details>
    </li>
  );
}
