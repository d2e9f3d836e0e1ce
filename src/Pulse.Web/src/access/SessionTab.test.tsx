import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { fakeApi, faults, noAnswer, noContent, refusal, signedIn, unauthenticated } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

const password = "POST /api/access/password";

async function open() {
  const view = renderApp("/settings/access/session");
  await screen.findByRole("heading", { name: "Signed in as admin" });
  return view;
}

async function change(current: string, next: string, repeated: string) {
  const view = await open();
  await view.user.type(screen.getByLabelText("Current password"), current);
  await view.user.type(screen.getByLabelText("New password"), next);
  await view.user.type(screen.getByLabelText("The new password again"), repeated);
  await view.user.click(screen.getByRole("button", { name: "Change the password" }));
  return view;
}

it("changes the password, empties the form, and says that the other sessions have ended", async () => {
  const api = fakeApi({ [password]: noContent() });
  const { queries } = await change("the old password", "the new password", "the new password");
  expect(await screen.findByText("The password is changed, and all other sessions have ended.")).toBeVisible();
  expect(api.to(password)[0]?.body).toEqual({ currentPassword: "the old password", newPassword: "the new password" });
  expect(screen.getByLabelText("Current password")).toHaveValue("");
  expect(screen.getByLabelText("New password")).toHaveValue("");
  expect(
    JSON.stringify(
      queries
        .getQueryCache()
        .getAll()
        .map((query) => query.state),
    ),
  ).not.toContain("the new password");
});

it("goes on with the antiforgery token of the new session", async () => {
  const api = fakeApi({ "POST /api/access/sign-out": noContent() });
  api.set(password, () => {
    api.set("GET /api/access/session", { ...signedIn, antiforgeryToken: "another" });
    return noContent();
  });
  const { user } = await change("the old password", "the new password", "the new password");
  await screen.findByText(/The password is changed/);
  await user.click(screen.getByRole("button", { name: "Sign out" }));
  await waitFor(() => expect(api.to("POST /api/access/sign-out")[0]?.headers.get("X-Pulse-Antiforgery")).toBe("another"));
});

it("sends nothing when the two new passwords differ", async () => {
  const api = fakeApi({});
  await change("the old password", "the new password", "a new password");
  expect(screen.getByLabelText("The new password again")).toHaveAccessibleDescription("This is not the same password.");
  expect(screen.getByLabelText("The new password again")).toHaveFocus();
  expect(api.to(password)).toEqual([]);
});

it("says at the field that this is not the current password", async () => {
  fakeApi({ [password]: faults({ currentPassword: ["This is not the current password."] }) });
  await change("a wrong password", "the new password", "the new password");
  await waitFor(() => expect(screen.getByLabelText("Current password")).toHaveAccessibleDescription("This is not the current password."));
  expect(screen.getByLabelText("Current password")).toHaveFocus();
});

it("says how long the account is locked", async () => {
  fakeApi({
    [password]: refusal(429, "sign_in_locked", "Too many wrong passwords. Sign-in is locked.", { detail: "Try again in 300 seconds." }),
  });
  await change("a wrong password", "the new password", "the new password");
  expect(await screen.findByRole("alert")).toHaveTextContent("Try again in 300 seconds.");
});

it("signs out, and leads to the sign-in", async () => {
  const api = fakeApi({});
  api.set("POST /api/access/sign-out", () => {
    api.set("GET /api/access/session", unauthenticated());
    return noContent();
  });
  const view = await open();
  await view.user.click(screen.getByRole("button", { name: "Sign out" }));
  expect(await screen.findByRole("heading", { name: "Sign in to Pulse" })).toBeVisible();
  expect(view.address()).toMatch(/^\/sign-in/);
});

it("signs out everywhere after it was asked", async () => {
  const api = fakeApi({});
  api.set("POST /api/access/sign-out-everywhere", () => {
    api.set("GET /api/access/session", unauthenticated());
    return noContent();
  });
  const view = await open();
  await view.user.click(screen.getByRole("button", { name: "Sign out everywhere" }));
  const question = within(await screen.findByRole("alertdialog", { name: "Sign out everywhere?" }));
  expect(question.getByText(/this one too/)).toBeVisible();
  await view.user.click(question.getByRole("button", { name: "Sign out everywhere" }));
  expect(await screen.findByRole("heading", { name: "Sign in to Pulse" })).toBeVisible();
});

it("stays signed in, and says so, when Pulse does not answer", async () => {
  fakeApi({ "POST /api/access/sign-out": noAnswer() });
  const view = await open();
  await view.user.click(screen.getByRole("button", { name: "Sign out" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Pulse does not answer.");
  expect(view.address()).toBe("/settings/access/session");
});
