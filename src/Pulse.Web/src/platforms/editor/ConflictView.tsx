import { createMemo, createUniqueId, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { RelativeTime } from "../../ui/RelativeTime";
import styles from "./ConflictView.module.css";
import { type Difference, differencesOf, merge, type Side } from "./conflict";
import type { FormValues } from "./formValues";

interface ConflictViewProps {
  platform: Platform;
  /** The values that the form was opened with, and the values that were saved since. */
  base: Connection;
  theirs: Connection;
  mine: FormValues;
  busy: boolean;
  onTheirs: () => void;
  /** Saves these values over the saved ones. */
  onSave: (values: FormValues) => void;
}

/** Another administrator changed the connection: shows the differences, and asks which value to keep. */
export function ConflictView(props: ConflictViewProps) {
  const differences = createMemo(() => differencesOf(props.base, props.theirs, props.mine, props.platform));
  const [chosen, setChosen] = createStore<Record<string, Side>>({});
  const sideOf = (difference: Difference): Side => chosen[difference.key] ?? difference.suggested;
  const merged = () =>
    merge(props.theirs, props.mine, Object.fromEntries(differences().map((each) => [each.key, sideOf(each)])), props.platform);
  return (
    <div class={styles.conflict}>
      <Notice tone="warning" live title="This connection was changed meanwhile">
        <p>
          Version {props.theirs.version} was saved <RelativeTime at={props.theirs.updatedAt} />; you began with version {props.base.version}
          . Nothing of yours is saved yet.
        </p>
      </Notice>
      <Show when={differences().length > 0} fallback={<p>Both are the same now: there is nothing to save.</p>}>
        <table class={styles.table}>
          <caption class="visually-hidden">The differences, and the value to keep</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Was</th>
              <th scope="col">Theirs</th>
              <th scope="col">Mine</th>
            </tr>
          </thead>
          <tbody>
            <For each={differences()}>
              {(difference) => (
                <tr>
                  <th scope="row">
                    {difference.label}
                    <Show when={difference.both}>
                      <span class={styles.both}>both changed</span>
                    </Show>
                  </th>
                  <td data-label="Was">{difference.was}</td>
                  <SideCell difference={difference} side="theirs" chosen={sideOf(difference)} onChoose={setChosen} />
                  <SideCell difference={difference} side="mine" chosen={sideOf(difference)} onChoose={setChosen} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <div class={styles.actions}>
        <Button onClick={props.onTheirs}>Take theirs</Button>
        <Show when={differences().length > 0}>
          <Button busy={props.busy} onClick={() => props.onSave(props.mine)}>
            Save mine
          </Button>
          <Button look="primary" busy={props.busy} onClick={() => props.onSave(merged())}>
            Save the choice above
          </Button>
        </Show>
      </div>
    </div>
  );
}

interface SideCellProps {
  difference: Difference;
  side: Side;
  chosen: Side;
  onChoose: (key: string, side: Side) => void;
}

function SideCell(props: SideCellProps) {
  const id = createUniqueId();
  return (
    <td data-label={props.side === "theirs" ? "Theirs" : "Mine"}>
      <label class={styles.side} for={id}>
        <input
          id={id}
          type="radio"
          name={`side of ${props.difference.key}`}
          checked={props.chosen === props.side}
          onChange={() => props.onChoose(props.difference.key, props.side)}
          aria-label={`${props.difference.label}: ${props.side}, ${props.difference[props.side]}`}
        />
        <span>{props.difference[props.side] || "empty"}</span>
      </label>
    </td>
  );
}
