import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import type { ApiToken } from "../api/access";
import { type ApiCall, fakeApi, faults, noAnswer, noContent, refusal } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

const days = (count: number) => new Date(Date.now() + count * 86_400_000 + 60_000).toISOString();
const token = (name: string, more: Partial<ApiToken> = {}): ApiToken => ({
  id: `id-of-${name}`,
  name,
  scopes: ["settings:read"],
  createdAt: days(-10),
  expiresAt: days(80),
  lastUsedAt: null,
  revokedAt: null,
  ...more,
});
const created = (call: ApiCall) => ({ id: "new", expiresAt: days(90), token: "pulse_once", ...(call.body as object) });

const list = "GET /api/access/tokens";
const create = "POST /api/access/tokens";
const revoke = "DELETE /api/access/tokens/{}";
const rowOf = (name: string) => screen.getByRole("row", { name: new RegExp(`^${name}`) });

async function openDialog() {
  const view = renderApp("/settings/access");
  await view.user.click(await screen.findByRole("button", { name: "Create a token" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Create a token" }));
  return { ...view, dialog };
}

async function createOne() {
  const view = await openDialog();
  await view.user.type(view.dialog.getByLabelText("Name"), "backup");
  await view.user.click(view.dialog.getByRole("checkbox", { name: /settings:read/ }));
  await view.user.click(view.dialog.getByRole("button", { name: "Create" }));
  const shown = await screen.findByRole("dialog", { name: "The token 'backup'" });
  return { ...view, shown: within(shown) };
}

it("lists the active tokens, and the ended ones behind a disclosure", async () => {
  fakeApi({
    [list]: [
      token("old", { revokedAt: days(-1) }),
      token("backup", { scopes: ["settings:read", "settings:write"], lastUsedAt: days(-2) }),
      token("forever", { expiresAt: null }),
      token("past", { expiresAt: days(-3) }),
    ],
  });
  renderApp("/settings/access");
  const active = within(await screen.findByRole("table", { name: "Active API tokens" }));
  expect(active.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual(["backup", "forever"]);
  expect(rowOf("backup")).toHaveTextContent(/settings:readsettings:write.*9 days ago.*in 80 days.*47 h ago.*Active/);
  expect(rowOf("forever")).toHaveTextContent(/no expiry.*never/);
  expect(screen.getByText("2 ended tokens").closest("details")).not.toHaveAttribute("open");
  const ended = within(screen.getByRole("table", { name: "Ended API tokens", hidden: true }));
  expect(ended.getAllByRole("row", { hidden: true }).map((row) => /Revoked|Expired/.exec(row.textContent ?? "")?.[0])).toEqual([
    undefined,
    "Revoked",
    "Expired",
  ]);
  expect(ended.queryByRole("button", { hidden: true })).toBeNull();
});

it("says that there is no active token", async () => {
  fakeApi({ [list]: [] });
  renderApp("/settings/access/tokens");
  expect(await screen.findByText("There is no active token.")).toBeVisible();
});

it("says why the list could not be read, and reads it again", async () => {
  const api = fakeApi({ [list]: noAnswer() });
  const { user } = renderApp("/settings/access");
  expect(await screen.findByRole("alert")).toHaveTextContent("Pulse does not answer.");
  api.set(list, [token("backup")]);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("rowheader", { name: "backup" })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("keeps what was read when reading it again fails", async () => {
  const api = fakeApi({ [list]: [token("backup")] });
  const { queries } = renderApp("/settings/access");
  await screen.findByRole("rowheader", { name: "backup" });
  api.set(list, noAnswer());
  await queries.invalidateQueries();
  expect(await screen.findByRole("alert")).toHaveTextContent("Pulse does not answer.");
  expect(screen.getByRole("rowheader", { name: "backup" })).toBeVisible();
});

it("shows a token once and asks before it is lost", async () => {
  const api = fakeApi({ [list]: [], [create]: created });
  const { user, shown, queries } = await createOne();
  expect(api.to(create)[0]?.body).toEqual({ name: "backup", scopes: ["settings:read"], expiresInDays: 90 });
  expect(api.to(create)[0]?.headers.get("X-Pulse-Antiforgery")).toBe("antiforgery-token");
  expect(shown.getByLabelText("Token")).toHaveValue("pulse_once");
  expect(shown.getByLabelText("Token")).toHaveFocus();
  expect(shown.getByText("The token is shown only once.")).toBeVisible();

  await user.keyboard("{Escape}");
  const question = within(await screen.findByRole("alertdialog", { name: "You have not copied the token" }));
  await user.click(question.getByRole("button", { name: "Back to the token" }));
  expect(await shown.findByLabelText("Token")).toHaveValue("pulse_once");

  await user.click(await shown.findByRole("button", { name: "Done" }));
  await user.click(await screen.findByRole("button", { name: "Close without it" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(document.body.innerHTML).not.toContain("pulse_once");
  const kept = [...queries.getQueryCache().getAll(), ...queries.getMutationCache().getAll()].map((each) => each.state);
  expect(JSON.stringify(kept)).not.toContain("pulse_once");
});

it("asks nothing more once the token is copied, and gives the focus back", async () => {
  fakeApi({ [list]: [], [create]: created });
  const { user, shown } = await createOne();
  await user.click(shown.getByRole("button", { name: "Copy the token" }));
  expect(await shown.findByText("Copied")).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe("pulse_once");
  await user.click(shown.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.queryByRole("alertdialog")).toBeNull();
  await waitFor(() => expect(screen.getByRole("button", { name: "Create a token" })).toHaveFocus());
});

it("counts a token that was copied by hand as copied", async () => {
  fakeApi({ [list]: [], [create]: created });
  const { user, shown } = await createOne();
  await user.copy();
  await user.click(shown.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

it("warns before a token has no expiry, and sends none", async () => {
  const api = fakeApi({ [list]: [], [create]: refusal(403, "forbidden", "Your credentials do not allow this.") });
  const { user, dialog } = await openDialog();
  await user.selectOptions(dialog.getByLabelText("Expires"), "No expiry");
  expect(dialog.getByText(/A token without an expiry/)).toBeVisible();
  await user.click(dialog.getByRole("button", { name: "Create" }));
  expect(await dialog.findByText("Your credentials do not allow this.")).toBeVisible();
  expect(api.to(create)[0]?.body).toMatchObject({ expiresInDays: null });
});

it("shows the sentences of the faulty fields at the fields, and leads to the first", async () => {
  fakeApi({
    [list]: [],
    [create]: faults({ name: ["1 to 100 characters."], scopes: ["At least one of: settings:read."], expiresInDays: ["1 to 3650 days."] }),
  });
  const { user, dialog } = await openDialog();
  await user.click(dialog.getByRole("button", { name: "Create" }));
  await waitFor(() => expect(dialog.getByLabelText("Name")).toHaveAccessibleDescription(/1 to 100 characters\./));
  expect(dialog.getByRole("group", { name: "What it may do" })).toHaveAccessibleDescription("At least one of: settings:read.");
  expect(dialog.getByLabelText("Expires")).toHaveAccessibleDescription(/1 to 3650 days\./);
  expect(dialog.getByLabelText("Name")).toHaveFocus();
});

it("says at the name that it is taken", async () => {
  fakeApi({ [list]: [], [create]: refusal(409, "name_taken", "An active API token is named 'backup' already.") });
  const { user, dialog } = await openDialog();
  await user.type(dialog.getByLabelText("Name"), "backup{Enter}");
  await waitFor(() => expect(dialog.getByLabelText("Name")).toHaveAccessibleDescription(/An active API token is named 'backup' already\./));
  expect(dialog.queryByRole("alert")).toBeNull();
});

it("revokes a token after it was asked by name, and leaves the focus on the page", async () => {
  const api = fakeApi({ [list]: [token("backup"), token("other")] });
  api.set(revoke, () => {
    api.set(list, [token("backup", { revokedAt: days(0) }), token("other")]);
    return noContent();
  });
  const { user } = renderApp("/settings/access");
  await user.click(await screen.findByRole("button", { name: "Revoke backup" }));
  const question = within(await screen.findByRole("alertdialog", { name: "Revoke 'backup'?" }));
  expect(question.getByText(/stop working at once/)).toBeVisible();
  await user.click(question.getByRole("button", { name: "Revoke" }));
  expect(await screen.findByText("1 ended token")).toBeVisible();
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(api.to(revoke)[0]?.parts).toEqual(["id-of-backup"]);
  expect(screen.getByText("The token 'backup' is revoked.")).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
});

it("says in the question that the token is revoked already", async () => {
  fakeApi({
    [list]: [token("backup")],
    [revoke]: refusal(404, "token_not_found", "There is no such API token, or it is revoked already."),
  });
  const { user } = renderApp("/settings/access");
  await user.click(await screen.findByRole("button", { name: "Revoke backup" }));
  const question = within(await screen.findByRole("alertdialog"));
  await user.click(question.getByRole("button", { name: "Revoke" }));
  expect(await question.findByRole("alert")).toHaveTextContent("revoked already");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.getByRole("button", { name: "Revoke backup" })).toHaveFocus());
});
