import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect } from "vitest";
import type { Connection } from "../api/connections";
// Loaded late in a browser. Loaded here before the first test, which would otherwise wait for it.
import "../platforms/editor/ConnectionEditor";
import "../ui/LoadedMenu";
import { addPath, editPath } from "../platforms/platformConnectionsModel";
import { connection } from "./connections";
import { fakeApi, type Routes } from "./fakeApi";
import { renderApp } from "./renderApp";

export const list = "GET /api/vmware/connections";
export const create = "POST /api/vmware/connections";
export const change = "PUT /api/vmware/connections/{}";
export const testNew = "POST /api/vmware/connections/test";
export const testSaved = "POST /api/vmware/connections/{}/test";
export const lab = connection();

/** Opens a form at its address, with helpers that use the form like a person. */
export async function open(address: string, title: string, routes: Routes) {
  const api = fakeApi(routes);
  const view = renderApp(address);
  const element = await screen.findByRole("dialog", { name: title });
  await waitFor(() => expect(element).toContainElement(document.activeElement as HTMLElement));
  const dialog = within(element);
  const field = (label: string) => dialog.getByLabelText(label);
  return {
    ...view,
    api,
    dialog,
    field,
    /** Replaces the text of a field. */
    enter: async (label: string, text: string) => {
      await view.user.clear(field(label));
      await view.user.type(field(label), text);
    },
    paste: async (label: string, text: string) => {
      await view.user.clear(field(label));
      await view.user.click(field(label));
      await view.user.paste(text);
    },
    press: (name: string) => view.user.click(dialog.getByRole("button", { name })),
    fault: (label: string, sentence: string | RegExp) =>
      waitFor(() =>
        expect(field(label)).toHaveAccessibleDescription(sentence instanceof RegExp ? sentence : expect.stringContaining(sentence)),
      ),
    closed: () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull()),
  };
}

export const add = (routes: Routes = {}) => open(addPath("vmware"), "Add vCenter", { [list]: [], ...routes });
export const edit = (routes: Routes = {}, saved: Connection = lab) =>
  open(editPath("vmware", saved.id), `Edit ${saved.name}`, { [list]: [saved], ...routes });

/** A new connection with all required values. */
export async function addFilledIn(routes: Routes = {}) {
  const form = await add(routes);
  await form.enter("Name", "Lab");
  await form.paste("Host", "vcsa.lab.example");
  await form.paste("User name", "svc-pulse@vsphere.local");
  await form.paste("Password", "correct horse");
  return form;
}
