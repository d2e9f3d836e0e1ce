import { createSignal, onCleanup } from "solid-js";
import type { TestReport, TestStep } from "../../api/connections";
import type { PlatformKey } from "../../api/platforms";
import { type ApiError, isAbort, toApiError } from "../../api/problem";
import { runTest, type TestSubject } from "../../api/testStream";

/** The state of a test. */
export type TestRunState =
  | { state: "idle" }
  | { state: "running"; startedAt: number; steps: TestStep[] }
  | { state: "done"; report: TestReport }
  | { state: "refused"; error: ApiError }
  | { state: "cancelled" };

/** One test at a time: started, followed step by step, cancelled. Ends with its owner. */
export function createTestRun(platform: () => PlatformKey) {
  const [run, setRun] = createSignal<TestRunState>({ state: "idle" });
  let abort: AbortController | undefined;

  const cancel = () => abort?.abort();
  onCleanup(cancel);

  /** Resolves to the report, or to null if there is none: the state then has the reason. */
  const start = async (subject: TestSubject): Promise<TestReport | null> => {
    cancel();
    const own = new AbortController();
    abort = own;
    setRun({ state: "running", startedAt: Date.now(), steps: [] });
    const tell = (state: TestRunState) => abort === own && setRun(state);
    try {
      const report = await runTest(
        platform(),
        subject,
        (step) => setRun((now) => (now.state === "running" && abort === own ? { ...now, steps: [...now.steps, step] } : now)),
        own.signal,
      );
      tell({ state: "done", report });
      return report;
    } catch (error) {
      tell(isAbort(error) ? { state: "cancelled" } : { state: "refused", error: toApiError(error) });
      return null;
    }
  };

  const reset = () => {
    cancel();
    setRun({ state: "idle" });
  };

  return { run, start, cancel, reset, isRunning: () => run().state === "running" };
}

export type TestRun = ReturnType<typeof createTestRun>;
