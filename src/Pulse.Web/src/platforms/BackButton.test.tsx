import { render, screen, waitFor, within } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { App } from "../App";
import { connection } from "../testing/connections";
import { fakeApi } from "../testing/fakeApi";
// Loaded late in a browser. Loaded here before the first test, which would otherwise wait for it.
import "./editor/ConnectionEditor";
import "../ui/LoadedMenu";
import { editPath, listPath } from "./platformConnectionsModel";

// With the history of the browser: the one in memory does not ask before it goes back.
async function edit() {
  const lab = connection();
  fakeApi({ "GET /api/vmware/connections": [lab] });
  window.history.pushState(null, "", listPath("vmware"));
  // The state that the router stores when a page is loaded, to distinguish back from forward.
  window.history.replaceState({ _depth: window.history.length - 1 }, "");
  const user = userEvent.setup();
  render(() => <App />);
  const card = within(await screen.findByRole("article", { name: lab.name }));
  card.getByRole("button").focus();
  await user.keyboard("e");
  const element = await screen.findByRole("dialog", { name: "Edit Lab vCenter" });
  await waitFor(() => expect(element).toContainElement(document.activeElement as HTMLElement));
  await waitFor(() => expect(location.pathname).toBe(editPath("vmware", lab.id)));
  return { user, dialog: within(element) };
}

it("closes the form when nothing is changed", async () => {
  await edit();
  window.history.back();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(location.pathname).toBe(listPath("vmware")));
});

it("asks before it takes away what was entered, and stays on 'Stay'", async () => {
  const { user, dialog } = await edit();
  await user.type(dialog.getByLabelText("Name"), " 2");
  window.history.back();
  let question = within(await screen.findByRole("alertdialog", { name: "Leave without saving?" }));
  await user.click(question.getByRole("button", { name: "Stay" }));
  await waitFor(() => expect(dialog.getByRole("button", { name: "Save" })).toBeVisible());
  expect(dialog.getByLabelText("Name")).toHaveValue("Lab vCenter 2");
  expect(location.pathname).toMatch(/\/edit$/);

  window.history.back();
  question = within(await screen.findByRole("alertdialog", { name: "Leave without saving?" }));
  await user.click(question.getByRole("button", { name: "Discard the changes" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(location.pathname).toBe(listPath("vmware")));
});
