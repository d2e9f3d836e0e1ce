import { createSignal, onCleanup } from "solid-js";

// Pulse's times are shown as "12 s ago": by the clock of this machine that would be wrong by as much as the two differ. The
// Date header has whole seconds and the answer took its way, so a small difference is none.
const toleranceMs = 2_000;
const [offset, setOffset] = createSignal(0);

/** Learns from the `Date` header of an answer how far the clock of Pulse is ahead of this one. */
export function noteServerTime(date: string | null): void {
  const server = date ? Date.parse(date) : Number.NaN;
  if (!Number.isNaN(server)) {
    const ahead = server - Date.now();
    setOffset(Math.abs(ahead) < toleranceMs ? 0 : ahead);
  }
}

/** A moment of this machine's clock, by Pulse's clock. */
export const inServerTime = (ms: number): string => new Date(ms + offset()).toISOString();

const [tick, setTick] = createSignal(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The time by Pulse's clock in milliseconds, moving on every second as long as somebody watches. */
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
