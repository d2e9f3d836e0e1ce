import Ellipsis from "lucide-solid/icons/ellipsis";
import { createMemo, createUniqueId, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { Button } from "../../ui/Button";
import { isolated } from "../../ui/isolated";
import { Menu } from "../../ui/Menu";
import { RelativeTime } from "../../ui/RelativeTime";
import { cadence } from "../../ui/time";
import { AttemptBar } from "./AttemptBar";
import styles from "./ConnectionCard.module.css";
import { ConnectionDetails } from "./ConnectionDetails";
import { Contribution } from "./Contribution";
import { choicesFor, useConnectionActions } from "./connectionActions";
import { endpointOf, likelyAction } from "./listModel";
import { StateBadge } from "./StateBadge";
import { TransportMark } from "./TransportMark";
import { Trouble } from "./Trouble";

interface CardProps {
  connection: Connection;
  platform: Platform;
  /** Whether the details are open. */
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** One connection: whether it works, since when, and the remedy. */
export function ConnectionCard(props: CardProps) {
  const actions = useConnectionActions();
  const nameId = createUniqueId();
  const choices = createMemo(() => choicesFor(props.connection, actions));
  const likely = () => (actions.mayWrite() ? choices().find((choice) => choice.name === likelyAction(props.connection)) : undefined);

  const runKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest("input, select, textarea, [role=menu]");
    if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !actions.mayWrite()) {
      return;
    }
    const choice = choices().find((each) => each.key.toLowerCase() === event.key.toLowerCase());
    if (choice) {
      event.preventDefault();
      choice.run(props.connection);
    }
  };

  return (
    <article class={styles.card} aria-labelledby={nameId} onKeyDown={runKey}>
      <header class={styles.header}>
        <StateBadge state={props.connection.poll.state} />
        <div class={styles.who}>
          <h2 id={nameId} class={styles.name}>
            {isolated(props.connection.name)}
          </h2>
          <span class={`${styles.endpoint} mono`}>{endpointOf(props.connection)}</span>
        </div>
        <Show when={actions.mayWrite()}>
          <div class={styles.actions}>
            <Show when={likely()}>
              {(choice) => (
                <Button onClick={() => choice().run(props.connection)}>
                  <Dynamic component={choice().icon} size={16} />
                  {choice().label}
                </Button>
              )}
            </Show>
            <Menu
              icon
              label={`Actions for ${isolated(props.connection.name)}`}
              trigger={<Ellipsis size={18} aria-hidden="true" />}
              items={choices().map((choice) => ({
                label: choice.label,
                icon: choice.icon,
                shortcut: choice.key,
                danger: choice.danger ?? false,
                onSelect: () => choice.run(props.connection),
              }))}
            />
          </div>
        </Show>
      </header>
      <div class={styles.polls}>
        <AttemptBar attempts={props.connection.poll.recent} />
        <Times connection={props.connection} />
      </div>
      <Trouble connection={props.connection} />
      <div class={styles.facts}>
        <Contribution connection={props.connection} platform={props.platform} />
        <p class={styles.system}>
          <Show when={props.connection.observed}>
            {(observed) => (
              <span title={observed().product}>
                {props.platform.noun} {observed().version}
              </span>
            )}
          </Show>
          <TransportMark connection={props.connection} />
        </p>
      </div>
      <details class={styles.details} open={props.open} onToggle={(event) => props.onOpen(event.currentTarget.open)}>
        <summary>Details</summary>
        <Show when={props.open}>
          <ConnectionDetails connection={props.connection} platform={props.platform} />
          <Show when={actions.mayWrite()}>
            <div class={styles.allActions}>
              <For each={choices()}>
                {(choice) => (
                  <Button onClick={() => choice.run(props.connection)} aria-keyshortcuts={choice.key} title={`Key ${choice.key}`}>
                    <Dynamic component={choice.icon} size={16} />
                    {choice.label}
                  </Button>
                )}
              </For>
            </div>
          </Show>
        </Show>
      </details>
    </article>
  );
}

/** The last success, the poll interval, and the next poll. */
function Times(props: { connection: Connection }) {
  const poll = () => props.connection.poll;
  return (
    <p class={styles.times}>
      <span>
        <Show when={poll().lastSuccessAt} fallback="no success yet">
          {(at) => (
            <>
              last success <RelativeTime at={at()} />
            </>
          )}
        </Show>
      </span>
      <Show when={poll().state !== "healthy" && poll().lastFailureAt}>
        {(at) => (
          <span>
            last failure <RelativeTime at={at()} />
          </span>
        )}
      </Show>
      <Show when={poll().consecutiveFailures > 1}>
        <span>{poll().consecutiveFailures} failures in a row</span>
      </Show>
      <span>every {cadence(poll().intervalSeconds)}</span>
      <Show when={poll().nextAttemptAt}>
        {(at) => (
          <span>
            next <RelativeTime at={at()} due />
          </span>
        )}
      </Show>
    </p>
  );
}
