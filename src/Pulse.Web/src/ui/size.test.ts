import { expect, it } from "vitest";
import { bytes } from "./size";

it.each([
  [0, "0 B"],
  [1023, "1,023 B"],
  [1024, "1 KiB"],
  [1536 * 1024 ** 3, "1.5 TiB"],
  [1024 ** 4, "1 TiB"],
  [2 ** 70, "1,024 EiB"],
])("writes %d bytes as %s", (count, text) => {
  expect(bytes(count)).toBe(text);
});
