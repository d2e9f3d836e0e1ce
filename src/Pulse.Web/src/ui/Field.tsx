import CircleAlert from "lucide-solid/icons/circle-alert";
import { createUniqueId, For, type JSX, Show, splitProps } from "solid-js";
import styles from "./Field.module.css";

interface FieldFrameProps {
  label: string;
  hint?: JSX.Element;
  errors?: readonly string[];
  optional?: boolean;
  class?: string;
}

/** The attributes that connect a control with its label, hint and errors for a screen reader. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

/** A label, a control, a hint, and the errors of the value. */
export function Field(props: FieldFrameProps & { children: (control: FieldControl) => JSX.Element }) {
  const id = createUniqueId();
  const control: FieldControl = {
    id,
    get "aria-describedby"() {
      const ids = [props.hint ? `${id}-hint` : "", props.errors?.length ? `${id}-error` : ""].filter(Boolean);
      return ids.length > 0 ? ids.join(" ") : undefined;
    },
    get "aria-invalid"(): "true" | undefined {
      return props.errors?.length ? "true" : undefined;
    },
  };
  return (
    <div class={`${styles.field} ${props.class ?? ""}`}>
      <label class={styles.label} for={id}>
        {props.label}
        <Show when={props.optional}>
          <span class={styles.optional}> (optional)</span>
        </Show>
      </label>
      {props.children(control)}
      <Show when={props.hint}>
        <span class={styles.hint} id={`${id}-hint`}>
          {props.hint}
        </span>
      </Show>
      <FieldErrors id={`${id}-error`} errors={props.errors} />
    </div>
  );
}

/** The errors, read aloud as they appear. */
export function FieldErrors(props: { id: string; errors?: readonly string[] | undefined }) {
  return (
    <div id={props.id} aria-live="polite">
      <For each={props.errors}>
        {(error) => (
          <span class={styles.error}>
            <CircleAlert size={14} aria-hidden="true" />
            {error}
          </span>
        )}
      </For>
    </div>
  );
}

type TextFieldProps = FieldFrameProps & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "class">;

/** A line of text, a number or a password. */
export function TextField(props: TextFieldProps) {
  const [frame, input] = splitProps(props, ["label", "hint", "errors", "optional", "class"]);
  return (
    <Field {...frame}>{(control) => <input autocomplete="off" spellcheck={false} {...input} {...control} class={styles.input} />}</Field>
  );
}

type SelectFieldProps = FieldFrameProps & Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, "class"> & { children: JSX.Element };

/** A choice of a few values. The browser's own control, because it works on a phone and with every screen reader. */
export function SelectField(props: SelectFieldProps) {
  const [frame, select] = splitProps(props, ["label", "hint", "errors", "optional", "class"]);
  return (
    <Field {...frame}>
      {(control) => (
        <select {...select} {...control} class={styles.input}>
          {select.children}
        </select>
      )}
    </Field>
  );
}

type ChoiceProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "class"> & { label: JSX.Element; hint?: JSX.Element };

/** A check box (or with `type="radio"` a radio button) with its label, and a hint below it. */
export function Choice(props: ChoiceProps) {
  const [own, input] = splitProps(props, ["label", "hint"]);
  const id = createUniqueId();
  return (
    <label class={styles.choice}>
      <input type="checkbox" {...input} aria-describedby={own.hint ? id : undefined} />
      <span>{own.label}</span>
      <Show when={own.hint}>
        <span class={styles.hint} id={id}>
          {own.hint}
        </span>
      </Show>
    </label>
  );
}
