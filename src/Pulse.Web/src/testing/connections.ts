import {
  type CertificateSeen,
  type Connection,
  type Failure,
  type ObservedIssue,
  secretMask,
  type TestReport,
  type TestStep,
} from "../api/connections";

type Poll = Connection["poll"];
type Observed = NonNullable<Connection["observed"]>;

/** The time in a number of seconds from now; in the past if negative. */
export const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

/** The thumbprint of the sample certificate. */
export const sampleThumbprint = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(":");

export const failure = (more: Partial<Failure> = {}): Failure => ({
  category: "unreachable",
  message: "vcsa.lab.example:443 does not answer.",
  remedy: "Check the host, the port, and the firewall between.",
  step: "connect",
  detail: null,
  ...more,
});

/** The reason of a suspended connection. */
export const refusedPassword = (more: Partial<Failure> = {}): Failure =>
  failure({
    category: "auth_invalid",
    message: "vcsa.lab.example:443 refused the user name or password.",
    remedy: "Change the password, or unlock the account in vCenter SSO.",
    step: "automation_session",
    ...more,
  });

export const issue = (more: Partial<ObservedIssue> = {}): ObservedIssue => ({
  category: "permission_denied",
  message: "Hosts could not be read.",
  count: 1,
  names: [],
  step: null,
  ...more,
});

export const poll = (more: Partial<Poll> = {}): Poll => ({
  state: "healthy",
  suspendedReason: null,
  intervalSeconds: 60,
  lastAttemptAt: inSeconds(-12.5),
  lastSuccessAt: inSeconds(-12.5),
  lastFailureAt: null,
  nextAttemptAt: inSeconds(48.5),
  consecutiveFailures: 0,
  lastDurationMs: 41,
  lastError: null,
  recent: [{ at: inSeconds(-12.5), outcome: "healthy", durationMs: 41 }],
  ...more,
});

export const observed = (more: Partial<Observed> = {}): Observed => ({
  systemName: "vcsa.lab.example",
  systemId: "4f1c0a52-6d1e-4a7e-9a56-0c5f0b5a3a11",
  formerSystemId: null,
  product: "VMware vCenter Server",
  version: "8.0.3",
  build: "24022515",
  agentCount: 12,
  vmCount: 240,
  storageCount: 9,
  collectedAt: inSeconds(-12.5),
  complete: true,
  issues: [],
  topology: {},
  details: {},
  ...more,
});

/** The members in which a connection may differ; of `poll` and `observed` only the important ones. */
type ConnectionOverrides = Partial<Omit<Connection, "poll" | "observed">> & {
  username?: string | null;
  password?: string | null;
  poll?: Partial<Poll>;
  observed?: Partial<Observed> | null;
};

/** A healthy, saved connection; its id follows from its name. */
export function connection(overrides: ConnectionOverrides = {}): Connection & { username: string | null; password: string | null } {
  const { poll: polls, observed: seen, ...settings } = overrides;
  const name = settings.name ?? "Lab vCenter";
  const fields = { username: "svc-pulse@vsphere.local", password: secretMask };
  return {
    ...fields,
    id: `id-of-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
    platform: "vmware",
    name,
    host: "vcsa.lab.example",
    port: 443,
    useHttps: true,
    insecureSkipVerify: false,
    certificateThumbprint: null,
    enabled: true,
    pollIntervalSeconds: 60,
    createdAt: inSeconds(-86_400),
    updatedAt: inSeconds(-3_600),
    version: 3,
    proof: { release: "8.0.3.0", level: "simulated", provenOn: null, page: "/api/vmware/proof" },
    ...settings,
    poll: poll(polls),
    observed: seen === null ? null : observed(seen),
  };
}

/** A number of healthy connections, named `vCenter 1` and so on. */
export const connections = (count: number): Connection[] =>
  Array.from({ length: count }, (_, index) => connection({ name: `vCenter ${index + 1}`, host: `vcsa-${index + 1}.lab.example` }));

export const certificate = (more: Partial<CertificateSeen> = {}): CertificateSeen => ({
  subject: "CN=vcsa.lab.example",
  issuer: "CN=Lab CA",
  sha256: sampleThumbprint,
  notBefore: "2026-01-01T00:00:00Z",
  notAfter: "2028-01-01T00:00:00Z",
  trust: "trusted",
  names: ["vcsa.lab.example"],
  ...more,
});

export const step = (name: string, more: Partial<TestStep> = {}): TestStep => ({
  name,
  outcome: "passed",
  durationMs: 7,
  summary: `The step ${name} passed.`,
  category: null,
  remedy: null,
  ...more,
});

/** The report of a test without a problem. */
export const testReport = (more: Partial<TestReport> = {}): TestReport => ({
  success: true,
  degraded: false,
  durationMs: 1_240,
  observed: observed(),
  failure: null,
  certificate: certificate(),
  steps: ["resolve", "connect", "tls", "version", "automation_session", "vi_json_session", "identity"].map((name) => step(name)),
  ...more,
});

const untrusted = failure({
  category: "tls_untrusted",
  message: "The certificate of vcsa.lab.example:443 is not trusted.",
  remedy: "Compare its thumbprint, and trust this certificate.",
  step: "tls",
});

/** The report of a test that ended at an untrusted certificate. */
export const untrustedReport = (more: Partial<TestReport> = {}): TestReport =>
  testReport({
    success: false,
    observed: null,
    failure: untrusted,
    certificate: certificate({ issuer: "CN=vcsa.lab.example", trust: "untrusted" }),
    steps: [
      step("resolve"),
      step("connect"),
      step("tls", { outcome: "failed", summary: untrusted.message, remedy: untrusted.remedy, category: untrusted.category }),
      ...["version", "automation_session"].map((name) => step(name, { outcome: "skipped", summary: "Not reached.", durationMs: 0 })),
    ],
    ...more,
  });
