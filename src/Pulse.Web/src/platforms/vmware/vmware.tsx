import type { PlatformUi } from "../platformUi";

const sharing: Record<string, string> = {
  shared: "One session serves both API families",
  separate: "Each API family has a session of its own",
};

/** VMware vCenter: its form fields and its words. */
export const vmware: PlatformUi = {
  key: "vmware",
  label: "VMware",
  noun: "vCenter",
  defaultPort: 443,
  defaultPlainPort: 80,
  hostPlaceholder: "vcsa.lab.example",
  fields: [
    {
      name: "username",
      label: "User name",
      kind: "text",
      hint: "An account with the role Read-only at the vCenter root is enough.",
      placeholder: "svc-pulse@vsphere.local",
      maxLength: 256,
    },
    { name: "password", label: "Password", kind: "secret", maxLength: 256 },
  ],
  steps: {
    resolve: "Resolve the name",
    connect: "Connect",
    tls: "Check the certificate",
    version: "Read the version",
    automation_session: "Sign in to the Automation API",
    vi_json_session: "Sign in to the VI JSON API",
    identity: "Identify the vCenter",
    inventory: "Read the inventory",
    privileges: "Compare the privileges",
    datastores: "Read the datastores",
    alarms: "Read the alarms",
    events: "Read the events",
    snapshots: "Read the snapshots",
    performance: "Read the statistics",
  },
  signInSteps: ["automation_session", "vi_json_session"],
  counts: {
    agentCount: ["host", "hosts"],
    vmCount: ["VM", "VMs"],
    storageCount: ["datastore", "datastores"],
  },
  topology: {
    datacenters: "Datacenters",
    clusters: "Clusters",
    folders: "Folders",
    resourcePools: "Resource pools",
    networks: "Networks",
  },
  details: (connection) => {
    const details = connection.observed?.details ?? {};
    const release = details.apiRelease;
    const shared = details.sessionSharing;
    const templates = details.templateCount;
    return [
      ...(typeof release === "string" ? [{ label: "vSphere API release", value: release }] : []),
      ...(typeof shared === "string" ? [{ label: "Session sharing", value: sharing[shared] ?? shared }] : []),
      ...(typeof templates === "number" ? [{ label: "Templates", value: String(templates) }] : []),
    ];
  },
  // claim: no_esxi, no_agent
  notes: [
    "ESXi hosts are not connected directly: enter the vCenter that manages them.",
    "No agent has to be installed: Pulse reads everything over the API of the vCenter.",
  ],
  introduction: () => (
    <>
      <p>
        A test signs in to the vCenter once, reads what Pulse needs, and signs out again. It changes nothing, and nothing is saved. A
        refused password is not tried again by itself, so that the account is not locked.
      </p>
      <p>
        {/* claim: version_floor */}
        It needs vCenter Server 8.0 Update 1 or newer, and an account with the role <strong>Read-only</strong> at the vCenter root with{" "}
        <strong>Propagate to children</strong>. Its three privileges:
      </p>
      <ul>
        <li>
          <code>System.Anonymous</code>
        </li>
        <li>
          <code>System.View</code>
        </li>
        <li>
          <code>System.Read</code>
        </li>
      </ul>
    </>
  ),
};
