import { describe, expect, it } from "vitest";
import type { Connection } from "../../api/connections";
import { box, boxConnection } from "../../testing/box";
import { connection, sampleThumbprint } from "../../testing/connections";
import { vmware } from "../../testing/platforms";
import { emptyValues, type FormValues, valuesOf } from "./formValues";
import { errorsOf } from "./validation";

const valid = valuesOf(connection(), vmware);
const errors = (changes: Partial<FormValues>, saving = true) => errorsOf({ ...valid, ...changes }, vmware, saving);

it("finds nothing wrong with a saved connection", () => {
  expect(errors({})).toEqual({});
});

it("asks for all that a new connection needs, and for testing not for its name", () => {
  const required = { host: ["Required."], username: ["Required."], password: ["Required."] };
  expect(errorsOf(emptyValues(vmware), vmware, true)).toEqual({ name: ["Required."], ...required });
  expect(errorsOf(emptyValues(vmware), vmware, false)).toEqual(required);
});

it.each([
  ["ldap://vcsa.lab.example", "A URL must begin with https:// or http://."],
  ["https://admin@vcsa.lab.example", "Leave the user name out of the host."],
  ["admin@vcsa.lab.example", "Leave the user name out of the host."],
  ["vcsa lab", "Enter a DNS name or an IP address."],
  ["::1:21050", "Write an IPv6 address with a port in brackets, for example [2001:db8::7]:443."],
  ["   ", "Required."],
])("says of the host %s: %s", (host, sentence) => {
  expect(errors({ host })).toEqual({ host: [sentence] });
});

it.each(["vcsa", "192.0.2.7", "2001:db8::7", " vcsa.lab.example ", "https://vcsa.lab.example/ui@home", "vcsa.lab.example/ui"])(
  "takes the host %s",
  (host) => {
    expect(errors({ host })).toEqual({});
  },
);

describe("numbers", () => {
  it.each(["0", "65536", "-1", "44.3", "", "port", "1e3"])("has no port %s", (port) => {
    expect(errors({ port })).toEqual({ port: ["Must be a whole number from 1 to 65535."] });
  });

  it.each(["1", "65535", " 443 "])("has the port %s", (port) => {
    expect(errors({ port })).toEqual({});
  });

  it("polls every 10 seconds to once a day", () => {
    const sentence = ["Must be a whole number from 10 to 86400."];
    expect(["9", "10", "86400", "86401"].map((seconds) => errors({ pollIntervalSeconds: seconds }).pollIntervalSeconds)).toEqual([
      sentence,
      undefined,
      undefined,
      sentence,
    ]);
  });
});

it("limits the lengths, blanks around not counted", () => {
  expect(errors({ name: ` ${"n".repeat(100)} ` })).toEqual({});
  expect(errors({ name: "n".repeat(101) })).toEqual({ name: ["Must have at most 100 characters."] });
  expect(errors({ fields: { username: "u".repeat(257), password: "p".repeat(257) } })).toEqual({
    username: ["Must have at most 256 characters."],
    password: ["Must have at most 256 characters."],
  });
});

it("takes a password of blanks, and keeps the stored one without a word", () => {
  expect(errors({ fields: { username: "u", password: "   " } })).toEqual({});
  expect(errors({ fields: { username: "u", password: null } })).toEqual({});
  expect(errors({ fields: { username: "u", password: "" } })).toEqual({ password: ["Required."] });
  expect(errors({ fields: { username: "  ", password: null } })).toEqual({ username: ["Required."] });
});

describe("the thumbprint of a pin", () => {
  it.each([sampleThumbprint, sampleThumbprint.replaceAll(":", "").toLowerCase(), "ab ".repeat(20), "AB-".repeat(19).concat("AB")])(
    "is SHA-256 or SHA-1 in any way of writing: %s",
    (thumbprint) => {
      expect(errors({ trust: "pin", thumbprint })).toEqual({});
    },
  );

  it("is nothing else", () => {
    const sentence = "Must be 64 hex digits (SHA-256), or 40 (SHA-1); colons and spaces do not matter.";
    expect(errors({ trust: "pin", thumbprint: "AB:CD" })).toEqual({ certificateThumbprint: [sentence] });
    expect(errors({ trust: "pin", thumbprint: "x".repeat(40) })).toEqual({ certificateThumbprint: [sentence] });
    expect(errors({ trust: "pin", thumbprint: "AB:CD" }, false)).toEqual({ certificateThumbprint: [sentence] });
  });

  it("is needed for saving only: a test shows it", () => {
    expect(errors({ trust: "pin", thumbprint: "" })).toEqual({
      certificateThumbprint: ["Enter it, or test and trust the certificate that the test shows."],
    });
    expect(errors({ trust: "pin", thumbprint: "" }, false)).toEqual({});
  });

  it("does not matter where nothing is pinned", () => {
    expect(errors({ trust: "skip", thumbprint: "AB:CD" })).toEqual({});
    expect(errors({ trust: "pin", thumbprint: "AB:CD", useHttps: false })).toEqual({});
  });
});

describe("the fields of a platform that declares other kinds", () => {
  const stored = boxConnection({ site: "attic", size: "large" });
  const faults = (fields: FormValues["fields"], base: Connection | null = null) => {
    const values = valuesOf(stored, box);
    return errorsOf({ ...values, fields: { ...values.fields, ...fields } }, box, true, base);
  };

  it("may be empty where they are optional", () => {
    expect(faults({ pin: "", site: " ", colour: "" })).toEqual({});
    expect(faults({ apiKey: "", size: "" })).toEqual({ apiKey: ["Required."], size: ["Required."] });
  });

  it("are limited in length all the same", () => {
    expect(faults({ pin: "123456789", site: "s".repeat(21) })).toEqual({
      pin: ["Must have at most 8 characters."],
      site: ["Must have at most 20 characters."],
    });
  });

  it("hold no character that is forbidden, and the first one found is named with the reason", () => {
    expect(faults({ site: "attic;/2" })).toEqual({ site: ["Must not contain ';': it parts a site from its building."] });
    expect(errors({ fields: { username: "pulse:lab", password: null } })).toEqual({
      username: [expect.stringMatching(/^Must not contain ':': HTTP Basic authentication/)],
    });
  });

  it("hold one of the choices", () => {
    expect(faults({ size: "huge", colour: "blue" })).toEqual({
      size: ["Must be one of: small, large."],
      colour: ["Must be one of: red."],
    });
  });

  it("are no reason to complain while they hold what is stored already", () => {
    const old = boxConnection({ site: "a/b", size: "huge" });
    expect(faults({ site: "a/b", size: "huge" }, old)).toEqual({});
    expect(Object.keys(faults({ site: "a/c", size: "tiny" }, old))).toEqual(["site", "size"]);
  });

  it("take a switch as it is", () => {
    expect(faults({ watched: false })).toEqual({});
  });
});
