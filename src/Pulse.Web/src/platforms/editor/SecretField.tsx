import Eye from "lucide-solid/icons/eye";
import EyeOff from "lucide-solid/icons/eye-off";
import { createSignal, Show } from "solid-js";
import type { PlatformField } from "../../api/platforms";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import fieldStyles from "../../ui/Field.module.css";
import styles from "./ConnectionForm.module.css";

interface SecretFieldProps {
  field: PlatformField;
  /** Null while the stored secret is kept. */
  value: string | null;
  /** Whether a secret is stored, so that it can be kept. */
  stored: boolean;
  errors: readonly string[];
  onChange: (value: string | null) => void;
  onLeave: () => void;
}

/** A secret: "stored" until it is replaced. A typed secret is shown only if the user asks for it. */
export function SecretField(props: SecretFieldProps) {
  let input: HTMLInputElement | undefined;
  const [shown, setShown] = createSignal(false);
  const [wantsRemoved, setRemoved] = createSignal(false);
  // Loading another version of the connection restores the stored secret.
  const isRemoved = () => wantsRemoved() && props.value === "";
  let keep: HTMLButtonElement | undefined;
  const replace = () => {
    setRemoved(false);
    props.onChange("");
    queueMicrotask(() => input?.focus());
  };
  // An empty text removes an optional secret.
  const remove = () => {
    setRemoved(true);
    props.onChange("");
    queueMicrotask(() => keep?.focus());
  };
  const keepStored = () => {
    setRemoved(false);
    props.onChange(null);
  };
  const hint = () => {
    if (!props.stored || props.value === null || isRemoved()) {
      return props.field.hint ?? undefined;
    }
    return props.field.required || props.value !== ""
      ? "Replaces the stored one when you save."
      : "Left empty, the stored one is removed when you save.";
  };
  return (
    <Field label={props.field.label} errors={props.errors} hint={hint()} optional={!props.field.required}>
      {(control) => (
        <Show
          when={props.value !== null && !isRemoved()}
          fallback={
            <div class={styles.stored}>
              <output id={control.id}>{isRemoved() ? "Removed when you save" : "Stored"}</output>
              <Button onClick={replace}>Replace</Button>
              <Show when={isRemoved()} fallback={<Show when={!props.field.required}>{<Button onClick={remove}>Remove</Button>}</Show>}>
                <Button ref={keep} onClick={keepStored}>
                  Keep the stored one
                </Button>
              </Show>
            </div>
          }
        >
          <div class={styles.secret}>
            <input
              {...control}
              ref={input}
              class={fieldStyles.input}
              type={shown() ? "text" : "password"}
              autocomplete="new-password"
              spellcheck={false}
              value={props.value ?? ""}
              onInput={(event) => props.onChange(event.currentTarget.value)}
              onBlur={props.onLeave}
            />
            <Button
              look="quiet"
              icon
              aria-label={`Show the ${props.field.label.toLowerCase()}`}
              aria-pressed={shown()}
              onClick={() => setShown(!shown())}
            >
              <Show when={shown()} fallback={<Eye size={18} aria-hidden="true" />}>
                <EyeOff size={18} aria-hidden="true" />
              </Show>
            </Button>
            <Show when={props.stored}>
              <Button onClick={keepStored}>Keep the stored one</Button>
            </Show>
          </div>
        </Show>
      )}
    </Field>
  );
}
