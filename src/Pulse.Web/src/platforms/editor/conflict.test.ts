import { describe, expect, it } from "vitest";
import { box, boxConnection } from "../../testing/box";
import { connection, sampleThumbprint } from "../../testing/connections";
import { vmware } from "../../testing/platforms";
import { differencesOf, merge } from "./conflict";
import { type FormValues, valuesOf } from "./formValues";

const base = connection();
const form = (changes: Partial<FormValues> = {}): FormValues => ({ ...valuesOf(base, vmware), ...changes });

describe("what differs", () => {
  it("is nothing when both hold the same", () => {
    expect(differencesOf(base, connection({ name: "Other", version: 4 }), form({ name: " Other " }), vmware)).toEqual([]);
  });

  it("suggests the side that changed the field", () => {
    expect(differencesOf(base, connection({ name: "Theirs" }), form({ host: "mine.example" }), vmware)).toEqual([
      { key: "name", label: "Name", was: "Lab vCenter", theirs: "Theirs", mine: "Lab vCenter", suggested: "theirs", both: false },
      {
        key: "host",
        label: "Host",
        was: "vcsa.lab.example",
        theirs: "vcsa.lab.example",
        mine: "mine.example",
        suggested: "mine",
        both: false,
      },
    ]);
  });

  it("suggests mine where both changed it, and says so", () => {
    const found = differencesOf(base, connection({ pollIntervalSeconds: 300 }), form({ pollIntervalSeconds: "120" }), vmware);
    expect(found).toEqual([
      {
        key: "pollIntervalSeconds",
        label: "Poll interval",
        was: "60 s",
        theirs: "300 s",
        mine: "120 s",
        suggested: "mine",
        both: true,
      },
    ]);
  });

  it("is said in words", () => {
    const theirs = connection({ useHttps: false, port: 80, enabled: false, insecureSkipVerify: true, username: "other" });
    const found = differencesOf(base, theirs, form({ trust: "pin", thumbprint: sampleThumbprint }), vmware);
    expect(found.map((each) => [each.label, each.was, each.theirs, each.mine])).toEqual([
      ["Port", "443", "80", "443"],
      ["HTTPS", "yes", "no", "yes"],
      ["Certificate", "verified", "not verified", `pinned: ${sampleThumbprint}`],
      ["Polled", "yes", "paused", "yes"],
      ["User name", "svc-pulse@vsphere.local", "other", "svc-pulse@vsphere.local"],
    ]);
  });

  it("never holds a password, only that one was entered", () => {
    const found = differencesOf(base, connection(), form({ fields: { ...form().fields, password: "correct horse" } }), vmware);
    expect(found).toMatchObject([{ label: "Password", was: "stored", theirs: "stored", mine: "newly entered", suggested: "mine" }]);
    expect(JSON.stringify(found)).not.toContain("correct horse");
  });
});

describe("the merged form", () => {
  const theirs = connection({ name: "Theirs", host: "theirs.example", certificateThumbprint: sampleThumbprint, username: "other" });
  const mine = form({ name: "Mine", host: "mine.example", fields: { username: "me", password: "new" } });

  it("takes each field from the side that was chosen for it", () => {
    const chosen = { name: "theirs", host: "mine", trust: "theirs", "fields.username": "theirs", "fields.password": "mine" } as const;
    expect(merge(theirs, mine, chosen, vmware)).toEqual({
      ...mine,
      name: "Theirs",
      trust: "pin",
      thumbprint: sampleThumbprint,
      fields: { username: "other", password: "new" },
    });
  });

  it("is mine where nothing was chosen, and theirs where all of it was", () => {
    expect(merge(theirs, mine, {}, vmware)).toEqual(mine);
    const all = Object.fromEntries(differencesOf(base, theirs, mine, vmware).map((each) => [each.key, "theirs" as const]));
    expect(merge(theirs, mine, all, vmware)).toEqual(valuesOf(theirs, vmware));
  });
});

it("names choices and switches as people read them", () => {
  const cellar = boxConnection({ size: "small", watched: true });
  const values = valuesOf(cellar, box);
  const mine = { ...values, fields: { ...values.fields, size: "large", watched: false, pin: "1234" } };
  expect(differencesOf(cellar, cellar, mine, box).map((each) => [each.label, each.theirs, each.mine])).toEqual([
    ["PIN", "none stored", "newly entered"],
    ["Size", "Small box", "Large box"],
    ["Watch the lid", "yes", "no"],
  ]);
});
