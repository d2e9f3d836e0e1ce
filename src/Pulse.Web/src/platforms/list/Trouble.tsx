import { For, Match, Show, Switch } from "solid-js";
import type { Connection, ObservedIssue } from "../../api/connections";
import { isolated } from "../../ui/isolated";
import { Notice } from "../../ui/Notice";
import styles from "./ConnectionCard.module.css";

/** The problem and its remedy; nothing if there is no problem. */
export function Trouble(props: { connection: Connection }) {
  const poll = () => props.connection.poll;
  const issues = () => props.connection.observed?.issues ?? [];
  return (
    <Switch>
      <Match when={poll().state === "suspended" || poll().lastError}>
        <Notice tone="error" title={poll().lastError?.message ?? poll().suspendedReason}>
          {/* The failure of an unreadable secret already explains why Pulse does not poll. */}
          <Show when={poll().lastError && poll().lastError?.category !== "secret_unreadable" && poll().suspendedReason}>
            <p>{poll().suspendedReason}</p>
          </Show>
          <Show when={poll().lastError}>{(error) => <p>{error().remedy}</p>}</Show>
        </Notice>
      </Match>
      <Match when={poll().state === "degraded" && issues().length > 0}>
        <Notice tone="warning" title={issues().length === 1 ? undefined : `${issues().length} things could not be read`}>
          <ul class={styles.issues}>
            <For each={issues()}>{(issue) => <li>{sentenceOf(issue)}</li>}</For>
          </ul>
        </Notice>
      </Match>
    </Switch>
  );
}

/** An issue names up to three objects, and gives the number of the others. */
function sentenceOf(issue: ObservedIssue): string {
  const names = issue.names.filter((name) => !issue.message.includes(name));
  if (names.length === 0) {
    return issue.message;
  }
  const more = issue.count - issue.names.length;
  return `${issue.message} (${names.map(isolated).join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}
