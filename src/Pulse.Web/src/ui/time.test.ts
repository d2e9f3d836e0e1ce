import { expect, it } from "vitest";
import { cadence, duration, relative, took } from "./time";

const now = Date.parse("2026-05-04T10:00:00Z");
const minutes = 60_000;

it.each([
  [0, "0 s"],
  [12_000, "12 s"],
  [59_900, "59 s"],
  [1 * minutes, "1 min"],
  [59.9 * minutes, "59 min"],
  [60 * minutes, "1 h"],
  [47 * 60 * minutes, "47 h"],
  [48 * 60 * minutes, "2 days"],
  [90 * 24 * 60 * minutes, "90 days"],
])("says a length of %d ms in its largest unit: %s", (ms, words) => {
  expect(duration(ms)).toBe(words);
  expect(duration(-ms)).toBe(words);
});

it("says how long ago something was, and in how long it will be", () => {
  expect(relative("2026-05-04T09:59:48Z", now)).toBe("12 s ago");
  expect(relative("2026-05-04T10:00:48Z", now)).toBe("in 48 s");
  expect(relative("2026-05-04T10:00:00.400Z", now)).toBe("now");
});

it("says how long something took", () => {
  expect(took(41)).toBe("41 ms");
  expect(took(1_240)).toBe("1.2 s");
});

it.each([
  [30, "30 s"],
  [60, "60 s"],
  [90, "90 s"],
  [300, "5 min"],
  [3_600, "1 h"],
])("says a cadence of %d s as %s", (seconds, words) => {
  expect(cadence(seconds)).toBe(words);
});
