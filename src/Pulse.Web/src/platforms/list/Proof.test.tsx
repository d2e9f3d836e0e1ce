import { screen, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { connection } from "../../testing/connections";
import { fakeApi } from "../../testing/fakeApi";
import { renderApp } from "../../testing/renderApp";
import { listPath } from "../platformConnectionsModel";
import { proofWords } from "./Proof";

it("stands in the details, with the page that says by what", async () => {
  fakeApi({ "GET /api/vmware/connections": [connection()] });
  const { user } = renderApp(listPath("vmware"));
  const card = within(await screen.findByRole("article", { name: "Lab vCenter" }));
  await user.click(card.getByText("Details"));
  const proof = (await card.findByText("Proof")).nextElementSibling as HTMLElement;
  expect(proof).toHaveTextContent("tested against a simulated vCenter, not proven on a real one.");
  expect(within(proof).getByRole("link", { name: "What is proven" })).toHaveAttribute("href", "/api/vmware/proof");
});

it("is left out for a platform that says nothing about it", async () => {
  fakeApi({ "GET /api/vmware/connections": [connection({ proof: null })] });
  const { user } = renderApp(listPath("vmware"));
  const card = within(await screen.findByRole("article", { name: "Lab vCenter" }));
  await user.click(card.getByText("Details"));
  expect(await card.findByText("System ID")).toBeVisible();
  expect(card.queryByText("Proof")).toBeNull();
});

it.each([
  ["documented_only", null, "not proven."],
  ["simulated", null, "not proven on a real one."],
  ["proven", "2027-02-01", "proven on a real vCenter on 1 Feb 2027."],
] as const)("says of the level %s no more than it means", (level, provenOn, words) => {
  expect(proofWords({ release: "9.1.0.0", level, provenOn, page: "" }, "vCenter").endsWith(words)).toBe(true);
});

it("says so before the release is known", () => {
  expect(proofWords({ release: null, level: "documented_only", provenOn: null, page: "" }, "vCenter")).toBe(
    "The release is not known yet: not proven.",
  );
});
