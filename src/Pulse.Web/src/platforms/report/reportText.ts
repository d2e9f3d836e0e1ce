import type { TestReport } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { took } from "../../ui/time";

/** A line of the report: one step, or several steps in a row without a message. */
export type ReportLine =
  | { kind: "step"; step: TestReport["steps"][number] }
  | { kind: "folded"; outcome: "passed" | "skipped"; steps: TestReport["steps"] };

/** Joins passed and skipped steps in a row into one line each. */
export function linesOf(report: TestReport): ReportLine[] {
  const lines: ReportLine[] = [];
  for (const step of report.steps) {
    const last = lines.at(-1);
    if (step.outcome === "passed" || step.outcome === "skipped") {
      if (last?.kind === "folded" && last.outcome === step.outcome) {
        last.steps.push(step);
      } else {
        lines.push({ kind: "folded", outcome: step.outcome, steps: [step] });
      }
    } else {
      lines.push({ kind: "step", step });
    }
  }
  return lines;
}

/** The result of the test, in one sentence. */
export function verdictOf(report: TestReport): string {
  if (!report.success) {
    return "This connection cannot be polled";
  }
  return report.degraded ? "This connection can be polled, but not everything could be read" : "This connection can be polled";
}

/** The report as text, for a ticket or a colleague. Contains names of the system, and no secret. */
export function textOf(report: TestReport, platform: Platform, endpoint: string): string {
  const { failure, certificate } = report;
  return [
    `Pulse test of ${platform.noun} ${endpoint}: ${verdictOf(report)}. ${took(report.durationMs)}.`,
    ...(failure ? [`${failure.category} in ${failure.step ?? "no step"}: ${failure.message} ${failure.remedy}`] : []),
    ...(failure?.detail ? [`The system said: ${failure.detail}`] : []),
    ...report.steps.flatMap((step) => [
      `[${step.outcome}] ${step.name} (${took(step.durationMs)}): ${step.summary}${step.category ? ` (${step.category})` : ""}`,
      ...(step.remedy ? [`    ${step.remedy}`] : []),
    ]),
    ...(certificate
      ? [
          `Certificate (${certificate.trust}): ${certificate.subject}, issued by ${certificate.issuer}, ` +
            `${certificate.notBefore} to ${certificate.notAfter}, SHA-256 ${certificate.sha256}`,
        ]
      : []),
  ].join("\n");
}
