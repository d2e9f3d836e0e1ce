import { screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { box, boxConnection } from "../../testing/box";
import { open } from "../../testing/connectionForm";
import type { Routes } from "../../testing/fakeApi";
import { addPath, editPath } from "../platformConnectionsModel";

// The form of a platform that this UI does not know.
const list = "GET /api/box/connections";
const create = "POST /api/box/connections";
const change = "PUT /api/box/connections/{}";
const declared = { "GET /api/platforms": [box] };

const add = (routes: Routes = {}) => open(addPath("box"), "Add box", { ...declared, [list]: [], ...routes });
const edit = (saved: ReturnType<typeof boxConnection>, routes: Routes = {}) =>
  open(editPath("box", saved.id), "Edit Cellar", { ...declared, [list]: [saved], [change]: saved, ...routes });

it("shows texts, secrets, choices and switches as declared, says which are optional, and offers HTTPS only", async () => {
  const { dialog, field } = await add();
  const { options } = field("Size") as HTMLSelectElement;
  expect([...options].map((option) => option.textContent)).toEqual(["Small box", "Large box"]);
  expect(field("Size")).toHaveAccessibleDescription("As it is written on the lid.");
  expect([...(field("Colour (optional)") as HTMLSelectElement).options].map((option) => option.textContent)).toEqual(["None", "Red"]);
  expect(field("Colour (optional)")).toHaveValue("");
  expect(field("Site (optional)")).toHaveValue("");
  expect(field("Key")).toHaveAttribute("type", "password");
  expect(dialog.getByRole("checkbox", { name: /^Watch the lid/ })).toBeChecked();
  expect(dialog.queryByRole("checkbox", { name: "Use HTTPS" })).toBeNull();
  expect(field("Port")).toHaveValue("8443");
  expect(dialog.getByText("once").tagName).toBe("STRONG");
});

it("saves them with the kinds of the API", async () => {
  const { api, user, dialog, enter, field, paste, press, closed } = await add({ [create]: {} });
  await enter("Name", "Cellar");
  await paste("Host", "http://box.cellar.example");
  await paste("Key", "key 1");
  await user.selectOptions(field("Size"), "Large box");
  await user.click(dialog.getByRole("checkbox", { name: /^Watch the lid/ }));
  await press("Save");
  await closed();
  expect(api.to(create).map((call) => call.body)).toEqual([
    expect.objectContaining({
      host: "box.cellar.example",
      port: 8443,
      useHttps: true,
      apiKey: "key 1",
      pin: "",
      site: null,
      size: "large",
      colour: null,
      watched: false,
    }),
  ]);
});

it("says what is wrong once a field was left", async () => {
  const { enter, fault, user } = await add();
  await enter("Site (optional)", "attic/2");
  await user.tab();
  await fault("Site (optional)", "Must not contain '/': it parts a site from its building.");
});

it("keeps, removes or replaces an optional secret, and the focus stays on the field", async () => {
  const { api, dialog, field, press, closed, user } = await edit(boxConnection({ pin: "********" }));
  expect(dialog.getAllByRole("button", { name: "Replace" })).toHaveLength(2);
  expect(dialog.getAllByRole("button", { name: "Remove" })).toHaveLength(1);
  await press("Remove");
  expect(dialog.getByText("Removed when you save")).toBeVisible();
  expect(dialog.getByRole("button", { name: "Keep the stored one" })).toHaveFocus();
  await press("Keep the stored one");
  expect(dialog.queryByText("Removed when you save")).toBeNull();
  await user.click(dialog.getAllByRole("button", { name: "Replace" })[1] as HTMLElement);
  expect(field("PIN (optional)")).toHaveFocus();
  expect(field("PIN (optional)")).toHaveAccessibleDescription("Left empty, the stored one is removed when you save.");
  await user.keyboard("1234");
  expect(field("PIN (optional)")).toHaveAccessibleDescription("Replaces the stored one when you save.");
  await press("Keep the stored one");
  await press("Remove");
  await press("Save");
  await closed();
  expect(api.to(change).map((call) => call.body)).toEqual([{ pin: "" }]);
});

it("passes over no stored value that is not declared any more", async () => {
  const { field } = await edit(boxConnection({ size: "huge" }));
  expect(field("Size")).toHaveValue("huge");
  expect(screen.getByRole("option", { name: "huge" })).toBeInTheDocument();
});
