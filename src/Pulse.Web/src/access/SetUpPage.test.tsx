import { screen, waitFor } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { fakeApi, faults, noAnswer, refusal, signedIn, unauthenticated } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

const firstStart = { "GET /api/access/session": unauthenticated(true) };

async function fillIn(password: string, repeated: string) {
  const view = renderApp("/settings/access");
  await view.user.type(await screen.findByLabelText("Setup token"), " the-token ");
  await view.user.type(screen.getByLabelText("Password for the account 'admin'"), password);
  await view.user.type(screen.getByLabelText("The same password again"), repeated);
  await view.user.click(screen.getByRole("button", { name: "Create the account" }));
  return view;
}

it("leads to the setup while there is no admin, and sends nothing when the passwords differ", async () => {
  const api = fakeApi(firstStart);
  const { address } = await fillIn("a long password", "another password");
  expect(address()).toBe("/setup");
  expect(screen.getByLabelText("The same password again")).toHaveAccessibleDescription("This is not the same password.");
  expect(api.to("POST /api/access/setup")).toEqual([]);
});

it("says that the token is not the setup token, and where that is", async () => {
  fakeApi({
    ...firstStart,
    "POST /api/access/setup": refusal(403, "setup_token_invalid", "This is not the setup token.", {
      detail: "It is in the log of the first start.",
    }),
  });
  await fillIn("a long password", "a long password");
  expect(await screen.findByRole("alert")).toHaveTextContent("This is not the setup token.It is in the log of the first start.");
});

it("shows what the password has to be at the password", async () => {
  fakeApi({ ...firstStart, "POST /api/access/setup": faults({ password: ["12 to 256 characters."] }) });
  await fillIn("short", "short");
  await waitFor(() =>
    expect(screen.getByLabelText("Password for the account 'admin'")).toHaveAccessibleDescription(
      "12 to 256 characters. 12 to 256 characters.",
    ),
  );
});

it("signs in with the new account", async () => {
  const api = fakeApi({ ...firstStart, "GET /api/vmware/connections": [], "POST /api/access/setup": { userName: "admin" } });
  api.set("POST /api/access/setup", () => {
    api.set("GET /api/access/session", signedIn);
    return { userName: "admin" };
  });
  const view = await fillIn("a long password", "a long password");
  await waitFor(() => expect(view.address()).toMatch(/^\/settings\/infrastructure/));
  expect(api.to("POST /api/access/setup")[0]?.body).toEqual({ token: "the-token", password: "a long password" });
});

it("asks for no token while Pulse is away, and offers to try again", async () => {
  const api = fakeApi({ "GET /api/access/session": noAnswer() });
  const { user } = renderApp("/setup");
  expect(await screen.findByRole("heading", { name: "Pulse cannot be reached" })).toBeVisible();
  expect(screen.queryByLabelText("Setup token")).toBeNull();
  api.set("GET /api/access/session", unauthenticated(true));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByLabelText("Setup token")).toBeVisible();
});
