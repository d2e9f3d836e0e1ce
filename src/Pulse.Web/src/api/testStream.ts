import type { ConnectionDraft, ConnectionPatch, TestReport, TestStep } from "./connections";
import type { PlatformKey } from "./platforms";
import { ApiError, type ProblemDocument, problemOf, toApiError } from "./problem";
import { noteServerTime } from "./serverTime";
import { antiforgery, markExpired } from "./sessionState";

/** The target of a test: a draft, or a saved connection with or without an overlay of settings. */
export type TestSubject = { draft: ConnectionDraft } | { id: string; overlay: ConnectionPatch | null };

/** One line of the answer: a step that ended, or the end of the test. */
type Line = { step: TestStep } | { report: TestReport } | { problem: ProblemDocument };

/**
 * Runs a test and reports each step as it ends. Aborting the signal also ends the test and its session in Pulse.
 * @throws ApiError if the test could not run; the findings of a test are in the report.
 */
export async function runTest(
  platform: PlatformKey,
  subject: TestSubject,
  onStep: (step: TestStep) => void,
  signal: AbortSignal,
): Promise<TestReport> {
  const path = "id" in subject ? `${subject.id}/test` : "test";
  const body = "id" in subject ? subject.overlay : subject.draft;
  const token = antiforgery();
  let response: Response;
  try {
    response = await fetch(`/api/${platform}/connections/${path}`, {
      method: "POST",
      signal,
      headers: {
        Accept: "application/x-ndjson",
        ...(body ? { "Content-Type": "application/json" } : {}),
        ...(token ? { [token.header]: token.value } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    noteServerTime(response.headers.get("date"));
    if (response.status === 401) {
      markExpired();
    }
    if (!response.ok) {
      throw new ApiError(problemOf(response.status, await response.json().catch(() => null)));
    }
    return await readLines(response, onStep);
  } catch (error) {
    throw error instanceof DOMException ? error : toApiError(error);
  }
}

async function readLines(response: Response, onStep: (step: TestStep) => void): Promise<TestReport> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  while (reader) {
    const { done, value } = await reader.read().catch(cutShort);
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const text of lines.filter((line) => line.trim())) {
      const line = parse(text);
      if ("report" in line) {
        return line.report;
      }
      if ("problem" in line) {
        throw new ApiError(line.problem);
      }
      onStep(line.step);
    }
    if (done) {
      break;
    }
  }
  return cutShort();
}

/** A line without its end was cut off with the answer. */
function parse(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return cutShort();
  }
}

/** There is no report, and there will be none; an abort stays an abort. */
function cutShort(error?: unknown): never {
  if (error instanceof DOMException) {
    throw error;
  }
  throw new ApiError({
    code: "test_cut_short",
    status: 0,
    title: "The test was cut short.",
    detail: "The connection to Pulse was lost before the report came. Test again.",
  });
}
