import { screen, waitFor } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { fakeApi, faults, noAnswer, refusal, signedIn, unauthenticated } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

const signInPage = async () => {
  const view = renderApp("/sign-in?to=%2Fsettings%2Faccess%2Fsession");
  await screen.findByRole("heading", { name: "Sign in to Pulse" });
  return view;
};

it("says that the user name or password is refused, and leads back to the password", async () => {
  fakeApi({
    "GET /api/access/session": unauthenticated(),
    "POST /api/access/sign-in": refusal(401, "sign_in_refused", "User name or password is wrong."),
  });
  const { user } = await signInPage();
  await user.type(screen.getByLabelText("Password"), "wrong");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("User name or password is wrong.");
  expect(screen.getByLabelText("Password")).toHaveFocus();
});

it("says how long the sign-in is locked", async () => {
  fakeApi({
    "GET /api/access/session": unauthenticated(),
    "POST /api/access/sign-in": refusal(429, "sign_in_locked", "Too many wrong passwords. Sign-in is locked.", {
      detail: "Try again in 300 seconds.",
    }),
  });
  const { user } = await signInPage();
  await user.type(screen.getByLabelText("Password"), "wrong{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Try again in 300 seconds.");
});

it("shows the sentence of a field at the field", async () => {
  fakeApi({ "GET /api/access/session": unauthenticated(), "POST /api/access/sign-in": faults({ password: ["Required."] }) });
  const { user } = await signInPage();
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(screen.getByLabelText("Password")).toHaveAccessibleDescription("Required."));
});

it("says that Pulse does not answer", async () => {
  fakeApi({ "GET /api/access/session": unauthenticated(), "POST /api/access/sign-in": noAnswer() });
  const { user } = await signInPage();
  await user.type(screen.getByLabelText("Password"), "right{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Pulse does not answer.");
});

it("leads to the page that was asked for, with the password typed first", async () => {
  const api = fakeApi({ "GET /api/access/session": unauthenticated() });
  api.set("POST /api/access/sign-in", () => {
    api.set("GET /api/access/session", signedIn);
    return { userName: "admin" };
  });
  const view = await signInPage();
  expect(screen.getByLabelText("Password")).toHaveFocus();
  await view.user.keyboard("the right password{Enter}");
  await screen.findByRole("heading", { name: "Access" });
  expect(view.address()).toBe("/settings/access/session");
  expect(api.to("POST /api/access/sign-in")[0]?.body).toEqual({ userName: "admin", password: "the right password" });
});
