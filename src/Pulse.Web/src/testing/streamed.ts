import type { TestReport, TestStep } from "../api/connections";
import { type ApiCall, abortError } from "./fakeApi";

/** The answer to a test, which a spec writes line by line, like Pulse. Pass `reply` to `fakeApi`. */
export function streamedTest() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const push = (text: string) => {
    writer.write(new TextEncoder().encode(text)).catch(() => {});
  };
  return {
    reply: (call: ApiCall) => {
      // Like fetch: after an abort, no more of the answer is delivered.
      call.signal.addEventListener("abort", () => writer.abort(abortError()).catch(() => {}));
      return new Response(readable, { headers: { "Content-Type": "application/x-ndjson" } });
    },
    push,
    step: (step: TestStep) => push(`${JSON.stringify({ step })}\n`),
    report: (report: TestReport) => push(`${JSON.stringify({ report })}\n`),
    problem: (problem: object) => push(`${JSON.stringify({ problem })}\n`),
    /** Ends the answer, complete or not. */
    end: () => writer.close().catch(() => {}),
    /** Loses the connection to Pulse. */
    lose: () => writer.abort(new TypeError("network error")).catch(() => {}),
  };
}

/** The whole answer at once. */
export const testAnswer = (report: TestReport): Response =>
  new Response([...report.steps.map((step) => ({ step })), { report }].map((line) => `${JSON.stringify(line)}\n`).join(""), {
    headers: { "Content-Type": "application/x-ndjson" },
  });
