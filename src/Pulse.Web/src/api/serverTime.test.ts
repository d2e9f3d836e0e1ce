import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inServerTime, noteServerTime, watchNow } from "./serverTime";

const start = Date.parse("2026-05-04T10:00:00Z");
const at = (seconds: number) => new Date(start + seconds * 1_000).toUTCString();

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  noteServerTime(new Date().toUTCString());
  vi.useRealTimers();
});

const watch = () => createRoot((end) => ({ now: watchNow(), end }));

it("goes by the clock of Pulse where it differs from this one", () => {
  noteServerTime(at(90));
  const { now, end } = watch();
  expect(now()).toBe(start + 90_000);
  noteServerTime(at(-300));
  expect(now()).toBe(start - 300_000);
  end();
});

it("takes a difference of less than two seconds for none", () => {
  noteServerTime(at(1));
  const { now, end } = watch();
  expect(now()).toBe(start);
  noteServerTime(at(60));
  noteServerTime(at(-1));
  expect(now()).toBe(start);
  end();
});

it("keeps what it knows when an answer has no time, or one without sense", () => {
  noteServerTime(at(60));
  noteServerTime(null);
  noteServerTime("yesterday");
  const { now, end } = watch();
  expect(now()).toBe(start + 60_000);
  end();
});

it("moves on every second while somebody watches, with one timer for all", () => {
  const first = watch();
  const second = watch();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(3_000);
  expect([first.now(), second.now()]).toEqual([start + 3_000, start + 3_000]);
  first.end();
  vi.advanceTimersByTime(1_000);
  expect(second.now()).toBe(start + 4_000);
  second.end();
  expect(vi.getTimerCount()).toBe(0);
});

it("shows the time now to who begins to watch after a pause", () => {
  watch().end();
  vi.setSystemTime(start + 60_000);
  const { now, end } = watch();
  expect(now()).toBe(start + 60_000);
  end();
});

it("tells a moment of this machine by the clock of Pulse, so that its age is right", () => {
  noteServerTime(at(90));
  expect(inServerTime(start)).toBe(new Date(start + 90_000).toISOString());
});
