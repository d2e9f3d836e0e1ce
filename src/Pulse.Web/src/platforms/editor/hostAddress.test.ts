import { expect, it } from "vitest";
import { takeApart } from "./hostAddress";

it.each([
  ["https://vcsa.lab.example", { host: "vcsa.lab.example", useHttps: true }],
  ["https://vcsa.lab.example:8443/ui/#home", { host: "vcsa.lab.example", port: 8443, useHttps: true }],
  ["  HTTP://vcsa.lab.example/?a=b ", { host: "vcsa.lab.example", useHttps: false }],
  ["https://[2001:db8::7]:8443/", { host: "2001:db8::7", port: 8443, useHttps: true }],
  ["[2001:db8::7]:443", { host: "2001:db8::7", port: 443 }],
  ["vcsa.lab.example:9443", { host: "vcsa.lab.example", port: 9443 }],
  ["192.0.2.7:443", { host: "192.0.2.7", port: 443 }],
])("takes apart %s", (text, parts) => {
  expect(takeApart(text)).toEqual(parts);
});

it.each([
  "",
  "vcsa.lab.example",
  "192.0.2.7",
  "2001:db8::7",
  "[2001:db8::7]",
  "vcsa:",
  "vcsa:port",
  "https://",
  "https://admin@vcsa.lab.example",
  "admin@vcsa:443",
  "https://vcsa:123456",
])("leaves as it is: %s", (text) => {
  expect(takeApart(text)).toBeNull();
});
