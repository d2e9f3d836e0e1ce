import { createMemo, createSignal, For, Show } from "solid-js";
import type { RecentAttempt } from "../../api/connections";
import { exact, took } from "../../ui/time";
import styles from "./AttemptBar.module.css";
import { stateLooks } from "./pollStates";

const slots = 30;
const slotWidth = 8;
const beatWidth = 6;
const height = 28;
const lowest = 7;

interface Beat {
  path: string;
  outcome: RecentAttempt["outcome"];
}

/** The last 30 attempts: one bar each, its height by duration, its colour and pattern by outcome, the newest on the right. */
export function AttemptBar(props: { attempts: readonly RecentAttempt[] }) {
  const [pointed, setPointed] = createSignal<number | null>(null);
  const shown = () => props.attempts.slice(-slots);

  // One path for each outcome, not one element for each attempt: the page may have a thousand bars.
  const beats = createMemo<Beat[]>(() => {
    const longest = Math.max(1, ...shown().map((attempt) => attempt.durationMs));
    const first = slots - shown().length;
    const paths = new Map<RecentAttempt["outcome"], string>();
    for (const [index, attempt] of shown().entries()) {
      // The root keeps one slow attempt from making all others flat.
      const tall = Math.round(lowest + (height - lowest) * Math.sqrt(attempt.durationMs / longest));
      const beat = `M${(first + index) * slotWidth} ${height}v-${tall}h${beatWidth}v${tall}z`;
      paths.set(attempt.outcome, (paths.get(attempt.outcome) ?? "") + beat);
    }
    return [...paths].map(([outcome, path]) => ({ outcome, path }));
  });

  const attemptAt = (slot: number): RecentAttempt | undefined => shown()[slot - (slots - shown().length)];
  const point = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(Math.min(slots - 1, Math.floor(((event.clientX - box.left) / box.width) * slots)));
  };
  const readout = () => {
    const slot = pointed();
    const attempt = slot === null ? undefined : attemptAt(slot);
    return attempt && `${stateLooks[attempt.outcome].word}, ${took(attempt.durationMs)}, ${exact(attempt.at)}`;
  };

  return (
    <span class={styles.bar}>
      <svg
        role="img"
        aria-label={describe(shown())}
        width={slots * slotWidth}
        height={height}
        viewBox={`0 0 ${slots * slotWidth} ${height}`}
        onPointerMove={point}
        onPointerLeave={() => setPointed(null)}
      >
        <path class={styles.ground} d={`M0 ${height - 1}h${slots * slotWidth - 2}`} />
        <For each={beats()}>
          {(beat) => (
            <path class={styles[beat.outcome]} d={beat.path} fill={beat.outcome === "healthy" ? undefined : `url(#beat-${beat.outcome})`} />
          )}
        </For>
      </svg>
      <Show when={readout()}>
        <span class={styles.readout} aria-hidden="true">
          {readout()}
        </span>
      </Show>
    </span>
  );
}

/** The content of the bar in one sentence. The table in the details of a connection lists each attempt. */
function describe(attempts: readonly RecentAttempt[]): string {
  if (attempts.length === 0) {
    return "No attempt yet";
  }
  const parts = (["healthy", "degraded", "failing"] as const)
    .map((outcome) => ({ outcome, count: attempts.filter((attempt) => attempt.outcome === outcome).length }))
    .filter((part) => part.count > 0)
    .map((part) => `${part.count} ${part.outcome}`);
  return `Last ${attempts.length === 1 ? "attempt" : `${attempts.length} attempts`}: ${parts.join(", ")}`;
}

/** The patterns of all bars. Add them once to a page with bars. */
export const BeatPatterns = () => (
  <svg class="visually-hidden" aria-hidden="true">
    <defs>
      <pattern id="beat-failing" class={styles.failing} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" opacity="0.45" />
        <rect width="2" height="4" />
      </pattern>
      <pattern id="beat-degraded" class={styles.degraded} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" opacity="0.45" />
        <circle cx="2" cy="2" r="1.2" />
      </pattern>
    </defs>
  </svg>
);
