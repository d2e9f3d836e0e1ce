import { screen, waitFor } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { fakeApi, noAnswer, unauthenticated } from "../testing/fakeApi";
import { renderApp } from "../testing/renderApp";

const page = "/settings/infrastructure/platforms/vmware";

it("names the version of Pulse on every page of the settings, and reads the version once", async () => {
  const api = fakeApi({ "GET /api/vmware/connections": [], "GET /api/access/tokens": [] });
  const { user } = renderApp(page);

  expect(await screen.findByRole("contentinfo")).toHaveTextContent("Pulse 1.2.3");
  await user.click(screen.getByRole("link", { name: "Access" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Access" })).toBeInTheDocument();

  expect(screen.getByRole("contentinfo")).toHaveTextContent("Pulse 1.2.3");
  expect(api.to("GET /api/version")).toHaveLength(1);
});

it("shows the page without a version if the version cannot be read", async () => {
  const api = fakeApi({ "GET /api/vmware/connections": [], "GET /api/version": noAnswer() });
  renderApp(page);

  expect(await screen.findByRole("heading", { level: 1 })).toBeInTheDocument();
  await waitFor(() => expect(api.to("GET /api/version")).toHaveLength(1));
  expect(screen.queryByRole("contentinfo")).not.toBeInTheDocument();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("does not read the version before the sign-in", async () => {
  const api = fakeApi({ "GET /api/access/session": unauthenticated() });
  renderApp(page);

  expect(await screen.findByRole("button", { name: "Sign in" })).toBeInTheDocument();
  expect(api.to("GET /api/version")).toEqual([]);
});
