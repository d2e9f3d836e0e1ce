import { createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { FieldSetting } from "../../api/connections";
import type { PlatformField as Declared } from "../../api/platforms";
import { Choice, FieldErrors, SelectField, TextField } from "../../ui/Field";
import { SecretField } from "./SecretField";

interface PlatformFieldProps {
  field: Declared;
  value: FieldSetting;
  /** Whether a secret is stored for the field. */
  stored: boolean;
  errors: readonly string[];
  onChange: (value: FieldSetting) => void;
  onLeave: () => void;
}

/** A declared field of a platform: a text, a secret, a choice or a switch. */
export function PlatformField(props: PlatformFieldProps) {
  const errorId = createUniqueId();
  const text = () => (typeof props.value === "string" ? props.value : "");
  const isOneOfThem = () => text() === "" || props.field.choices.some((choice) => choice.value === text());
  return (
    <Switch
      fallback={
        <TextField
          label={props.field.label}
          hint={props.field.hint ?? undefined}
          optional={!props.field.required}
          placeholder={props.field.placeholder ?? undefined}
          value={text()}
          errors={props.errors}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          onBlur={props.onLeave}
        />
      }
    >
      <Match when={props.field.kind === "secret"}>
        <SecretField
          field={props.field}
          value={props.value === null ? null : text()}
          stored={props.stored}
          errors={props.errors}
          onChange={props.onChange}
          onLeave={props.onLeave}
        />
      </Match>
      <Match when={props.field.kind === "choice"}>
        <SelectField
          label={props.field.label}
          hint={props.field.hint ?? undefined}
          optional={!props.field.required}
          errors={props.errors}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          onBlur={props.onLeave}
        >
          <Show when={!props.field.required}>
            <option value="" selected={text() === ""}>
              None
            </option>
          </Show>
          {/* A stored value that the platform does not declare any more is still shown. */}
          <Show when={!isOneOfThem()}>
            <option value={text()} selected>
              {text()}
            </option>
          </Show>
          <For each={props.field.choices}>
            {(choice) => (
              <option value={choice.value} selected={choice.value === text()}>
                {choice.label}
              </option>
            )}
          </For>
        </SelectField>
      </Match>
      <Match when={props.field.kind === "switch"}>
        <div>
          <Choice
            label={props.field.label}
            hint={props.field.hint ?? undefined}
            checked={props.value === true}
            aria-invalid={props.errors.length > 0 ? "true" : undefined}
            onChange={(event) => props.onChange(event.currentTarget.checked)}
          />
          <FieldErrors id={errorId} errors={props.errors} />
        </div>
      </Match>
    </Switch>
  );
}
