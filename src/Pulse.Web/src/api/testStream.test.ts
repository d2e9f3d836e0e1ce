import { expect, it } from "vitest";
import { connection, step, testReport } from "../testing/connections";
import { type ApiCall, fakeApi, noAnswer, refusal, unauthenticated } from "../testing/fakeApi";
import { streamedTest, testAnswer } from "../testing/streamed";
import type { ConnectionDraft, TestStep } from "./connections";
import type { ApiError } from "./problem";
import { isExpired, markSignedIn } from "./sessionState";
import { runTest, type TestSubject } from "./testStream";

const testNew = "POST /api/vmware/connections/test";
const testSaved = "POST /api/vmware/connections/{}/test";
const draft: ConnectionDraft = { name: "", host: "vcsa.lab.example", username: "svc", password: "correct horse" };

function start(subject: TestSubject = { draft }) {
  const steps: TestStep[] = [];
  const given = new AbortController();
  const report = runTest("vmware", subject, (each) => steps.push(each), given.signal);
  report.catch(() => {});
  return { steps, report, cancel: () => given.abort() };
}
const refusalOf = (report: Promise<unknown>) =>
  report.then(
    () => Promise.reject(new Error("There is a report.")),
    (error: unknown) => error as ApiError,
  );
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

it("tells of each step as it comes, however the answer is cut into pieces", async () => {
  const stream = streamedTest();
  fakeApi({ [testNew]: stream.reply });
  const { steps, report } = start();
  const found = testReport();
  const line = JSON.stringify({ step: step("resolve", { summary: "vcsa → 192.0.2.7" }) });
  stream.push(line.slice(0, 30));
  await settled();
  expect(steps).toEqual([]);
  stream.push(`${line.slice(30)}\n\n${JSON.stringify({ step: step("connect") })}\n{"report":`);
  await expect.poll(() => steps.map((each) => each.summary)).toEqual(["vcsa → 192.0.2.7", "The step connect passed."]);
  // The last line may come without its line break.
  stream.push(JSON.stringify(found));
  stream.push("}");
  stream.end();
  expect(await report).toEqual(found);
});

it("sends the settings of a new connection, with the antiforgery token", async () => {
  const api = fakeApi({ [testNew]: testAnswer(testReport()) });
  markSignedIn({ header: "X-Pulse-Antiforgery", value: "token" });
  await start().report;
  const call = api.to(testNew)[0] as ApiCall;
  expect(call.body).toEqual(draft);
  expect(["accept", "content-type", "x-pulse-antiforgery"].map((name) => call.headers.get(name))).toEqual([
    "application/x-ndjson",
    "application/json",
    "token",
  ]);
});

it("sends no body for a saved connection as it is, and else what is laid over it", async () => {
  const api = fakeApi({ [testSaved]: testAnswer(testReport()) });
  const { id } = connection();
  await start({ id, overlay: null }).report;
  await start({ id, overlay: { port: 8443 } }).report;
  expect(api.to(testSaved).map((call) => [call.parts, call.body])).toEqual([
    [[id], undefined],
    [[id], { port: 8443 }],
  ]);
});

it("tells why there is no report, before the first step and after", async () => {
  const stream = streamedTest();
  const api = fakeApi({ [testNew]: refusal(409, "auth_hold", "Refused twice.", { retryAt: "2026-05-04T10:00:00Z" }) });
  const first = await refusalOf(start().report);
  expect([first.status, first.code, first.problem.retryAt]).toEqual([409, "auth_hold", "2026-05-04T10:00:00Z"]);
  api.set(testNew, stream.reply);
  const second = start();
  stream.step(step("resolve"));
  stream.problem({ status: 409, code: "auth_hold", title: "Refused twice." });
  expect((await refusalOf(second.report)).code).toBe("auth_hold");
});

it.each([
  ["between two lines", `${JSON.stringify({ step: step("resolve") })}\n`],
  ["in the middle of a line", `${JSON.stringify({ step: step("resolve") })}\n{"step":{"na`],
  ["before the first", ""],
])("says that the test was cut short %s", async (_, text) => {
  const stream = streamedTest();
  fakeApi({ [testNew]: stream.reply });
  const { report } = start();
  stream.push(text);
  stream.end();
  expect((await refusalOf(report)).problem.title).toBe("The test was cut short.");
});

it("says that the test was cut short when the connection to Pulse is lost", async () => {
  const stream = streamedTest();
  fakeApi({ [testNew]: stream.reply });
  const { steps, report } = start();
  stream.step(step("resolve"));
  await expect.poll(() => steps.length).toBe(1);
  stream.lose();
  expect((await refusalOf(report)).problem.title).toBe("The test was cut short.");
});

it("says that Pulse does not answer", async () => {
  fakeApi({ [testNew]: noAnswer() });
  expect((await refusalOf(start().report)).code).toBe("no_answer");
});

it("notices that the session has ended", async () => {
  fakeApi({ [testNew]: unauthenticated() });
  markSignedIn({ header: "X-Pulse-Antiforgery", value: "token" });
  expect((await refusalOf(start().report)).code).toBe("unauthenticated");
  expect(isExpired()).toBe(true);
});

it("ends the call when it is given up, and leaves it an abort", async () => {
  const stream = streamedTest();
  const api = fakeApi({ [testNew]: stream.reply });
  const { steps, report, cancel } = start();
  stream.step(step("resolve"));
  await expect.poll(() => steps.length).toBe(1);
  cancel();
  expect((await refusalOf(report)).name).toBe("AbortError");
  expect(api.to(testNew)[0]?.signal.aborted).toBe(true);
});
