import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { fakeApi, signedIn, unauthenticated } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

it("asks to sign in again over the page, and keeps what was typed", async () => {
  const api = fakeApi({ "POST /api/access/password": unauthenticated(), "POST /api/access/sign-in": { userName: "admin" } });
  const { user, address } = renderApp("/settings/access/session");
  await user.type(await screen.findByLabelText("Current password"), "the old password");
  await user.type(screen.getByLabelText("New password"), "the new password");
  await user.type(screen.getByLabelText("The new password again"), "the new password");
  await user.click(screen.getByRole("button", { name: "Change the password" }));

  const dialog = within(await screen.findByRole("dialog", { name: "Your session has ended" }));
  await user.type(dialog.getByLabelText("Password"), "the password");
  api.set("GET /api/access/session", { ...signedIn, antiforgeryToken: "another" });
  await user.click(dialog.getByRole("button", { name: "Sign in" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(address()).toBe("/settings/access/session");
  expect(screen.getByLabelText("New password")).toHaveValue("the new password");
});

it("leads to the sign-in when it is not wanted", async () => {
  const api = fakeApi({ "GET /api/access/tokens": unauthenticated() });
  const { user, address } = renderApp("/settings/access");
  await screen.findByRole("dialog", { name: "Your session has ended" });
  api.set("GET /api/access/session", unauthenticated());
  await user.keyboard("{Escape}");
  expect(await screen.findByRole("heading", { name: "Sign in to Pulse" })).toBeVisible();
  expect(address()).toMatch(/^\/sign-in/);
});
