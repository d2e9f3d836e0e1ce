import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { Connection } from "../api/connections";
import { connection, connections, refusedPassword, sampleThumbprint, testReport, untrustedReport } from "../testing/connections";
import { fakeApi, noAnswer, noContent, type Routes, refusal, signedIn } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";
import { streamedTest, testAnswer } from "../testing/streamed";
// Loaded late in a browser. Loaded here before the first test, which would otherwise wait for it.
import "./editor/ConnectionEditor";
import "./report/TestDialog";
import "../ui/LoadedMenu";
import { addPath, duplicatePath, editPath, listPath } from "./platformConnectionsModel";

const list = "GET /api/vmware/connections";
const change = "PUT /api/vmware/connections/{}";
const remove = "DELETE /api/vmware/connections/{}";
const test = "POST /api/vmware/connections/{}/test";
const lab = connection();
const editLab = editPath("vmware", lab.id);
const article = (name = lab.name) => screen.getByRole("article", { name });
const notFound = refusal(404, "connection_not_found", "There is no such connection.");

async function open(all: Connection[] = [lab], routes: Routes = {}) {
  const api = fakeApi({ [list]: all, ...routes });
  const view = renderApp(listPath("vmware"));
  await screen.findAllByRole("article");
  return { ...view, api };
}

/** Waits until no dialog is open any more. */
const closed = () => waitFor(() => expect(article()).toBeVisible());

/** Selects an action in the menu of the card. */
async function choose(user: Awaited<ReturnType<typeof open>>["user"], action: string, name = lab.name) {
  await user.click(within(article(name)).getByRole("button", { name: `Actions for ${name}` }));
  await user.click(await screen.findByRole("menuitem", { name: action }));
}

/** Presses a key while the card has the focus. */
async function press(user: Awaited<ReturnType<typeof open>>["user"], key: string) {
  within(article())
    .getByRole("button", { name: `Actions for ${lab.name}` })
    .focus();
  await user.keyboard(key);
}

describe("reading the list", () => {
  it("keeps its place until it comes", async () => {
    let answer: (all: Connection[]) => void = () => {};
    const answered = new Promise<Connection[]>((resolve) => {
      answer = resolve;
    });
    fakeApi({ [list]: () => answered });
    renderApp(listPath("vmware"));
    expect(await screen.findByRole("status", { name: "Reading the connections" })).toBeInTheDocument();
    expect(screen.queryByText("No connection yet")).toBeNull();
    answer([lab]);
    expect(await screen.findByRole("article", { name: lab.name })).toBeVisible();
    expect(screen.queryByRole("status", { name: "Reading the connections" })).toBeNull();
  });

  it("says why it failed the first time, and reads it again", async () => {
    const api = fakeApi({ [list]: refusal(503, "store_unavailable", "The store cannot be reached.", { detail: "Check the disk." }) });
    const { user } = renderApp(listPath("vmware"));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("The store cannot be reached.");
    expect(alert).toHaveTextContent("Check the disk.");
    expect(screen.queryByText(/No connection yet|Connect a vCenter/)).toBeNull();
    api.set(list, [lab]);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("article", { name: lab.name })).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("keeps what was read last while Pulse is away, and says how old it is", async () => {
    const { user, api, queries } = await open();
    api.set(list, noAnswer());
    await queries.invalidateQueries({ queryKey: ["connections"] });
    expect(await screen.findByText("Pulse does not answer.")).toBeVisible();
    expect(screen.getByText(/What you see was read/)).toHaveTextContent(/was read (now|\d+ s ago), at \d+ \w+ \d{4}/);
    expect(article()).toBeVisible();
    api.set(list, [connection({ name: "Newer" })]);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("article", { name: "Newer" })).toBeVisible();
    expect(screen.queryByText("Pulse does not answer.")).toBeNull();
  });

  it("shows one sentence and one way on where there is none", async () => {
    fakeApi({ [list]: [] });
    const { user, address } = renderApp(listPath("vmware"));
    expect(await screen.findByText("Connect a vCenter, and Pulse shows from then on whether its data still comes.")).toBeVisible();
    expect(screen.getByText("No connection yet")).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Add vCenter" }));
    expect(await screen.findByRole("dialog", { name: "Add vCenter" })).toBeVisible();
    await waitFor(() => expect(address()).toBe(addPath("vmware")));
  });

  it("shows a platform that is not there yet as coming", async () => {
    await open();
    expect(screen.getByRole("link", { name: "TrueNAS soon" })).toHaveAttribute("aria-disabled", "true");
  });

  it.each(["nutanix", "truenas", "vmware/one/delete"])("has no page at %s", async (rest) => {
    fakeApi({});
    renderApp(`/settings/infrastructure/platforms/${rest}`);
    expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeVisible();
  });
});

describe("without the right to change settings", () => {
  const reader = { "GET /api/access/session": { ...signedIn, scopes: ["settings:read"] } };

  it("shows everything, explains why it offers no action, and takes no key", async () => {
    const paused = connection({ enabled: false, poll: { state: "paused", lastError: refusedPassword() } });
    const { user, address } = await open([paused], reader);
    expect(screen.getByText("You have read-only access")).toBeVisible();
    expect(screen.getByText(/settings:write/)).toBeVisible();
    expect(screen.queryByRole("link", { name: "Add vCenter" })).toBeNull();
    expect(within(article()).queryByRole("button")).toBeNull();
    await user.click(within(article()).getByText("Details"));
    expect(await within(article()).findByText("Product")).toBeVisible();
    expect(within(article()).queryByRole("button")).toBeNull();
    await user.keyboard("tedp{Delete}");
    expect(address()).toBe(listPath("vmware"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("offers nothing to add where there is none, and opens no form", async () => {
    fakeApi({ [list]: [], ...reader });
    renderApp(addPath("vmware"));
    expect(await screen.findByText(/^Connect a vCenter/)).toBeVisible();
    expect(screen.queryByRole("link", { name: "Add vCenter" })).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("an action", () => {
  it.each([
    ["Edit", "e", editLab, "Edit Lab vCenter"],
    ["Duplicate", "d", duplicatePath("vmware", lab.id), "Add vCenter"],
  ])("%s is in the menu and on a key, and has an address", async (action, key, path, title) => {
    const { user, address } = await open();
    await press(user, key);
    expect(await screen.findByRole("dialog", { name: title })).toBeVisible();
    await waitFor(() => expect(address()).toBe(path));
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await closed();
    expect(address()).toBe(listPath("vmware"));
    await choose(user, action);
    expect(await screen.findByRole("dialog", { name: title })).toBeVisible();
    await waitFor(() => expect(address()).toBe(path));
  });

  it("Test is in the menu and on a key", async () => {
    const { user, api } = await open([lab], { [test]: () => testAnswer(testReport()) });
    await press(user, "T");
    expect(await screen.findByRole("dialog", { name: "Test of Lab vCenter" })).toBeVisible();
    await user.keyboard("{Escape}");
    await closed();
    await choose(user, "Test");
    expect(await screen.findByRole("dialog", { name: "Test of Lab vCenter" })).toBeVisible();
    await waitFor(() => expect(api.to(test).map((call) => call.parts)).toEqual([[lab.id], [lab.id]]));
  });

  it("is not run by a key that is pressed with another, nor by one that means nothing", async () => {
    const { user, address } = await open();
    await press(user, "{Control>}e{/Control}{Alt>}d{/Alt}{Meta>}t{/Meta}x");
    expect(address()).toBe(listPath("vmware"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("that is chosen in the menu by its letter is not run twice", async () => {
    const { user, address } = await open();
    await user.click(within(article()).getByRole("button", { name: "Actions for Lab vCenter" }));
    await screen.findByRole("menuitem", { name: "Edit" });
    await user.keyboard("e");
    expect(address()).toBe(listPath("vmware"));
  });
});

describe("pausing", () => {
  it("stops the polling, and starts it again, in the menu and by a key", async () => {
    const { user, api } = await open();
    api.set(change, (call) => {
      const { enabled } = call.body as { enabled: boolean };
      const now = connection({ enabled, poll: { state: enabled ? "pending" : "paused" } });
      api.set(list, [now]);
      return now;
    });
    await choose(user, "Pause");
    await closed();
    await user.click(await within(article()).findByRole("button", { name: "Resume" }));
    await waitFor(() => expect(within(article()).queryByRole("button", { name: "Resume" })).toBeNull());
    await press(user, "p");
    expect(await within(article()).findByRole("button", { name: "Resume" })).toBeVisible();
    expect(api.to(change).map((call) => [call.parts, call.body])).toEqual([
      [[lab.id], { enabled: false }],
      [[lab.id], { enabled: true }],
      [[lab.id], { enabled: false }],
    ]);
    expect(api.to(change)[0]?.headers.has("If-Match")).toBe(false);
  });

  it("that Pulse refuses is told", async () => {
    const { user } = await open([lab], { [change]: refusal(503, "store_unavailable", "The store cannot be reached.") });
    await press(user, "p");
    expect(await screen.findByText("Lab vCenter was not paused. The store cannot be reached.")).toBeInTheDocument();
  });
});

describe("deleting", () => {
  async function ask() {
    const view = await open([lab, connection({ name: "Other" })]);
    await press(view.user, "{Delete}");
    const question = within(await screen.findByRole("alertdialog", { name: "Delete Lab vCenter?" }));
    return { ...view, question };
  }

  it("names what is lost, and is done after the second click only", async () => {
    const { user, api, question } = await ask();
    expect(question.getByText(/password, the poll history/)).toHaveTextContent("12 hosts, 240 VMs, 9 datastores");
    expect(question.getByText(/Nothing changes in the vCenter/)).toHaveTextContent("This cannot be undone.");
    expect(question.getByRole("button", { name: "Cancel" })).toHaveFocus();
    expect(api.to(remove)).toEqual([]);
    api.set(remove, () => {
      api.set(list, [connection({ name: "Other" })]);
      return noContent();
    });
    await user.click(question.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(screen.queryByRole("article", { name: lab.name })).toBeNull());
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    expect(api.to(remove).map((call) => call.parts)).toEqual([[lab.id]]);
    expect(await screen.findByRole("article", { name: "Other" })).toBeVisible();
  });

  it("is not done when it is not wanted, and gives the focus back", async () => {
    const { user } = await ask();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    await waitFor(() => expect(screen.getByRole("button", { name: "Actions for Lab vCenter" })).toHaveFocus());
  });

  it("is done when somebody else was quicker", async () => {
    const { user, api, question } = await ask();
    api.set(remove, notFound);
    // The list may show it a moment longer.
    await user.click(question.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    expect(api.to(remove)).toHaveLength(1);
  });

  it("says when it failed, and asks afresh the next time", async () => {
    const { user, api, question } = await ask();
    api.set(remove, noAnswer());
    await user.click(question.getByRole("button", { name: "Delete" }));
    expect(await question.findByRole("alert")).toHaveTextContent(/Not deleted.*Pulse does not answer\./);
    await user.click(question.getByRole("button", { name: "Cancel" }));
    await closed();
    await choose(user, "Delete", "Other");
    const next = within(await screen.findByRole("alertdialog", { name: "Delete Other?" }));
    expect(next.queryByRole("alert")).toBeNull();
  });
});

describe("testing a saved connection", () => {
  const failing = connection({ poll: { state: "failing" } });

  async function openTest(routes: Routes) {
    const view = await open([failing], routes);
    await view.user.click(within(article()).getByRole("button", { name: "Test" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Test of Lab vCenter" }));
    return { ...view, dialog };
  }

  it("tests it as it is, shows the report, and reads the list anew", async () => {
    const { user, api, dialog } = await openTest({ [test]: () => testAnswer(testReport()) });
    expect(await dialog.findByRole("heading", { name: "This connection can be polled" })).toBeVisible();
    expect(api.to(test).map((call) => [call.parts, call.body])).toEqual([[[lab.id], undefined]]);
    await waitFor(() => expect(api.to(list)).toHaveLength(2));
    await user.click(dialog.getByRole("button", { name: "Test again" }));
    await waitFor(() => expect(api.to(test)).toHaveLength(2));
  });

  it("goes on to the form, with the certificate that was shown as the pin", async () => {
    const { user, dialog, address } = await openTest({ [test]: testAnswer(untrustedReport()) });
    await user.click(await dialog.findByRole("button", { name: "Trust this certificate" }));
    const form = within(await screen.findByRole("dialog", { name: "Edit Lab vCenter" }));
    expect(address()).toBe(editLab);
    expect(form.getByRole("radio", { name: /^Pin/ })).toBeChecked();
    expect(form.getByLabelText("Thumbprint")).toHaveValue(sampleThumbprint);
    expect(screen.queryByRole("dialog", { name: "Test of Lab vCenter" })).toBeNull();
  });

  it("goes on to the form as it is saved", async () => {
    const { user, dialog, address } = await openTest({ [test]: testAnswer(untrustedReport()) });
    await dialog.findByText("This connection cannot be polled");
    await user.click(dialog.getByRole("button", { name: "Edit" }));
    const form = within(await screen.findByRole("dialog", { name: "Edit Lab vCenter" }));
    expect(address()).toBe(editLab);
    expect(form.getByRole("radio", { name: /^Verify/ })).toBeChecked();
  });

  it("ends the test when it is closed, and gives the focus back", async () => {
    const { user, api, dialog } = await openTest({ [test]: streamedTest().reply });
    expect(await dialog.findByText("Resolve the name")).toBeVisible();
    await waitFor(() => expect(api.to(test)).toHaveLength(1));
    expect(api.to(test)[0]?.signal.aborted).toBe(false);
    await user.click(dialog.getAllByRole("button", { name: "Close" })[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(api.to(test)[0]?.signal.aborted).toBe(true);
    await waitFor(() => expect(within(article()).getByRole("button", { name: "Test" })).toHaveFocus());
  });
});

it("says that a connection to edit is gone", async () => {
  fakeApi({ [list]: connections(1) });
  const { user, address } = renderApp(editPath("vmware", "gone"));
  const dialog = within(await screen.findByRole("dialog", { name: "There is no such connection" }));
  expect(dialog.getByText("It may have been deleted meanwhile.")).toBeVisible();
  await user.click(dialog.getAllByRole("button", { name: "Close" }).at(-1) as HTMLElement);
  await waitFor(() => expect(address()).toBe(listPath("vmware")));
});
