import { screen, waitFor, within } from "@solidjs/testing-library";
import axe from "axe-core";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

const empty = { "GET /api/access/tokens": [], "GET /api/access/audit": { entries: [], nextBefore: null } };

it("opens the tab of the address, and each tab has an address of its own", async () => {
  fakeApi(empty);
  const view = renderApp("/settings/access");
  await screen.findByRole("heading", { level: 1, name: "Access" });
  const tabs = within(screen.getByRole("navigation", { name: "Access" }));
  expect(tabs.getByRole("link", { name: "API tokens" })).toHaveAttribute("aria-current", "page");

  await view.user.click(tabs.getByRole("link", { name: "Audit" }));
  expect(await screen.findByText("Nothing has been recorded yet.")).toBeVisible();
  expect(view.address()).toBe("/settings/access/audit");
  expect(tabs.getByRole("link", { name: "Audit" })).toHaveAttribute("aria-current", "page");
  expect(tabs.getByRole("link", { name: "Audit" })).toHaveFocus();

  view.back();
  expect(await screen.findByText("There is no active token.")).toBeVisible();
});

it.each(["/settings/access/users", "/settings/access/audit/more"])("says that there is no such page at %s", async (address) => {
  fakeApi({});
  renderApp(address);
  expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeVisible();
  expect(screen.getByText(address)).toBeVisible();
  expect(screen.getAllByRole("main")).toHaveLength(1);
});

it.each(["tokens", "session", "audit"])("has no fault that axe finds on the tab %s", async (tab) => {
  fakeApi(empty);
  const { container } = renderApp(`/settings/access/${tab}`);
  await screen.findByRole("heading", { level: 1, name: "Access" });
  await waitFor(() => expect(container.querySelector("[aria-busy]")).toBeNull());
  // Without layout, colours cannot be compared.
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
});
