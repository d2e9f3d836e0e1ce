import { createEffect, createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { type CreatedToken, useCreateToken } from "../api/access";
import { toApiError } from "../api/problem";
import { Button } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { Confirm, Dialog } from "../ui/Dialog";
import { Choice, FieldErrors, SelectField, TextField } from "../ui/Field";
import { isolated } from "../ui/isolated";
import { Notice } from "../ui/Notice";
import { Refusal } from "../ui/Refusal";
import { dateOnly } from "../ui/time";
import { lifetimes, scopes } from "./accessWords";
import styles from "./CreateTokenDialog.module.css";
import forms from "./forms.module.css";

const defaultDays = 90;

/** Asks for the purpose of the token, creates it, and shows it once, in this dialog only. */
export function CreateTokenDialog(props: { onClose: () => void }) {
  const [created, setCreated] = createSignal<CreatedToken>();
  const [copied, setCopied] = createSignal(false);
  const [asking, setAsking] = createSignal(false);
  const close = () => (created() && !copied() ? setAsking(true) : props.onClose());
  return (
    <>
      <Dialog open title={created() ? `The token '${isolated(created()?.name ?? "")}'` : "Create a token"} onClose={close}>
        <Show when={created()} fallback={<TokenForm onCreated={setCreated} onCancel={close} />}>
          {(token) => <TokenShown token={token()} onCopied={() => setCopied(true)} onDone={close} />}
        </Show>
      </Dialog>
      <Confirm
        open={asking()}
        title="You have not copied the token"
        confirm="Close without it"
        cancel="Back to the token"
        danger
        onConfirm={props.onClose}
        onCancel={() => setAsking(false)}
      >
        <p>Pulse cannot show it again. Without it, revoke this token and create another one.</p>
      </Confirm>
    </>
  );
}

function TokenForm(props: { onCreated: (created: CreatedToken) => void; onCancel: () => void }) {
  const create = useCreateToken(props.onCreated);
  const [name, setName] = createSignal("");
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const [days, setDays] = createSignal<number | null>(defaultDays);
  const scopeErrors = createUniqueId();
  let form: HTMLFormElement | undefined;

  const error = () => (create.isError ? toApiError(create.error) : null);
  const nameErrors = () => (error()?.code === "name_taken" ? [error()?.problem.title ?? ""] : (error()?.fieldErrors("name") ?? []));
  const faultyScopes = () => error()?.fieldErrors("scopes") ?? [];
  createEffect(() => create.isError && form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
  const toggle = (scope: string, on: boolean) => setChosen((before) => (on ? [...before, scope] : before.filter((each) => each !== scope)));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!create.isPending) {
      create.mutate({ name: name(), scopes: [...chosen()], expiresInDays: days() });
    }
  };
  return (
    <form ref={form} class={forms.form} onSubmit={submit}>
      <Show when={error() && !["validation_failed", "name_taken"].includes(error()?.code ?? "")}>
        <Refusal error={create.error} />
      </Show>
      <TextField
        label="Name"
        hint="What uses it, for example 'backup script'."
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
        errors={nameErrors()}
      />
      <fieldset class={styles.scopes} aria-describedby={faultyScopes().length > 0 ? scopeErrors : undefined}>
        <legend>What it may do</legend>
        <For each={scopes}>
          {(scope) => (
            <Choice
              label={<code>{scope.key}</code>}
              hint={scope.opens}
              checked={chosen().includes(scope.key)}
              aria-invalid={faultyScopes().length > 0 ? "true" : undefined}
              onChange={(event) => toggle(scope.key, event.currentTarget.checked)}
            />
          )}
        </For>
        <FieldErrors id={scopeErrors} errors={faultyScopes()} />
      </fieldset>
      <SelectField
        label="Expires"
        value={String(days())}
        onChange={(event) => setDays(event.currentTarget.value === "null" ? null : Number(event.currentTarget.value))}
        hint={days() === null ? undefined : "A script that still needs it then gets a new token."}
        errors={error()?.fieldErrors("expiresInDays") ?? []}
      >
        <For each={lifetimes}>
          {(lifetime) => (
            <option value={String(lifetime.days)} selected={lifetime.days === defaultDays}>
              {lifetime.label}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={days() === null}>
        <Notice tone="warning" live>
          A token without an expiry opens Pulse until you revoke it, even to an attacker with a copy.
        </Notice>
      </Show>
      <div class={styles.actions}>
        <Button onClick={props.onCancel}>Cancel</Button>
        <Button type="submit" look="primary" busy={create.isPending}>
          Create
        </Button>
      </div>
    </form>
  );
}

function TokenShown(props: { token: CreatedToken; onCopied: () => void; onDone: () => void }) {
  let input: HTMLInputElement | undefined;
  onMount(() => input?.focus());
  return (
    <div class={forms.form}>
      <Notice tone="warning" live title="The token is shown only once.">
        Copy it now to where it will be used. Pulse keeps no copy of it.
      </Notice>
      <TextField
        label="Token"
        class={styles.field}
        ref={input}
        readonly
        value={props.token.token}
        hint={props.token.expiresAt ? `It expires on ${dateOnly(props.token.expiresAt)}.` : "It has no expiry."}
        onFocus={(event) => event.currentTarget.select()}
        onCopy={props.onCopied}
      />
      <div class={styles.actions}>
        <CopyButton look="primary" label="Copy the token" text={() => props.token.token} onCopied={props.onCopied} />
        <Button onClick={props.onDone}>Done</Button>
      </div>
    </div>
  );
}
