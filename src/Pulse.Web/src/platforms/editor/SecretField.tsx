import { createSignal, Show } from "solid-js";
import { Button } from "../../ui/Button";
import { Field, FieldErrors, TextField } from "../../ui/Field";
import type { PlatformField } from "../platformUi";
import styles from "./ConnectionForm.module.css";

interface SecretFieldProps {
  field: PlatformField;
  /** Null while the stored one is kept. */
  value: string | null;
  /** Whether one is stored, so that it can be kept. */
  stored: boolean;
  errors: readonly string[];
  onChange: (value: string | null) => void;
  onLeave: () => void;
}

/** A secret: "stored" until it is replaced, and never shown unless its owner asks while typing it. */
export function SecretField(props: SecretFieldProps) {
  let input: HTMLInputElement | undefined;
  const [shown, setShown] = createSignal(false);
  const replace = () => {
    props.onChange("");
    queueMicrotask(() => input?.focus());
  };
  return (
    <Show
      when={props.value !== null}
      fallback={
        <Field label={props.field.label}>
          {(control) => (
            <div class={styles.stored}>
              <output id={control.id}>Stored</output>
              <Button onClick={replace}>Replace</Button>
              <FieldErrors id={`${control.id}-stored-error`} errors={props.errors} />
            </div>
          )}
        </Field>
      }
    >
      <div>
        <TextField
          ref={input}
          label={props.field.label}
          hint={props.stored ? "Replaces the stored one when you save." : undefined}
          type={shown() ? "text" : "password"}
          autocomplete="new-password"
          value={props.value ?? ""}
          errors={props.errors}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          onBlur={props.onLeave}
        />
        <div class={styles.secretActions}>
          <button type="button" class={styles.link} aria-pressed={shown()} onClick={() => setShown(!shown())}>
            {shown() ? "Hide" : "Show"}
          </button>
          <Show when={props.stored}>
            <button type="button" class={styles.link} onClick={() => props.onChange(null)}>
              Keep the stored one
            </button>
          </Show>
        </div>
      </div>
    </Show>
  );
}
