import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { type Connection, secretMask } from "../../api/connections";
import { connection, sampleThumbprint } from "../../testing/connections";
import { type ApiCall, fakeApi, noAnswer, refusal } from "../../testing/fakeApi";
import { renderApp } from "../../testing/renderApp";
import { editPath } from "../platformConnectionsModel";
// Loaded late in a browser. Loaded here before the first test, which would otherwise wait for it.
import "./ConnectionEditor";
import "../../ui/LoadedMenu";

const list = "GET /api/vmware/connections";
const change = "PUT /api/vmware/connections/{}";
const base = connection();
const mismatch = () => refusal(412, "version_mismatch", "Somebody else changed it.", { currentVersion: 4 });

/** Changes some fields and saves, after another administrator saved `theirs`. */
async function collide(theirs: Partial<Connection> | null, mine: Record<string, string>, saved = base) {
  const api = fakeApi({ [list]: [saved] });
  const view = renderApp(editPath("vmware", saved.id));
  const element = await screen.findByRole("dialog", { name: "Edit Lab vCenter" });
  await waitFor(() => expect(element).toContainElement(document.activeElement as HTMLElement));
  const dialog = within(element);
  for (const [label, text] of Object.entries(mine)) {
    if (label === "Password") {
      await view.user.click(dialog.getByRole("button", { name: "Replace" }));
    }
    await view.user.clear(dialog.getByLabelText(label));
    await view.user.click(dialog.getByLabelText(label));
    await view.user.paste(text);
  }
  api.set(list, theirs ? [{ ...saved, version: 4, ...theirs }] : []);
  // Like Pulse: only a request with the current version may change the connection.
  api.set(change, (call) => (call.headers.get("If-Match") === '"4"' ? { ...saved, version: 5 } : mismatch()));
  await view.user.click(dialog.getByRole("button", { name: "Save" }));
  return {
    ...view,
    api,
    dialog,
    press: (name: string) => view.user.click(dialog.getByRole("button", { name })),
    /** The request after the refusal: the version that it changes, and the values. */
    sent: () =>
      api
        .to(change)
        .slice(1)
        .map((call: ApiCall) => [call.headers.get("If-Match"), call.body]),
    closed: () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull()),
  };
}

const rows = async (dialog: ReturnType<typeof within>) =>
  within(await dialog.findByRole("table", { name: "The differences, and the value to keep" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

describe("somebody else was quicker", () => {
  it("shows what differs, and which field both changed", async () => {
    const { dialog } = await collide({ name: "Theirs", pollIntervalSeconds: 300 }, { Name: "Mine", Host: "vcsa.lab.example" });
    expect(await dialog.findByText("This connection was changed meanwhile")).toBeVisible();
    expect(dialog.getByText(/you began with version 3/)).toHaveTextContent(/Version 4 was saved .* Nothing of yours is saved yet\./);
    expect(await rows(dialog)).toEqual([
      ["Nameboth changed", "Lab vCenter", "Theirs", "Mine"],
      ["Poll interval", "60 s", "300 s", "60 s"],
    ]);
    expect(dialog.getByRole("radio", { name: "Name: mine, Mine" })).toBeChecked();
    expect(dialog.getByRole("radio", { name: "Poll interval: theirs, 300 s" })).toBeChecked();
    expect(dialog.queryByRole("button", { name: "Test" })).toBeNull();
  });

  it("theirs can be taken, and the form goes on from there", async () => {
    const { dialog, press, sent, closed, user } = await collide({ name: "Theirs" }, { Name: "Mine" });
    await dialog.findByRole("table");
    await press("Take theirs");
    expect(dialog.getByLabelText("Name")).toHaveValue("Theirs");
    await user.type(dialog.getByLabelText("Name"), " and mine");
    await press("Save");
    await closed();
    expect(sent()).toEqual([['"4"', { name: "Theirs and mine" }]]);
  });

  it("theirs that was taken is nothing unsaved", async () => {
    const { dialog, press, user, closed } = await collide({ name: "Theirs" }, { Name: "Mine" });
    await dialog.findByRole("table");
    await press("Take theirs");
    await user.keyboard("{Escape}");
    await closed();
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  it("mine can be saved on top, all of it", async () => {
    const { dialog, press, sent, closed } = await collide({ name: "Theirs", pollIntervalSeconds: 300 }, { Name: "Mine" });
    await dialog.findByRole("table");
    await press("Save mine");
    await closed();
    expect(sent()).toEqual([['"4"', { name: "Mine", pollIntervalSeconds: 60 }]]);
  });

  it("what each side changed can be saved together", async () => {
    const { dialog, press, sent, closed } = await collide({ pollIntervalSeconds: 300 }, { Name: "Mine" });
    await dialog.findByRole("table");
    await press("Save the choice above");
    await closed();
    expect(sent()).toEqual([['"4"', { name: "Mine" }]]);
  });

  it("a side can be chosen for each field", async () => {
    const { dialog, press, sent, closed, user } = await collide(
      { name: "Theirs", pollIntervalSeconds: 300, certificateThumbprint: sampleThumbprint },
      { Name: "Mine", "Poll interval in seconds": "120" },
    );
    await dialog.findByRole("table");
    expect(dialog.getByRole("radio", { name: `Certificate: theirs, pinned: ${sampleThumbprint}` })).toBeChecked();
    await user.click(dialog.getByRole("radio", { name: "Name: theirs, Theirs" }));
    await press("Save the choice above");
    await closed();
    expect(sent()).toEqual([['"4"', { pollIntervalSeconds: 120 }]]);
  });

  it("needs nothing to be saved when both hold the same now", async () => {
    const { dialog, press, sent, closed, user } = await collide({ name: "Same" }, { Name: "Same" });
    expect(await dialog.findByText("Both are the same now: there is nothing to save.")).toBeVisible();
    expect(dialog.queryByRole("button", { name: "Save mine" })).toBeNull();
    await press("Take theirs");
    await user.keyboard("{Escape}");
    await closed();
    expect(sent()).toEqual([]);
  });

  it("can happen a second time", async () => {
    const { dialog, press, api } = await collide({ name: "Theirs" }, { Name: "Mine" });
    await dialog.findByRole("table");
    api.set(list, [{ ...base, version: 5, name: "Theirs again" }]);
    api.set(change, mismatch());
    await press("Save mine");
    expect(await dialog.findByRole("radio", { name: "Name: theirs, Theirs again" })).toBeInTheDocument();
    expect(dialog.getByText(/you began with version 4/)).toBeVisible();
  });
});

describe("the password in a conflict", () => {
  it("is never shown, only that one was entered", async () => {
    const { dialog, press, sent, closed } = await collide({ name: "Theirs" }, { Password: "correct horse" });
    expect(await rows(dialog)).toEqual([
      ["Name", "Lab vCenter", "Theirs", "Lab vCenter"],
      ["Password", "stored", "stored", "newly entered"],
    ]);
    expect(document.body.innerHTML).not.toContain("correct horse");
    expect(document.body.innerHTML).not.toContain(secretMask);
    await press("Save the choice above");
    await closed();
    expect(sent()).toEqual([['"4"', { password: "correct horse" }]]);
  });

  it("is not lost where none was stored before", async () => {
    const none = connection({ password: null });
    const api = fakeApi({ [list]: [none] });
    const { user } = renderApp(editPath("vmware", none.id));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit Lab vCenter" }));
    await user.click(dialog.getByLabelText("Password"));
    await user.paste("correct horse");
    api.set(list, [{ ...none, version: 4 }]);
    api.set(change, mismatch());
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(await rows(dialog)).toEqual([["Password", "none stored", "none stored", "newly entered"]]);
  });
});

describe("deleted meanwhile", () => {
  it("is said, and what was entered stays", async () => {
    const { dialog } = await collide(null, { Name: "Mine" });
    expect(await dialog.findByRole("alert")).toHaveTextContent(/Not saved.*This connection was deleted meanwhile\./);
    expect(dialog.getByLabelText("Name")).toHaveValue("Mine");
  });

  it("is not claimed when the list could not be read", async () => {
    const api = fakeApi({ [list]: [base] });
    const { user } = renderApp(editPath("vmware", base.id));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit Lab vCenter" }));
    await user.click(dialog.getByLabelText("Name"));
    await user.paste("Mine");
    api.set(list, noAnswer());
    api.set(change, mismatch());
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent(/Not saved.*Somebody else changed it\..*Pulse does not answer\./);
    expect(screen.queryByText(/has deleted/)).toBeNull();
  });
});
