import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import type { Platform } from "../api/platforms";
import { box, boxConnection } from "../testing/box";
import { connection } from "../testing/connections";
import { fakeApi, refusal } from "../testing/fakeApi";
import { platforms, vmware } from "../testing/platforms";
import { renderApp } from "../testing/renderApp";
import { listPath, platformsPath } from "./platformConnectionsModel";

const declared = "GET /api/platforms";
const lists = { "GET /api/vmware/connections": [connection()], "GET /api/box/connections": [boxConnection()] };
const away = refusal(503, "store_unavailable", "The store cannot be reached.", { detail: "Check the disk." });

it("keeps the place of the list until the platforms come", async () => {
  let answer: (all: Platform[]) => void = () => {};
  const answered = new Promise<Platform[]>((resolve) => {
    answer = resolve;
  });
  fakeApi({ ...lists, [declared]: () => answered });
  renderApp(listPath("vmware"));
  expect(await screen.findByRole("status", { name: "Reading the connections" })).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "Platform connections" })).toBeVisible();
  expect(screen.queryByRole("navigation", { name: "Platforms" })).toBeNull();
  answer(platforms);
  expect(await screen.findByRole("article", { name: "Lab vCenter" })).toBeVisible();
});

it("says why the platforms could not be read, and reads them again", async () => {
  const api = fakeApi({ ...lists, [declared]: away });
  const { user } = renderApp(listPath("vmware"));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The store cannot be reached.");
  expect(alert).toHaveTextContent("Check the disk.");
  api.set(declared, platforms);
  await user.click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("article", { name: "Lab vCenter" })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("reads the platforms once, whatever else is read anew", async () => {
  const api = fakeApi(lists);
  const { queries } = renderApp(listPath("vmware"));
  await screen.findByRole("article", { name: "Lab vCenter" });
  await queries.invalidateQueries();
  await waitFor(() => expect(api.to("GET /api/vmware/connections")).toHaveLength(2));
  expect(api.to(declared)).toHaveLength(1);
});

it("reads them anew when they were not read, for example after signing in again", async () => {
  const api = fakeApi({ ...lists, [declared]: away });
  const { queries } = renderApp(listPath("vmware"));
  await screen.findByRole("alert");
  api.set(declared, platforms);
  await queries.invalidateQueries();
  expect(await screen.findByRole("article", { name: "Lab vCenter" })).toBeVisible();
});

it.each(["/", "/settings", platformsPath])("leads from %s to the platform that is served first", async (address) => {
  fakeApi({ ...lists, [declared]: [box, vmware] });
  const view = renderApp(address);
  expect(await screen.findByRole("article", { name: "Cellar" })).toBeVisible();
  expect(view.address()).toBe(listPath("box"));
});

it("draws a platform that it has never heard of from what it declares", async () => {
  const observed = { topology: { shelves: 4 }, details: { space: 1536, locked: true } } as never;
  fakeApi({ ...lists, "GET /api/box/connections": [boxConnection({ site: "cellar" }, observed)], [declared]: [vmware, box] });
  const { user } = renderApp(listPath("box"));
  const card = within(await screen.findByRole("article", { name: "Cellar" }));
  const tabs = within(screen.getByRole("navigation", { name: "Platforms" }));
  expect(tabs.getAllByRole("link").map((link) => link.textContent)).toEqual(["VMware", "Box", "TrueNAS soon", "Proxmox soon"]);
  expect(tabs.getByRole("link", { name: "Box" })).toHaveAttribute("aria-current", "page");
  expect(document.title).toBe("Box connections · Pulse");
  expect(screen.getByRole("link", { name: "Add box" })).toBeVisible();
  expect(card.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["3 lids"]);
  await user.click(card.getByText("Details"));
  const facts = () => card.getAllByRole("term").map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
  await waitFor(() => expect(facts()).toEqual(expect.arrayContaining(["Site: cellar", "Space: 1.5 KiB", "Locked: yes", "Shelves: 4"])));
});
