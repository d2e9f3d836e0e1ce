import { createSignal, onCleanup } from "solid-js";

// Pulse's times are shown as "12 s ago". With the clock of this machine that would be wrong by the difference of the two clocks. The
// Date header has whole seconds and the answer took some time, so a small difference is ignored.
const toleranceMs = 2_000;
const [offset, setOffset] = createSignal(0);

/** Reads from the `Date` header of an answer how far the clock of Pulse is ahead of this one. */
export function noteServerTime(date: string | null): void {
  const server = date ? Date.parse(date) : Number.NaN;
  if (!Number.isNaN(server)) {
    const ahead = server - Date.now();
    setOffset(Math.abs(ahead) < toleranceMs ? 0 : ahead);
  }
}

/** A time of this machine's clock, converted to Pulse's clock. */
export const inServerTime = (ms: number): string => new Date(ms + offset()).toISOString();

const [tick, setTick] = createSignal(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The time by Pulse's clock in milliseconds, updated every second while it is in use. */
export function watchNow(): () => number {
  watchers++;
  if (watchers === 1) {
    setTick(Date.now());
    timer = setInterval(() => setTick(Date.now()), 1_000);
  }
  onCleanup(() => {
    watchers--;
    if (watchers === 0) {
      clearInterval(timer);
    }
  });
  return () => tick() + offset();
}
