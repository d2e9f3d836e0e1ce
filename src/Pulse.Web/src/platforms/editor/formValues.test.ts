import { describe, expect, it } from "vitest";
import { box, boxConnection } from "../../testing/box";
import { connection, sampleThumbprint } from "../../testing/connections";
import { vmware } from "../../testing/platforms";
import { draftOf, duplicateOf, emptyValues, type FormValues, patchOf, sendsSecretElsewhere, urlOf, valuesOf } from "./formValues";

const saved = connection();
const form = valuesOf(saved, vmware);

describe("the form", () => {
  it("begins with the defaults of the platform", () => {
    expect(emptyValues(vmware)).toEqual({
      name: "",
      host: "",
      port: "443",
      useHttps: true,
      trust: "verify",
      thumbprint: "",
      pollIntervalSeconds: "60",
      enabled: true,
      fields: { username: "", password: "" },
    });
  });

  it("holds a saved connection, and of its password only that one is stored", () => {
    expect(form.fields).toEqual({ username: "svc-pulse@vsphere.local", password: null });
    expect(valuesOf(connection({ password: null }), vmware).fields.password).toBe("");
    expect(valuesOf(connection({ username: null }), vmware).fields.username).toBe("");
  });

  it("knows how the certificate is judged", () => {
    expect(form.trust).toBe("verify");
    expect(valuesOf(connection({ insecureSkipVerify: true }), vmware).trust).toBe("skip");
    expect(valuesOf(connection({ certificateThumbprint: sampleThumbprint }), vmware)).toMatchObject({
      trust: "pin",
      thumbprint: sampleThumbprint,
    });
  });

  it("of a copy has another name, and no password", () => {
    expect(duplicateOf(saved, vmware)).toEqual({
      ...form,
      name: "Lab vCenter (copy)",
      fields: { username: "svc-pulse@vsphere.local", password: "" },
    });
  });
});

describe("what is sent", () => {
  it("is all of a new connection, without blanks around", () => {
    const values = { ...emptyValues(vmware), name: " Lab ", host: " vcsa ", port: " 8443 ", fields: { username: "u", password: " p " } };
    expect(draftOf(values, vmware)).toEqual({
      name: "Lab",
      host: "vcsa",
      port: 8443,
      useHttps: true,
      insecureSkipVerify: false,
      certificateThumbprint: null,
      enabled: true,
      pollIntervalSeconds: 60,
      username: "u",
      password: " p ",
    });
  });

  it("leaves a faulty number as typed, for Pulse to refuse", () => {
    expect(draftOf({ ...form, port: "44x" }, vmware)).toMatchObject({ port: "44x" });
  });

  it("is nothing when nothing is changed", () => {
    expect(patchOf(form, saved, vmware)).toBeNull();
    expect(patchOf({ ...form, name: " Lab vCenter " }, saved, vmware)).toBeNull();
  });

  it("is only what is changed of a saved connection", () => {
    expect(patchOf({ ...form, name: "Other", port: "8443" }, saved, vmware)).toEqual({ name: "Other", port: 8443 });
    expect(patchOf({ ...form, enabled: false }, saved, vmware)).toEqual({ enabled: false });
    expect(patchOf({ ...form, fields: { ...form.fields, password: "new" } }, saved, vmware)).toEqual({ password: "new" });
  });

  it("is a pin or a skip, and never both", () => {
    expect(patchOf({ ...form, trust: "skip" }, saved, vmware)).toEqual({ insecureSkipVerify: true });
    expect(patchOf({ ...form, trust: "pin", thumbprint: ` ${sampleThumbprint} ` }, saved, vmware)).toEqual({
      certificateThumbprint: sampleThumbprint,
    });
    const pinned = connection({ certificateThumbprint: sampleThumbprint });
    expect(patchOf({ ...valuesOf(pinned, vmware), trust: "skip" }, pinned, vmware)).toEqual({
      insecureSkipVerify: true,
      certificateThumbprint: null,
    });
    expect(patchOf({ ...valuesOf(pinned, vmware), trust: "verify" }, pinned, vmware)).toEqual({ certificateThumbprint: null });
  });

  it("is no certificate at all without HTTPS", () => {
    expect(draftOf({ ...form, useHttps: false, trust: "skip" }, vmware)).toMatchObject({ insecureSkipVerify: false });
    expect(draftOf({ ...form, useHttps: false, trust: "pin", thumbprint: sampleThumbprint }, vmware)).toMatchObject({
      certificateThumbprint: null,
    });
  });

  it("takes a thumbprint for the same however it is written", () => {
    const pinned = connection({ certificateThumbprint: sampleThumbprint });
    const values = { ...valuesOf(pinned, vmware), thumbprint: sampleThumbprint.toLowerCase().replaceAll(":", " ") };
    expect(patchOf(values, pinned, vmware)).toBeNull();
  });
});

describe("a stored password", () => {
  it.each([{ host: "other.example" }, { port: "8443" }, { useHttps: false }])("would go elsewhere with %o", (change) => {
    expect(sendsSecretElsewhere({ ...form, ...change }, saved, vmware)).toBe(true);
    const entered = { ...form, ...change, fields: { ...form.fields, password: "new" } };
    expect(sendsSecretElsewhere(entered, saved, vmware)).toBe(false);
  });

  it("stays where it was entered for when only the rest changes", () => {
    expect(sendsSecretElsewhere({ ...form, name: "Other", host: " vcsa.lab.example " }, saved, vmware)).toBe(false);
  });
});

it("writes the address that the form names", () => {
  expect(urlOf(form)).toBe("https://vcsa.lab.example:443");
  expect(urlOf({ host: "2001:db8::7", port: 80, useHttps: false })).toBe("http://[2001:db8::7]:80");
});

describe("a platform with other kinds of fields", () => {
  const cellar = boxConnection();
  const values = valuesOf(cellar, box);
  const patch = (fields: FormValues["fields"], base = cellar) =>
    patchOf({ ...valuesOf(base, box), fields: { ...valuesOf(base, box).fields, ...fields } }, base, box);

  it("begins with the first choice where one is required, with no choice where none is, and with the switch as declared", () => {
    expect(emptyValues(box).fields).toEqual({ apiKey: "", pin: "", site: "", size: "small", colour: "", watched: true });
    expect(emptyValues(box).port).toBe("8443");
  });

  it("holds what is saved", () => {
    expect(values.fields).toEqual({ apiKey: null, pin: "", site: "", size: "small", colour: "", watched: true });
    expect(valuesOf(boxConnection({ pin: "********", watched: false, colour: "red" }), box).fields).toMatchObject({
      pin: null,
      watched: false,
      colour: "red",
    });
  });

  it("is on HTTPS whatever was stored, where there is nothing else", () => {
    expect(valuesOf({ ...cellar, useHttps: false }, box).useHttps).toBe(true);
    expect(valuesOf({ ...cellar, useHttps: false }, vmware).useHttps).toBe(false);
  });

  it("sends a truth value for a switch, and null for an optional field that is empty", () => {
    expect(draftOf({ ...emptyValues(box), fields: { ...emptyValues(box).fields, apiKey: "k", site: "  " } }, box)).toMatchObject({
      apiKey: "k",
      pin: "",
      site: null,
      size: "small",
      colour: null,
      watched: true,
    });
  });

  it("changes nothing when nothing is changed, and else what is", () => {
    expect(patch({})).toBeNull();
    expect(patch({ watched: false, size: "large", site: "attic" })).toEqual({ watched: false, size: "large", site: "attic" });
    expect(patch({ site: "", colour: "" }, boxConnection({ site: "attic", colour: "red" }))).toEqual({ site: null, colour: null });
  });

  it("keeps, replaces or removes an optional secret", () => {
    const withPin = boxConnection({ pin: "********" });
    expect(patch({}, withPin)).toBeNull();
    expect(patch({ pin: "1234" }, withPin)).toEqual({ pin: "1234" });
    expect(patch({ pin: "" }, withPin)).toEqual({ pin: "" });
  });
});
