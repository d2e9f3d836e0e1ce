import { expect, it } from "vitest";
import { isolated } from "./isolated";

it.each(["Lab vCenter", "Zürich", "東京", "Prod ⚠️"])("leaves %s as it is", (name) => {
  expect(isolated(name)).toBe(name);
});

it.each(["שלום", "مركز البيانات", "Lab שלום"])("isolates %s from the sentence around", (name) => {
  expect(isolated(name)).toBe(`\u2068${name}\u2069`);
});

it("takes out what turns the direction of the sentence", () => {
  expect(isolated("a\u202eb\u202c\u2067c\u200f")).toBe("abc");
});
