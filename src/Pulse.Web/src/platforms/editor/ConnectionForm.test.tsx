import { screen, waitFor } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { secretMask } from "../../api/connections";
import { add, addFilledIn, change, create, edit, lab, list, open, testNew } from "../../testing/connectionForm";
import { connection, sampleThumbprint, untrustedReport } from "../../testing/connections";
import { faults, noAnswer, refusal } from "../../testing/fakeApi";
import { testAnswer } from "../../testing/streamed";
import { duplicatePath, listPath } from "../platformConnectionsModel";

it("says first what the platform wants to be known", async () => {
  const { dialog } = await add();
  const notes = dialog.getAllByRole("listitem").map((item) => item.textContent);
  expect(notes).toContain("ESXi hosts are not connected directly: enter the vCenter that manages them.");
  expect(notes).toContain("No agent has to be installed: Pulse reads everything over the API of the vCenter.");
});

describe("the endpoint", () => {
  it("is taken from a pasted URL", async () => {
    const { field, paste, dialog } = await add();
    await paste("Host", "http://vcsa.lab.example:8080/ui/");
    expect(field("Host")).toHaveValue("vcsa.lab.example");
    expect(field("Port")).toHaveValue("8080");
    expect(dialog.getByRole("checkbox", { name: "Use HTTPS" })).not.toBeChecked();
    await paste("Host", "https://other.example");
    expect(field("Host")).toHaveValue("other.example");
    expect(field("Port")).toHaveValue("443");
    expect(dialog.getByRole("checkbox", { name: "Use HTTPS" })).toBeChecked();
  });

  it("is taken from a URL with the host that stands there already", async () => {
    const { field, user } = await edit();
    const host = field("Host") as HTMLInputElement;
    await user.click(host);
    host.select();
    await user.paste("https://vcsa.lab.example:8443/");
    expect(host).toHaveValue("vcsa.lab.example");
    expect(field("Port")).toHaveValue("8443");
  });

  it("is taken from host:port once the field is left", async () => {
    const { field, enter, user } = await add();
    await enter("Host", "vcsa.lab.example:9443");
    expect(field("Host")).toHaveValue("vcsa.lab.example:9443");
    expect(field("Port")).toHaveValue("443");
    await user.tab();
    expect(field("Host")).toHaveValue("vcsa.lab.example");
    expect(field("Port")).toHaveValue("9443");
  });

  it("has the usual port with and without HTTPS, and keeps another one", async () => {
    const { field, enter, user, dialog } = await add();
    const https = dialog.getByRole("checkbox", { name: "Use HTTPS" });
    await user.click(https);
    expect(field("Port")).toHaveValue("80");
    await user.click(https);
    expect(field("Port")).toHaveValue("443");
    await enter("Port", "8443");
    await user.click(https);
    expect(field("Port")).toHaveValue("8443");
  });
});

describe("what is wrong", () => {
  it("is said when a field is left, and not before", async () => {
    const { field, enter, user, fault } = await add();
    await enter("Host", "vcsa lab");
    expect(field("Host")).not.toHaveAttribute("aria-invalid");
    await user.tab();
    await fault("Host", "Enter a DNS name or an IP address.");
    await enter("Port", "70000");
    await user.tab();
    await fault("Port", "Must be a whole number from 1 to 65535.");
    expect(field("Name")).not.toHaveAttribute("aria-invalid");
    await enter("Host", "vcsa");
    expect(field("Host")).not.toHaveAttribute("aria-invalid");
  });

  it("is said of all fields on saving, leads to the first, and sends nothing", async () => {
    const { field, fault, press, api, dialog } = await add();
    await press("Save");
    for (const label of ["Name", "Host", "User name", "Password"]) {
      await fault(label, "Required.");
    }
    await waitFor(() => expect(field("Name")).toHaveFocus());
    expect(dialog.getAllByText("Required.")).toHaveLength(4);
    expect(api.to(create)).toEqual([]);
  });

  it("needs no name for a test", async () => {
    const { field, fault, press, api } = await add();
    await press("Test");
    await fault("Host", "Required.");
    expect(field("Name")).not.toHaveAttribute("aria-invalid");
    await waitFor(() => expect(field("Host")).toHaveFocus());
    expect(api.to(testNew)).toEqual([]);
  });

  it("that Pulse finds is said at its field until the field is changed", async () => {
    const { user, field, fault, press } = await addFilledIn({
      [create]: faults({ host: ["Is a loopback address."], certificateThumbprint: ["Is odd."], username: ["Is unknown."] }),
    });
    await press("Save");
    await fault("Host", "Is a loopback address.");
    await fault("User name", "Is unknown.");
    await waitFor(() => expect(field("Host")).toHaveFocus());
    await user.type(field("Host"), "x");
    expect(field("Host")).not.toHaveAccessibleDescription(expect.stringContaining("Is a loopback address."));
    await fault("User name", "Is unknown.");
  });

  it("is said at the name when another connection has it", async () => {
    const { dialog, fault, press, field } = await addFilledIn({
      [create]: refusal(409, "name_taken", "The name is taken.", { detail: "Another connection is named 'Lab'." }),
    });
    await press("Save");
    await fault("Name", "Another connection is named 'Lab'.");
    await waitFor(() => expect(field("Name")).toHaveFocus());
    expect(dialog.queryByRole("alert")).toBeNull();
  });

  it("is said at the host when another connection goes there", async () => {
    const { fault, press } = await addFilledIn({
      [create]: refusal(409, "endpoint_taken", "The endpoint is taken.", { detail: "'Primary' goes there.", connectionId: "one" }),
    });
    await press("Save");
    await fault("Host", "'Primary' goes there.");
  });

  it("is said in the dialog when it is about no field, and what was entered stays", async () => {
    const { dialog, field, press, api, closed } = await addFilledIn({ [create]: noAnswer() });
    await press("Save");
    expect(await dialog.findByRole("alert")).toHaveTextContent(/Not saved.*Pulse does not answer\. Check that Pulse runs/);
    expect(field("Password")).toHaveValue("correct horse");
    api.set(create, lab);
    await press("Save");
    await closed();
  });
});

describe("saving", () => {
  it("sends a new connection, and leads back to the list", async () => {
    const { api, press, closed, address, queries } = await addFilledIn({ [create]: lab });
    api.set(list, [lab]);
    await press("Save");
    await closed();
    expect(api.to(create).map((call) => call.body)).toEqual([
      {
        name: "Lab",
        host: "vcsa.lab.example",
        port: 443,
        useHttps: true,
        insecureSkipVerify: false,
        certificateThumbprint: null,
        enabled: true,
        pollIntervalSeconds: 60,
        username: "svc-pulse@vsphere.local",
        password: "correct horse",
      },
    ]);
    expect(await screen.findByRole("article", { name: lab.name })).toBeVisible();
    expect(address()).toBe(listPath("vmware"));
    const kept = [...queries.getQueryCache().getAll(), ...queries.getMutationCache().getAll()].map((each) => each.state);
    expect(JSON.stringify(kept)).not.toContain("correct horse");
  });

  it("sends only what is changed of a saved one, and which version that was", async () => {
    const { api, enter, user, dialog, press, closed } = await edit({ [change]: lab });
    await enter("Poll interval in seconds", "300");
    expect(dialog.getByText(/That is every 5 min\./)).toBeVisible();
    await user.click(dialog.getByRole("checkbox", { name: /^Poll this connection/ }));
    await press("Save");
    await closed();
    const [call] = api.to(change);
    expect([call?.parts, call?.body, call?.headers.get("If-Match")]).toEqual([
      [lab.id],
      { pollIntervalSeconds: 300, enabled: false },
      '"3"',
    ]);
  });

  it("sends nothing when nothing is changed", async () => {
    const { api, press, closed } = await edit();
    await press("Save");
    await closed();
    expect(api.to(change)).toEqual([]);
  });

  it("sends a copy as a new connection, with everything but the password", async () => {
    const saved = connection({ port: 8443, certificateThumbprint: sampleThumbprint, pollIntervalSeconds: 300, enabled: false });
    const { api, field, enter, fault, press, closed, dialog } = await open(duplicatePath("vmware", saved.id), "Add vCenter", {
      [list]: [saved],
      [create]: saved,
    });
    expect(field("Name")).toHaveValue("Lab vCenter (copy)");
    expect(field("Password")).toHaveValue("");
    expect(dialog.queryByText("Stored")).toBeNull();
    await press("Save");
    await fault("Password", "Required.");
    await enter("Password", "another");
    await press("Save");
    await closed();
    expect(api.to(create)[0]?.body).toMatchObject({
      name: "Lab vCenter (copy)",
      port: 8443,
      certificateThumbprint: sampleThumbprint,
      pollIntervalSeconds: 300,
      enabled: false,
      password: "another",
    });
    expect(JSON.stringify(api.calls.map((call) => call.body))).not.toContain(secretMask);
  });

  it("is possible once only at a time", async () => {
    const { api, user, dialog } = await addFilledIn({ [create]: () => new Promise(() => {}) });
    const save = dialog.getByRole("button", { name: "Save" });
    await user.click(save);
    await user.click(save);
    await waitFor(() => expect(api.to(create)).toHaveLength(1));
    expect(save).toHaveAttribute("aria-disabled", "true");
  });
});

describe("the password", () => {
  it("is stored until it is replaced, and can be kept after all", async () => {
    const { user, dialog, field, press, api, closed } = await edit({ [change]: lab });
    expect(field("Password")).toHaveTextContent("Stored");
    await press("Replace");
    await waitFor(() => expect(field("Password")).toHaveFocus());
    expect(field("Password")).toHaveAccessibleDescription(/Replaces the stored one when you save\./);
    await user.keyboard("new one");
    await press("Keep the stored one");
    expect(field("Password")).toHaveTextContent("Stored");
    await press("Replace");
    expect(field("Password")).toHaveValue("");
    await user.type(field("Password"), "another one");
    expect(dialog.queryByText("another one")).toBeNull();
    await press("Save");
    await closed();
    expect(api.to(change).map((call) => call.body)).toEqual([{ password: "another one" }]);
  });

  it("is shown only to who asks for it", async () => {
    const { user, field, dialog } = await add();
    await user.type(field("Password"), "correct horse");
    expect(field("Password")).toHaveAttribute("type", "password");
    const show = dialog.getByRole("button", { name: "Show the password" });
    await user.click(show);
    expect(field("Password")).toHaveAttribute("type", "text");
    expect(show).toHaveAttribute("aria-pressed", "true");
    await user.click(show);
    expect(field("Password")).toHaveAttribute("type", "password");
  });

  it("has to be entered where none is stored", async () => {
    const { field, fault, press, api, dialog } = await edit({}, connection({ password: null }));
    expect(field("Password")).toHaveValue("");
    expect(dialog.queryByRole("button", { name: "Keep the stored one" })).toBeNull();
    await press("Save");
    await fault("Password", "Required.");
    expect(api.to(change)).toEqual([]);
  });

  it("that Pulse wants again is asked for at its field", async () => {
    const { enter, dialog, user, press } = await edit({
      [change]: refusal(409, "secret_reentry_required", "Enter the password again.", { detail: "The endpoint is another one." }),
    });
    await enter("Name", "Other");
    await press("Save");
    expect(await dialog.findByText("The endpoint is another one.")).toBeVisible();
    await press("Replace");
    await user.keyboard("x");
    await waitFor(() => expect(dialog.queryByText("The endpoint is another one.")).toBeNull());
  });
});

describe("the certificate", () => {
  it("is marked as unsafe where it is not verified, and so is plain HTTP", async () => {
    const { user, dialog } = await add();
    await user.click(dialog.getByRole("radio", { name: /^Skip \(unsafe\)/ }));
    expect(dialog.getByText(/An attacker on the network can read the password/)).toBeVisible();
    await user.click(dialog.getByRole("checkbox", { name: "Use HTTPS" }));
    expect(dialog.queryByText(/An attacker on the network can read the password/)).toBeNull();
    expect(dialog.getByText("Without HTTPS the password travels in clear text to the vCenter.")).toBeVisible();
    expect(dialog.getByRole("radio", { name: /^Verify/ })).toBeDisabled();
  });

  it("needs its thumbprint for saving a pin, and not for the test that shows it", async () => {
    const { user, api, dialog, field, fault, press, closed } = await addFilledIn({
      [testNew]: () => testAnswer(untrustedReport()),
      [create]: lab,
    });
    await user.click(dialog.getByRole("radio", { name: /^Pin/ }));
    await press("Save");
    await fault("Thumbprint", "Enter it, or test and trust the certificate that the test shows.");
    await press("Test");
    await user.click(await dialog.findByRole("button", { name: "Trust this certificate" }));
    expect(field("Thumbprint")).toHaveValue(sampleThumbprint);
    expect(field("Thumbprint")).not.toHaveAttribute("aria-invalid");
    expect(dialog.getByText("This certificate is pinned.")).toBeVisible();
    await press("Save");
    await closed();
    expect(api.to(testNew)[0]?.body).toMatchObject({ certificateThumbprint: null, insecureSkipVerify: false });
    expect(api.to(create)[0]?.body).toMatchObject({ certificateThumbprint: sampleThumbprint, insecureSkipVerify: false });
  });

  it("that Pulse refuses is said at its thumbprint until it is changed", async () => {
    const pinned = connection({ certificateThumbprint: sampleThumbprint });
    const { enter, user, field, fault, press } = await edit({ [change]: faults({ certificateThumbprint: ["Is too weak."] }) }, pinned);
    await enter("Thumbprint", "AB ".repeat(20));
    await press("Save");
    await fault("Thumbprint", "Is too weak.");
    await user.type(field("Thumbprint"), "{Backspace}");
    expect(field("Thumbprint")).not.toHaveAttribute("aria-invalid");
  });
});
