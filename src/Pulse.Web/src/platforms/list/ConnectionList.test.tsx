import { screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { Connection } from "../../api/connections";
import { connection, connections, failure, inSeconds, issue, refusedPassword, sampleThumbprint } from "../../testing/connections";
import { fakeApi } from "../../testing/fakeApi";
import { renderApp } from "../../testing/renderApp";
import { areas } from "../areas";
import { listPath } from "../platformConnectionsModel";

const list = "GET /api/vmware/connections";
const card = (name = "Lab vCenter") => within(screen.getByRole("article", { name }));
const names = () => screen.getAllByRole("article").map((each) => within(each).getByRole("heading").textContent);

async function open(all: Connection[]) {
  fakeApi({ [list]: all });
  const view = renderApp(listPath("vmware"));
  await screen.findAllByRole("article");
  return view;
}

it("shows first what needs a person, then all by name, and says how many do", async () => {
  await open([
    connection({ name: "Alpha" }),
    connection({ name: "Beta", poll: { state: "degraded" } }),
    connection({ name: "Gamma", poll: { state: "failing" } }),
    connection({ name: "Delta", poll: { state: "suspended" } }),
    connection({ name: "Aleph", poll: { state: "paused" } }),
  ]);
  expect(names()).toEqual(["Delta", "Gamma", "Beta", "Aleph", "Alpha"]);
  expect(screen.getByText("5 connections · 3 need attention")).toBeVisible();
});

it.each([
  [[connection()], "1 connection · none needs attention"],
  [[connection(), connection({ name: "Other", poll: { state: "failing" } })], "2 connections · 1 needs attention"],
])("counts in the singular and the plural", async (all, sentence) => {
  await open(all);
  expect(screen.getByText(sentence)).toBeVisible();
});

describe("a state", () => {
  it.each([
    ["healthy", "Healthy", null],
    ["pending", "Pending", null],
    ["degraded", "Degraded", "Test"],
    ["failing", "Failing", "Test"],
    ["suspended", "Suspended", "Edit"],
    ["paused", "Paused", "Resume"],
  ] as const)("%s is a word, with what most likely helps beside it", async (state, word, help) => {
    await open([connection({ enabled: state !== "paused", poll: { state } })]);
    expect(card().getByText(word)).toBeVisible();
    const buttons = card()
      .getAllByRole("button")
      .map((button) => button.textContent || button.getAttribute("aria-label"));
    expect(buttons).toEqual([...(help ? [help] : []), "Actions for Lab vCenter"]);
  });

  it("that is failing because of the password is helped by editing", async () => {
    await open([connection({ poll: { state: "failing", lastError: refusedPassword() } })]);
    expect(card().getByRole("button", { name: "Edit" })).toBeVisible();
    expect(card().queryByRole("button", { name: "Test" })).toBeNull();
  });
});

describe("trouble", () => {
  it("says what happened, and what to do about it", async () => {
    await open([
      connection({
        poll: {
          state: "failing",
          lastError: failure(),
          lastSuccessAt: inSeconds(-840.5),
          lastFailureAt: inSeconds(-720.5),
          consecutiveFailures: 14,
        },
      }),
    ]);
    expect(card().getByText("vcsa.lab.example:443 does not answer.")).toBeVisible();
    expect(card().getByText("Check the host, the port, and the firewall between.")).toBeVisible();
    expect(screen.getByRole("article")).toHaveTextContent(/last success 14 min ago.*last failure 12 min ago.*14 failures in a row/);
  });

  it("says why a suspended connection is not tried again", async () => {
    const suspendedReason = "It is not tried again, so that the account is not locked.";
    await open([connection({ poll: { state: "suspended", suspendedReason, lastError: refusedPassword() } })]);
    expect(card().getByText("vcsa.lab.example:443 refused the user name or password.")).toBeVisible();
    expect(card().getByText(suspendedReason)).toBeVisible();
    expect(card().getByText(/unlock the account/)).toBeVisible();
  });

  it("says of an unreadable secret only once that it is not polled", async () => {
    const lastError = failure({ category: "secret_unreadable", message: "The password cannot be read.", remedy: "Enter it again." });
    await open([connection({ poll: { state: "suspended", suspendedReason: "The secret cannot be read.", lastError } })]);
    expect(card().getByText("The password cannot be read.")).toBeVisible();
    expect(card().getByText("Enter it again.")).toBeVisible();
    expect(card().queryByText("The secret cannot be read.")).toBeNull();
  });

  it("names what could not be read, up to three of each, and how many more there are", async () => {
    await open([
      connection({
        poll: { state: "degraded" },
        observed: {
          issues: [
            issue({ message: "Hosts could not be read.", count: 7, names: ["esx-1", "esx-2", "esx-3"] }),
            issue({ message: "The datastore 'nfs-1' could not be read.", names: ["nfs-1"] }),
            issue({ message: "Alarms could not be read.", count: 2, names: ["Lab", "Office"] }),
          ],
        },
      }),
    ]);
    expect(card().getByText("3 things could not be read")).toBeVisible();
    expect(
      card()
        .getAllByText(/could not be read\.( |$)/)
        .map((item) => item.textContent),
    ).toEqual([
      "Hosts could not be read. (esx-1, esx-2, esx-3 and 4 more)",
      "The datastore 'nfs-1' could not be read.",
      "Alarms could not be read. (Lab, Office)",
    ]);
  });

  it("that is one thing only needs no count", async () => {
    await open([connection({ poll: { state: "degraded" }, observed: { issues: [issue()] } })]);
    expect(card().getByText("Hosts could not be read.")).toBeVisible();
    expect(card().queryByText(/things could not be read/)).toBeNull();
  });

  it("is not shown where there is none", async () => {
    await open([connection({ observed: { issues: [] } })]);
    expect(card().queryByText(/could not be read/)).toBeNull();
  });
});

it.each([
  [{}, "verified"],
  [{ certificateThumbprint: sampleThumbprint }, "pinned"],
  [{ insecureSkipVerify: true }, "not verified"],
  [{ useHttps: false, port: 80, certificateThumbprint: sampleThumbprint }, "plain HTTP"],
])("marks how a connection is protected: %o is %s", async (settings, word) => {
  await open([connection(settings)]);
  expect(card().getByText(word)).toHaveAttribute("title");
});

describe("what a connection contributes", () => {
  afterEach(() => {
    delete areas.vmCount;
  });

  it("is counted in the singular and the plural", async () => {
    await open([
      connection({ name: "Many", observed: { agentCount: 12, vmCount: 12_400, storageCount: 0 } }),
      connection({ name: "One", observed: { agentCount: 1, vmCount: 1, storageCount: 1 } }),
    ]);
    const counts = (name: string) =>
      card(name)
        .getAllByRole("listitem")
        .map((item) => item.textContent);
    expect(counts("Many")).toEqual(["12 hosts", "12,400 VMs", "0 datastores"]);
    expect(counts("One")).toEqual(["1 host", "1 VM", "1 datastore"]);
    expect(screen.getByRole("article", { name: "One" })).toHaveTextContent("vCenter 8.0.3");
    expect(card("One").queryByRole("link")).toBeNull();
  });

  it("becomes a way to its area once there is one", async () => {
    areas.vmCount = (each) => `/machines?connection=${each.id}`;
    await open([connection()]);
    expect(card().getByRole("link", { name: "240 VMs" })).toHaveAttribute("href", "/machines?connection=id-of-lab-vcenter");
    expect(card().getAllByRole("link")).toHaveLength(1);
  });

  it("is not known before the first read", async () => {
    await open([connection({ observed: null, poll: { state: "pending", recent: [], lastSuccessAt: null, nextAttemptAt: null } })]);
    expect(card().getByText("Nothing read yet")).toBeVisible();
    expect(card().getByText("no success yet")).toBeVisible();
    expect(card().getByRole("img", { name: "No attempt yet" })).toBeInTheDocument();
  });
});

it("says the attempts in a sentence", async () => {
  const recent = (["healthy", "healthy", "degraded", "failing"] as const).map((outcome, index) => ({
    at: inSeconds(-300 + index * 60),
    outcome,
    durationMs: 40,
  }));
  await open([connection({ poll: { recent } }), connection({ name: "Young" })]);
  expect(card().getByRole("img", { name: "Last 4 attempts: 2 healthy, 1 degraded, 1 failing" })).toBeInTheDocument();
  expect(card("Young").getByRole("img", { name: "Last attempt: 1 healthy" })).toBeInTheDocument();
});

it("shows in the details what else is known, and each attempt", async () => {
  const recent = [
    { at: "2026-05-04T10:00:00Z", outcome: "healthy" as const, durationMs: 41 },
    { at: "2026-05-04T10:01:00Z", outcome: "failing" as const, durationMs: 1_240 },
  ];
  const { user } = await open([
    connection({
      certificateThumbprint: sampleThumbprint,
      poll: { state: "failing", recent, lastError: failure({ step: "vi_json_session", detail: "SoapFault: busy" }) },
      observed: {
        topology: { datacenters: 2, resourcePools: 5 },
        details: { sessionSharing: "shared", apiRelease: "8.0.3.0", templateCount: 4 } as never,
      },
    }),
  ]);
  expect(card().queryByText("Session sharing")).toBeNull();
  await user.click(card().getByText("Details"));
  const fact = async (label: string) => (await card().findByText(label)).nextElementSibling?.textContent;
  expect(await fact("User name")).toBe("svc-pulse@vsphere.local");
  expect(await fact("Product")).toBe("VMware vCenter Server 8.0.3 build 24022515");
  expect(await fact("Session sharing")).toBe("One session serves both API families");
  expect(await fact("vSphere API release")).toBe("8.0.3.0");
  expect(await fact("Templates")).toBe("4");
  expect(await fact("Datacenters")).toBe("2");
  expect(await fact("Resource pools")).toBe("5");
  expect(await fact("Pinned certificate")).toBe(sampleThumbprint);
  expect(await fact("Failed step")).toBe("Log in to the VI JSON API");
  expect(await fact("What the system said")).toBe("SoapFault: busy");
  expect(screen.getByRole("article")).not.toHaveTextContent("********");
  const rows = within(card().getByRole("table", { name: "The last attempts, newest first" })).getAllByRole("row");
  expect(
    rows.map((row) =>
      within(row)
        .queryAllByRole("cell")
        .slice(1)
        .map((cell) => cell.textContent),
    ),
  ).toEqual([[], ["Failing", "1.2 s"], ["Healthy", "41 ms"]]);
  const keys = (name: string) => card().getAllByRole("button", { name }).at(-1)?.getAttribute("aria-keyshortcuts");
  expect(["Test", "Edit", "Duplicate", "Pause", "Delete"].map(keys)).toEqual(["T", "E", "D", "P", "Delete"]);
});

describe("the search", () => {
  it("is not there for nine connections", async () => {
    await open(connections(9));
    expect(screen.queryByRole("searchbox")).toBeNull();
    expect(screen.queryByLabelText("State")).toBeNull();
  });

  it("finds among ten by text and by state, and says how many it shows", async () => {
    const { user } = await open([...connections(8), ...["A", "B"].map((name) => connection({ name, poll: { state: "failing" } }))]);
    const state = screen.getByLabelText("State");
    expect(
      within(state)
        .getAllByRole("option")
        .map((option) => option.textContent),
    ).toEqual(["All states", "Suspended (0)", "Failing (2)", "Degraded (0)", "Healthy (8)", "Pending (0)", "Paused (0)"]);
    await user.type(screen.getByRole("searchbox", { name: "Search" }), "vcsa-3");
    expect(names()).toEqual(["vCenter 3"]);
    expect(screen.getByText("1 of 10 shown")).toBeVisible();
    await user.clear(screen.getByRole("searchbox"));
    await user.selectOptions(state, "failing");
    expect(names()).toEqual(["A", "B"]);
    await user.type(screen.getByRole("searchbox"), "vcsa-3");
    expect(screen.getByText("No connection matches.")).toBeVisible();
    expect(screen.queryByRole("article")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Clear the filter" }));
    expect(names()).toHaveLength(10);
    expect(screen.getByRole("searchbox")).toHaveValue("");
    expect(state).toHaveValue("all");
  });

  it("does not run an action while it is typed", async () => {
    const { user, address } = await open(connections(10));
    await user.type(screen.getByRole("searchbox"), "ted p{Delete}");
    expect(address()).toBe(listPath("vmware"));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });
});

it("keeps only a few of a thousand cards in the page, and says how many there are", async () => {
  await open(connections(1_000));
  await waitFor(() => expect(screen.getAllByRole("article").length).toBeGreaterThan(2));
  expect(screen.getAllByRole("article").length).toBeLessThan(60);
  expect(names()[0]).toBe("vCenter 1");
  expect(screen.getByText("1000 connections · none needs attention")).toBeVisible();
  const first = screen.getAllByRole("article")[0]?.closest("li");
  expect(first).toHaveAttribute("aria-setsize", "1000");
  expect(first).toHaveAttribute("aria-posinset", "1");
});
