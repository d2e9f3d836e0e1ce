const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its largest unit: `12 s`, `14 min`, `3 h`, `2 days`. */
export function duration(ms: number): string {
  const length = Math.abs(ms);
  if (length < minute) {
    return `${Math.round(length / second) === 60 ? 59 : Math.round(length / second)} s`;
  }
  if (length < hour) {
    return `${Math.floor(length / minute)} min`;
  }
  if (length < 2 * day) {
    return `${Math.floor(length / hour)} h`;
  }
  return `${Math.floor(length / day)} days`;
}

/** The time since a moment, or until a moment, in words. */
export function relative(at: string, now: number): string {
  const distance = Date.parse(at) - now;
  if (Math.abs(distance) < second) {
    return "now";
  }
  return distance < 0 ? `${duration(distance)} ago` : `in ${duration(distance)}`;
}

/** The local date and time, and the same in UTC if it differs, to compare it with a log. */
export function exact(at: string): string {
  const time = new Date(at);
  const local = time.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
  return time.getTimezoneOffset() === 0 ? `${local} UTC` : `${local} (${time.toISOString().slice(0, 19).replace("T", " ")} UTC)`;
}

/** The day, for a time that is months away. */
export const dateOnly = (at: string): string => new Date(at).toLocaleDateString("en-GB", { dateStyle: "medium" });

/** A duration: `41 ms`, `1.2 s`. */
export const took = (ms: number): string => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`);

/** An interval: `60 s`, `5 min`, `1 h`. */
export function cadence(seconds: number): string {
  if (seconds % 3_600 === 0) {
    return `${seconds / 3_600} h`;
  }
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} min` : `${seconds} s`;
}
