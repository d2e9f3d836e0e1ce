import { describe, expect, it } from "vitest";
import { connection, failure, sampleThumbprint, step, testReport, untrustedReport } from "../../testing/connections";
import { vmware } from "../../testing/platforms";
import { linesOf, textOf, verdictOf } from "./reportText";

describe("the lines of a report", () => {
  const said = (steps: ReturnType<typeof step>[]) =>
    linesOf(testReport({ steps })).map((line) =>
      line.kind === "step" ? line.step.name : `${line.steps.map((each) => each.name).join("+")} ${line.outcome}`,
    );

  it("fold what passed and what was skipped, each time it comes in a row", () => {
    expect(
      said([
        step("resolve"),
        step("connect"),
        step("tls", { outcome: "warning" }),
        step("version"),
        step("automation_session", { outcome: "failed" }),
        step("identity", { outcome: "skipped" }),
        step("inventory", { outcome: "skipped" }),
      ]),
    ).toEqual(["resolve+connect passed", "tls", "version passed", "automation_session", "identity+inventory skipped"]);
  });

  it("do not mix what passed with what was skipped", () => {
    expect(said([step("resolve"), step("tls", { outcome: "skipped" }), step("version")])).toEqual([
      "resolve passed",
      "tls skipped",
      "version passed",
    ]);
  });

  it("are none without a step, and leave the report as it is", () => {
    expect(said([])).toEqual([]);
    const report = testReport();
    const before = JSON.stringify(report);
    linesOf(report);
    linesOf(report);
    expect(JSON.stringify(report)).toBe(before);
  });
});

it("says what a test means", () => {
  expect(verdictOf(testReport())).toBe("This connection can be polled");
  expect(verdictOf(testReport({ degraded: true }))).toBe("This connection can be polled, but not everything could be read");
  expect(verdictOf(testReport({ success: false }))).toBe("This connection cannot be polled");
});

describe("the copied report", () => {
  it("has the failure with its remedy, each step, and the certificate", () => {
    expect(textOf(untrustedReport(), vmware, "vcsa.lab.example:443").split("\n")).toEqual([
      "Pulse test of vCenter vcsa.lab.example:443: This connection cannot be polled. 1.2 s.",
      "tls_untrusted in tls: The certificate of vcsa.lab.example:443 is not trusted. Compare its thumbprint, and trust this certificate.",
      "[passed] resolve (7 ms): The step resolve passed.",
      "[passed] connect (7 ms): The step connect passed.",
      "[failed] tls (7 ms): The certificate of vcsa.lab.example:443 is not trusted. (tls_untrusted)",
      "    Compare its thumbprint, and trust this certificate.",
      "[skipped] version (0 ms): Not reached.",
      "[skipped] automation_session (0 ms): Not reached.",
      `Certificate (untrusted): CN=vcsa.lab.example, issued by CN=vcsa.lab.example, 2026-01-01T00:00:00Z to 2028-01-01T00:00:00Z, SHA-256 ${sampleThumbprint}`,
    ]);
  });

  it("says what the system said, and that no step is to blame", () => {
    const text = textOf(testReport({ success: false, failure: failure({ step: null, detail: "SoapFault: busy" }) }), vmware, "vcsa:443");
    expect(text).toContain("unreachable in no step: vcsa.lab.example:443 does not answer.");
    expect(text).toContain("The system said: SoapFault: busy");
  });

  it("has no certificate where none was shown, and never an account", () => {
    const text = textOf(testReport({ certificate: null }), vmware, "vcsa:80");
    expect(text).not.toContain("Certificate");
    expect(text).not.toContain(connection().username);
  });
});
