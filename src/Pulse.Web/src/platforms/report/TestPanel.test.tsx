import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { TestReport } from "../../api/connections";
import {
  certificate,
  failure,
  inSeconds,
  refusedPassword,
  sampleThumbprint,
  step,
  testReport,
  untrustedReport,
} from "../../testing/connections";
import { fakeApi, type Routes, refusal } from "../../testing/fakeApi";
import { renderApp } from "../../testing/renderApp";
import { streamedTest, testAnswer } from "../../testing/streamed";
// Loaded late in a browser. Loaded here before the first test, which would otherwise wait for it.
import "../editor/ConnectionEditor";
import { addPath } from "../platformConnectionsModel";

const test = "POST /api/vmware/connections/test";

/** Fills in a new connection and presses Test. */
async function start(reply: Routes[string]) {
  const api = fakeApi({ "GET /api/vmware/connections": [], [test]: reply });
  const view = renderApp(addPath("vmware"));
  const element = await screen.findByRole("dialog", { name: "Add vCenter" });
  await waitFor(() => expect(element).toContainElement(document.activeElement as HTMLElement));
  const dialog = within(element);
  expect(dialog.getByRole("region", { name: "What Pulse will do" })).toHaveTextContent(/System\.Anonymous.*System\.View.*System\.Read/);
  for (const [label, text] of [
    ["Host", "vcsa.lab.example"],
    ["User name", "svc-pulse@vsphere.local"],
    ["Password", "correct horse"],
  ] as const) {
    await view.user.click(dialog.getByLabelText(label));
    await view.user.paste(text);
  }
  await view.user.click(dialog.getByRole("button", { name: "Test" }));
  const panel = within(await dialog.findByRole("region", { name: "Test" }));
  return { ...view, api, dialog, panel };
}

const failed = (more: Partial<TestReport> = {}): TestReport => {
  const why = refusedPassword({ detail: "SoapFault: InvalidLogin" });
  return testReport({
    success: false,
    observed: null,
    failure: why,
    steps: [
      ...["resolve", "connect", "tls", "version"].map((name) => step(name)),
      step("automation_session", {
        outcome: "failed",
        durationMs: 1_240,
        summary: why.message,
        remedy: why.remedy,
        category: why.category,
      }),
      step("identity", { outcome: "skipped", summary: "Not reached.", durationMs: 0 }),
    ],
    ...more,
  });
};

describe("while a test runs", () => {
  it("shows each step as it ends, and names the one that runs", async () => {
    const stream = streamedTest();
    const { panel, dialog, api } = await start(stream.reply);
    expect(panel.getByRole("heading", { name: "Testing" })).toBeVisible();
    expect(panel.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Resolve the name"]);
    expect(dialog.getByText("Testing these settings…")).toBeVisible();
    await waitFor(() => expect(api.to(test)).toHaveLength(1));
    stream.step(step("resolve", { summary: "vcsa.lab.example is 192.0.2.7." }));
    expect(await panel.findByText("vcsa.lab.example is 192.0.2.7.")).toBeVisible();
    expect(panel.getAllByRole("listitem").at(-1)).toHaveTextContent("Connect");
    stream.step(step("connect"));
    stream.step(step("tls", { outcome: "warning", summary: "It ends in 3 days." }));
    expect(await panel.findByText("It ends in 3 days.")).toBeVisible();
    expect(panel.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "Resolve the name: passed7 msvcsa.lab.example is 192.0.2.7.",
      "Connect: passed7 msThe step connect passed.",
      "Check the certificate: warning7 msIt ends in 3 days.",
      "Read the version",
    ]);
    stream.report(testReport());
    expect(await panel.findByRole("heading", { name: "This connection can be polled" })).toBeVisible();
    expect(dialog.getByText("These settings are tested.")).toBeVisible();
    expect(dialog.getByRole("button", { name: "Test again" })).toBeVisible();
  });

  it("can be cancelled, which ends it at Pulse as well, and says so", async () => {
    const stream = streamedTest();
    const { user, panel, dialog, api } = await start(stream.reply);
    stream.step(step("resolve"));
    await panel.findByText("The step resolve passed.");
    await user.click(panel.getByRole("button", { name: "Cancel the test" }));
    expect(await panel.findByText("The test was cancelled")).toBeVisible();
    expect(panel.getByText("Its session with the vCenter is ended.")).toBeVisible();
    expect(api.to(test)[0]?.signal.aborted).toBe(true);
    expect(dialog.getByText(/These settings are not tested/)).toBeVisible();
  });

  it("ends with the dialog", async () => {
    const { user, dialog, api } = await start(streamedTest().reply);
    await waitFor(() => expect(api.to(test)).toHaveLength(1));
    await user.click(dialog.getByRole("button", { name: "Cancel" }));
    await user.click(await screen.findByRole("button", { name: "Discard the changes" }));
    await waitFor(() => expect(api.to(test)[0]?.signal.aborted).toBe(true));
    expect(screen.queryByText("The test was cancelled")).toBeNull();
  });

  it("cannot be started a second time", async () => {
    const { user, dialog, api } = await start(streamedTest().reply);
    await user.click(dialog.getByRole("button", { name: "Test" }));
    await user.type(dialog.getByLabelText("Host"), "{Enter}");
    await waitFor(() => expect(api.to(test)).toHaveLength(1));
    expect(api.to(test)[0]?.signal.aborted).toBe(false);
  });
});

describe("a report", () => {
  it("folds what passed, and opens what failed with its remedy first", async () => {
    const { user, panel, dialog } = await start(testAnswer(failed()));
    expect(await panel.findByRole("heading", { name: "This connection cannot be polled" })).toBeVisible();
    expect(dialog.getByText("The test failed. You can save anyway: Pulse keeps trying.")).toBeVisible();
    expect(panel.getByText("4 steps passed").closest("details")).not.toHaveAttribute("open");
    expect(panel.getByText("1 step skipped").closest("details")).not.toHaveAttribute("open");
    expect(panel.getByText("Resolve the name", { exact: false })).not.toBeVisible();
    await user.click(panel.getByText("4 steps passed"));
    expect(panel.getByText("Resolve the name", { exact: false })).toBeVisible();

    const item = panel.getByText("Log in to the Automation API", { exact: false }).closest("li") as HTMLElement;
    expect(item).toHaveTextContent(
      /^Log in to the Automation API: failed1\.2 sChange the password, or unlock the account in vCenter SSO\.vcsa\.lab\.example:443 refused/,
    );
    expect(within(item).getByText("SoapFault: InvalidLogin")).not.toBeVisible();
    await user.click(within(item).getByText("What the system said"));
    expect(within(item).getByText("SoapFault: InvalidLogin")).toBeVisible();
  });

  it("says what was read, and that the test has signed out", async () => {
    const { panel } = await start(testAnswer(testReport({ degraded: true })));
    expect(await panel.findByRole("heading", { name: "This connection can be polled, but not everything could be read" })).toBeVisible();
    expect(panel.getByText("VMware vCenter Server 8.0.3: 12 hosts, 240 VMs, 9 datastores")).toBeVisible();
    expect(panel.getByText("Took 1.2 s. The test has logged out again.")).toBeVisible();
  });

  it("says that the password was not sent when the test did not come that far", async () => {
    const { panel } = await start(testAnswer(untrustedReport()));
    expect(await panel.findByText("Took 1.2 s. The password was not sent.")).toBeVisible();
  });

  it("is for these settings only: after a change they are not tested", async () => {
    const { user, dialog } = await start(testAnswer(testReport()));
    await dialog.findByText("These settings are tested.");
    await user.type(dialog.getByLabelText("Host"), "x");
    expect(dialog.getByText(/These settings are not tested/)).toBeVisible();
    await user.type(dialog.getByLabelText("Host"), "{Backspace}");
    expect(dialog.getByText("These settings are tested.")).toBeVisible();
  });

  it("can be copied, with the failure and without the password", async () => {
    const { user, panel } = await start(testAnswer(failed()));
    await user.click(await panel.findByRole("button", { name: "Copy the report" }));
    expect(await panel.findByText("Copied")).toBeVisible();
    const text = await navigator.clipboard.readText();
    expect(text).toContain("Pulse test of vCenter vcsa.lab.example:443: This connection cannot be polled.");
    expect(text).toContain("auth_invalid in automation_session: vcsa.lab.example:443 refused the user name or password.");
    expect(text).toContain("SoapFault: InvalidLogin");
    expect(text).not.toMatch(/correct horse|svc-pulse/);
  });
});

describe("the certificate", () => {
  it("is shown in the step that it failed, and one click pins it", async () => {
    const { user, panel, dialog } = await start(testAnswer(untrustedReport()));
    const item = within((await panel.findByText("Check the certificate", { exact: false })).closest("li") as HTMLElement);
    const fact = (label: string) => item.getByText(label).nextElementSibling?.textContent;
    expect(["Issued for", "Issued by", "Names", "Valid", "SHA-256"].map(fact)).toEqual([
      "CN=vcsa.lab.example",
      "itself (self-signed)",
      "vcsa.lab.example",
      "1 Jan 2026 to 1 Jan 2028",
      sampleThumbprint,
    ]);
    await user.click(item.getByRole("button", { name: "Trust this certificate" }));
    expect(dialog.getByRole("radio", { name: /^Pin/ })).toBeChecked();
    expect(dialog.getByLabelText("Thumbprint")).toHaveValue(sampleThumbprint);
    expect(item.getByText("This certificate is pinned.")).toBeVisible();
    expect(item.queryByRole("button", { name: "Trust this certificate" })).toBeNull();
    expect(dialog.getByText(/These settings are not tested/)).toBeVisible();
  });

  it("is folded, and needs no trust, when it is verified", async () => {
    const { user, panel } = await start(testAnswer(testReport()));
    await user.click(await panel.findByText("The certificate that was shown"));
    expect(panel.getByText("CN=Lab CA")).toBeVisible();
    expect(panel.queryByRole("button", { name: "Trust this certificate" })).toBeNull();
  });

  it("that is another one than the pinned is shown beside it", async () => {
    const other = Array.from({ length: 32 }, () => "AB").join(":");
    const report = untrustedReport({ certificate: certificate({ trust: "mismatch" }) });
    const { user, panel, dialog } = await start(() => testAnswer(report));
    await panel.findByRole("heading", { name: "This connection cannot be polled" });
    await user.click(dialog.getByRole("radio", { name: /^Pin/ }));
    await user.click(dialog.getByLabelText("Thumbprint"));
    await user.paste(other);
    expect(panel.getByText(other)).toBeVisible();
    await user.click(panel.getByRole("button", { name: "Trust this certificate" }));
    expect(panel.queryByText(other)).toBeNull();
    expect(dialog.getByLabelText("Thumbprint")).toHaveValue(sampleThumbprint);
  });

  it("is known as pinned however its thumbprint was written", async () => {
    const { user, panel, dialog } = await start(testAnswer(testReport({ certificate: certificate({ trust: "pinned" }) })));
    await user.click(await panel.findByText("The certificate that was shown"));
    await user.click(dialog.getByRole("radio", { name: /^Pin/ }));
    await user.click(dialog.getByLabelText("Thumbprint"));
    await user.paste(sampleThumbprint.replaceAll(":", "").toLowerCase());
    expect(panel.getByText("This certificate is pinned.")).toBeVisible();
  });
});

describe("without a report", () => {
  it("says when a held login may be tried again", async () => {
    const { panel } = await start(
      refusal(409, "auth_hold", "vCenter has refused these credentials twice.", {
        detail: "Trying again now could lock the account.",
        retryAt: inSeconds(330),
      }),
    );
    expect(await panel.findByText("vCenter has refused these credentials twice.")).toBeVisible();
    expect(panel.getByText("Trying again now could lock the account.")).toBeVisible();
    expect(panel.getByText(/It may be tried again/)).toHaveTextContent(/again in 5 min \(\d+ \w+ \d{4}/);
  });

  it("says that the answer was cut short", async () => {
    const stream = streamedTest();
    const { panel } = await start(stream.reply);
    stream.step(step("resolve"));
    await panel.findByText("The step resolve passed.");
    stream.end();
    expect(await panel.findByText("The test was cut short.")).toBeVisible();
    expect(panel.getByText(/before the report came\. Test again\./)).toBeVisible();
  });

  it("says at the field what Pulse does not take", async () => {
    const { dialog } = await start(
      refusal(400, "validation_failed", "Some fields are not valid.", { errors: { host: ["Is a loopback address."] } }),
    );
    await waitFor(() =>
      expect(dialog.getByLabelText("Host")).toHaveAccessibleDescription(expect.stringContaining("Is a loopback address.")),
    );
    await waitFor(() => expect(dialog.getByLabelText("Host")).toHaveFocus());
  });

  it("can be tested again", async () => {
    const { user, api, panel, dialog } = await start(refusal(409, "test_in_progress", "A test runs already."));
    expect(await panel.findByText("A test runs already.")).toBeVisible();
    api.set(test, testAnswer(testReport({ failure: failure(), success: false })));
    await user.click(dialog.getByRole("button", { name: "Test" }));
    expect(await panel.findByRole("heading", { name: "This connection cannot be polled" })).toBeVisible();
    expect(panel.queryByText("A test runs already.")).toBeNull();
  });
});
