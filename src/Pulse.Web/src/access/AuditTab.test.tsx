import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import type { AuditLine } from "../api/access";
import { type ApiCall, fakeApi, noAnswer } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

const audit = "GET /api/access/audit";

const line = (id: number, more: Partial<AuditLine> = {}): AuditLine => ({
  id,
  at: new Date(Date.now() - (100 - id) * 60_000).toISOString(),
  actor: "admin",
  actorAddress: "192.0.2.7",
  action: "sign_in",
  outcome: "succeeded",
  platform: null,
  connectionId: null,
  connectionName: null,
  fields: [],
  detail: null,
  ...more,
});
const page = (entries: AuditLine[], nextBefore: number | null = null) => ({ entries, nextBefore });
const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);

it("says who did what, when, from where, to which connection, and how it ended", async () => {
  const changed = line(2, {
    action: "connection_updated",
    connectionName: "Primary vCenter",
    fields: ["host", "password"],
    detail: "A remark.",
  });
  fakeApi({ [audit]: page([changed, line(1, { outcome: "refused", actor: "anonymous" })]) });
  renderApp("/settings/access/audit");
  const table = within(await screen.findByRole("table", { name: "Audit trail, newest first" }));
  const [, first, second] = table.getAllByRole("row");
  expect(first).toHaveTextContent(/98 min ago|1 h ago/);
  expect(first).toHaveTextContent(
    /Connection changed.*Succeeded.*admin.*192\.0\.2\.7.*Primary vCenter.*Changed: host, password.*A remark\./,
  );
  expect(second).toHaveTextContent(/Sign-in.*Refused.*anonymous/);
  expect(within(first as HTMLElement).getByText(/ago$/)).toHaveAttribute("title", expect.stringContaining("UTC"));
  expect(screen.getByText("2 entries.")).toBeVisible();
});

it("shows a word that it does not know as it is", async () => {
  fakeApi({ [audit]: page([line(1, { action: "moon_landed", outcome: "soft" })]) });
  renderApp("/settings/access/audit");
  expect(await screen.findByRole("rowheader", { name: "moon_landed" })).toBeVisible();
  expect(screen.getByText("soft")).toBeVisible();
});

it("loads older entries below, until there are none", async () => {
  const api = fakeApi({
    [audit]: (call: ApiCall) => (call.query.before === "8" ? page([line(7)]) : page([line(9, { action: "sign_out" }), line(8)], 8)),
  });
  const { user } = renderApp("/settings/access/audit");
  expect(await screen.findByText("The newest 2 entries.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Load older" }));
  expect(await screen.findByText("3 entries.")).toHaveFocus();
  expect(names()).toEqual(["Sign-out", "Sign-in", "Sign-in"]);
  expect(screen.queryByRole("button", { name: "Load older" })).toBeNull();
  expect(api.to(audit).map((call) => call.query)).toEqual([{}, { before: "8" }]);
});

it("keeps what was loaded when the older entries do not come", async () => {
  fakeApi({ [audit]: (call: ApiCall) => (call.query.before ? noAnswer() : page([line(9)], 9)) });
  const { user } = renderApp("/settings/access/audit");
  await user.click(await screen.findByRole("button", { name: "Load older" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Pulse does not answer.");
  expect(names()).toEqual(["Sign-in"]);
  expect(screen.getByRole("button", { name: "Load older" })).toBeVisible();
});

it("filters by action and outcome, with the filter in the address", async () => {
  const api = fakeApi({ [audit]: (call: ApiCall) => page(call.query.action ? [line(1)] : [line(2, { action: "sign_out" }), line(1)]) });
  const { user, address } = renderApp("/settings/access/audit");
  await screen.findByText("2 entries.");
  await user.selectOptions(screen.getByLabelText("Action"), "Sign-in");
  expect(await screen.findByText("1 entry.")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Outcome"), "Refused");
  await waitFor(() => expect(address()).toBe("/settings/access/audit?action=sign_in&outcome=refused"));
  await waitFor(() => expect(api.to(audit).at(-1)?.query).toEqual({ action: "sign_in", outcome: "refused" }));
});

it("searches when the typing pauses, not for each letter", async () => {
  const api = fakeApi({ [audit]: (call: ApiCall) => page(call.query.text ? [line(1)] : [line(2), line(1)]) });
  const { user, address } = renderApp("/settings/access/audit");
  await screen.findByText("2 entries.");
  await user.type(screen.getByLabelText("Search"), "primary ");
  expect(await screen.findByText("1 entry.")).toBeVisible();
  expect(api.to(audit).map((call) => call.query.text)).toEqual([undefined, "primary"]);
  expect(address()).toBe("/settings/access/audit?text=primary");
  expect(screen.getByLabelText("Search")).toHaveValue("primary ");
});

it("opens a shared address with its filter, and clears it", async () => {
  const api = fakeApi({ [audit]: (call: ApiCall) => page(call.query.text ? [] : [line(1)]) });
  const { user, address } = renderApp("/settings/access/audit?action=moon_landed&outcome=failed&text=backup");
  expect(await screen.findByText("No entry matches the filter.")).toBeVisible();
  expect(api.to(audit)[0]?.query).toEqual({ action: "moon_landed", outcome: "failed", text: "backup" });
  expect(screen.getByLabelText("Action")).toHaveDisplayValue("moon_landed");
  expect(screen.getByLabelText("Outcome")).toHaveDisplayValue("Failed");
  expect(screen.getByLabelText("Search")).toHaveValue("backup");

  await user.click(screen.getByRole("button", { name: "Clear the filter" }));
  expect(await screen.findByText("1 entry.")).toBeVisible();
  expect(address()).toBe("/settings/access/audit");
  expect(screen.getByLabelText("Action")).toHaveDisplayValue("All actions");
  expect(screen.getByLabelText("Search")).toHaveValue("");
});

it("says that nothing has been recorded yet", async () => {
  fakeApi({ [audit]: page([]) });
  renderApp("/settings/access/audit");
  expect(await screen.findByText("Nothing has been recorded yet.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Clear the filter" })).toBeNull();
});

it("says why the trail could not be read, and reads it again", async () => {
  const api = fakeApi({ [audit]: noAnswer() });
  const { user } = renderApp("/settings/access/audit");
  expect(await screen.findByRole("alert")).toHaveTextContent("Pulse does not answer.");
  api.set(audit, page([line(1)]));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("1 entry.")).toBeVisible();
});
