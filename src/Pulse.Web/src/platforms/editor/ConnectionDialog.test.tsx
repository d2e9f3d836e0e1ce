import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { addFilledIn, change, create, edit, lab, list, testNew, testSaved } from "../../testing/connectionForm";
import { connection, testReport } from "../../testing/connections";
import { testAnswer } from "../../testing/streamed";
import { editPath, listPath } from "../platformConnectionsModel";

describe("a stored password that would go elsewhere", () => {
  const question = { name: "Send the stored password to another endpoint?" };

  it("is asked about once for each endpoint", async () => {
    const { user, api, enter, press, closed, dialog } = await edit({ [testSaved]: () => testAnswer(testReport()), [change]: lab });
    await enter("Port", "8443");
    await press("Test");
    let asked = within(await screen.findByRole("alertdialog", question));
    expect(asked.getByText("https://vcsa.lab.example:443")).toBeVisible();
    expect(asked.getByText("https://vcsa.lab.example:8443")).toBeVisible();
    expect(api.to(testSaved)).toEqual([]);
    await user.click(asked.getByRole("button", { name: "Send it" }));
    expect(await dialog.findByText("This connection can be polled")).toBeInTheDocument();
    expect(api.to(testSaved).map((call) => call.body)).toEqual([{ port: 8443 }]);
    await waitFor(() => expect(dialog.getByRole("button", { name: "Test again" })).toBeVisible());
    await press("Test again");
    await waitFor(() => expect(api.to(testSaved)).toHaveLength(2));

    await enter("Host", "other.example");
    await press("Save");
    asked = within(await screen.findByRole("alertdialog", question));
    await user.click(asked.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    expect(api.to(change)).toEqual([]);
    await waitFor(() => expect(dialog.getByRole("button", { name: "Save" })).toBeVisible());
    await press("Save");
    await user.click(within(await screen.findByRole("alertdialog", question)).getByRole("button", { name: "Send it" }));
    await closed();
    expect(api.to(change).map((call) => call.body)).toEqual([{ host: "other.example", port: 8443 }]);
  });

  it("is not asked about when it is replaced", async () => {
    const { user, api, enter, press, closed, field } = await edit({ [change]: lab });
    await enter("Host", "other.example");
    await press("Replace");
    await user.type(field("Password"), "new");
    await press("Save");
    await closed();
    expect(api.to(change).map((call) => call.body)).toEqual([{ host: "other.example", password: "new" }]);
  });
});

describe("the Enter key", () => {
  it("tests first, and saves once that has passed", async () => {
    const { user, api, dialog, field, closed } = await addFilledIn({ [testNew]: () => testAnswer(testReport()), [create]: lab });
    expect(dialog.getByText("These settings are not tested. Saving without a test is possible.")).toBeVisible();
    await user.type(field("Name"), "{Enter}");
    expect(await dialog.findByText("These settings are tested.")).toBeVisible();
    expect(api.to(create)).toEqual([]);
    await user.type(field("Name"), "{Enter}");
    await closed();
    expect(api.to(create)).toHaveLength(1);
  });
});

describe("leaving with unsaved changes", () => {
  const question = { name: "Leave without saving?" };

  it("asks, and stays with what was entered", async () => {
    const { user, enter, field, address, dialog } = await edit();
    await enter("Name", "Other");
    await user.keyboard("{Escape}");
    const asked = within(await screen.findByRole("alertdialog", question));
    expect(asked.getByText("What you have entered is lost.")).toBeVisible();
    await user.click(asked.getByRole("button", { name: "Stay" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    await waitFor(() => expect(dialog.getByRole("button", { name: "Cancel" })).toBeVisible());
    expect(field("Name")).toHaveValue("Other");
    expect(address()).toBe(editPath("vmware", lab.id));
  });

  it("goes when they are not wanted any more", async () => {
    const { user, api, enter, press, closed, address } = await edit();
    await enter("Name", "Other");
    await press("Cancel");
    await user.click(within(await screen.findByRole("alertdialog", question)).getByRole("button", { name: "Discard the changes" }));
    await closed();
    await waitFor(() => expect(address()).toBe(listPath("vmware")));
    expect(api.to(change)).toEqual([]);
  });

  it("asks nothing when nothing is changed, or all of it is taken back", async () => {
    const { user, enter, closed } = await edit();
    await enter("Name", "Other");
    await enter("Name", lab.name);
    await user.keyboard("{Escape}");
    await closed();
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  it("asks when the whole page is left", async () => {
    const { enter } = await edit();
    const leave = () => {
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await enter("Name", "Other");
    expect(leave()).toBe(true);
  });
});

it("keeps what is typed while the list is read anew behind it", async () => {
  const { api, enter, field, queries } = await edit();
  await enter("Name", "Other");
  api.set(list, [connection({ name: "Theirs", id: lab.id, version: 4 })]);
  await queries.invalidateQueries({ queryKey: ["connections"] });
  expect(field("Name")).toHaveValue("Other");
  expect(screen.getByRole("dialog", { name: "Edit Lab vCenter" })).toBeVisible();
});
