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
  /** Null while the stored one is kept. */
  value: string | null;
  /** Whether one is stored, so that it can be kept. */
  stored: boolean;
  errors: readonly string[];
  onChange: (value: string | null) => void;
  onLeave: () => void;
}

/** A secret: "stored" until it is replaced, and shown only to who asks for it while typing it. */
export function SecretField(props: SecretFieldProps) {
  let input: HTMLInputElement | undefined;
  const [shown, setShown] = createSignal(false);
  const replace = () => {
    props.onChange("");
    queueMicrotask(() => input?.focus());
  };
  return (
    <Field
      label={props.field.label}
      errors={props.errors}
      hint={props.stored && props.value !== null ? "Replaces the stored one when you save." : undefined}
    >
      {(control) => (
        <Show
          when={props.value !== null}
          fallback={
            <div class={styles.stored}>
              <output id={control.id}>Stored</output>
              <Button onClick={replace}>Replace</Button>
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
              <Button onClick={() => props.onChange(null)}>Keep the stored one</Button>
            </Show>
          </div>
        </Show>
      )}
    </Field>
  );
}
