import { createEffect, createSignal, For, on, onCleanup } from "solid-js";
import type { AuditFilter as Filter } from "../api/access";
import { SelectField, TextField } from "../ui/Field";
import styles from "./AuditTab.module.css";
import { actionKeys, actionWords, outcomeKeys, outcomeLook } from "./accessWords";

interface AuditFilterProps {
  value: Filter;
  onChange: (filter: Filter) => void;
}

const pauseMs = 300;

/** The filter of the trail. The text counts when the typing pauses. */
export function AuditFilter(props: AuditFilterProps) {
  const [text, setText] = createSignal(props.value.text ?? "");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  let sent = props.value.text ?? "";
  // The text differs from the typed one: the filter was cleared, or the address changed.
  createEffect(
    on(
      () => props.value.text ?? "",
      (given) => {
        if (given !== sent) {
          clearTimeout(timer);
          sent = given;
          setText(given);
        }
      },
      { defer: true },
    ),
  );

  const change = (part: Filter) => {
    clearTimeout(timer);
    sent = text().trim();
    props.onChange({ ...props.value, text: sent, ...part });
  };
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer);
    timer = setTimeout(() => change({}), pauseMs);
  };
  return (
    <search class={styles.filter}>
      <SelectField label="Action" value={props.value.action ?? ""} onChange={(event) => change({ action: event.currentTarget.value })}>
        <option value="">All actions</option>
        <For each={withUnknown(actionKeys, props.value.action)}>
          {(action) => (
            <option value={action} selected={action === props.value.action}>
              {actionWords(action)}
            </option>
          )}
        </For>
      </SelectField>
      <SelectField label="Outcome" value={props.value.outcome ?? ""} onChange={(event) => change({ outcome: event.currentTarget.value })}>
        <option value="">All outcomes</option>
        <For each={withUnknown(outcomeKeys, props.value.outcome)}>
          {(outcome) => (
            <option value={outcome} selected={outcome === props.value.outcome}>
              {outcomeLook(outcome).word}
            </option>
          )}
        </For>
      </SelectField>
      <TextField
        label="Search"
        type="search"
        placeholder="Who, address, connection or detail"
        value={text()}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </search>
  );
}

/** A shared address may contain a word that only a newer Pulse knows. */
const withUnknown = (keys: readonly string[], given: string | undefined): readonly string[] =>
  given && !keys.includes(given) ? [...keys, given] : keys;
