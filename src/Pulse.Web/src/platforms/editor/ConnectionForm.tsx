import { For, Show } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { Platform } from "../../api/platforms";
import { Choice, TextField } from "../../ui/Field";
import { cadence } from "../../ui/time";
import styles from "./ConnectionForm.module.css";
import { type FormValues, isHttpsOnly, type Trust } from "./formValues";
import { takeApart } from "./hostAddress";
import { PlatformField } from "./PlatformField";
import { TrustChoice } from "./TrustChoice";
import type { FormErrors } from "./validation";

interface ConnectionFormProps {
  id: string;
  platform: Platform;
  values: FormValues;
  change: SetStoreFunction<FormValues>;
  errors: FormErrors;
  /** The field was left, so its errors may be shown. */
  onLeave: (member: string) => void;
  /** Whether a secret is stored, by the name of its field. */
  stored: (name: string) => boolean;
  onSubmit: () => void;
}

/** All fields of a connection: the shared ones, and those of its platform. */
export function ConnectionForm(props: ConnectionFormProps) {
  const wrong = (member: string) => props.errors[member] ?? [];
  const leave = (member: string) => () => props.onLeave(member);

  const transport = () => props.platform.transport;
  const portOf = (useHttps: boolean) => String(useHttps ? transport().httpsPort : (transport().plainPort ?? transport().httpsPort));

  const setHost = (text: string) => {
    const address = takeApart(text);
    if (address?.useHttps === undefined) {
      props.change("host", text);
      return;
    }
    const useHttps = address.useHttps || isHttpsOnly(props.platform);
    props.change({ host: address.typed, useHttps, port: String(address.port ?? portOf(useHttps)) });
  };

  // host:port is split when the field is left: during the typing, each digit would be split off.
  const leaveHost = () => {
    const address = takeApart(props.values.host);
    if (address?.port !== undefined) {
      props.change({ host: address.typed, port: String(address.port) });
    }
    props.onLeave("host");
  };

  const setUseHttps = (useHttps: boolean) => {
    const { port } = props.values;
    props.change({ useHttps, port: port === portOf(!useHttps) ? portOf(useHttps) : port });
  };

  return (
    <form
      id={props.id}
      class={styles.form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <Show when={props.platform.notes.length > 0}>
        <ul class={styles.notes}>
          <For each={props.platform.notes}>{(note) => <li>{note}</li>}</For>
        </ul>
      </Show>
      <TextField
        label="Name"
        placeholder={`Lab ${props.platform.noun}`}
        value={props.values.name}
        errors={wrong("name")}
        onInput={(event) => props.change("name", event.currentTarget.value)}
        onBlur={leave("name")}
      />
      <div class={styles.endpoint}>
        <TextField
          label="Host"
          hint="A DNS name or an IP address, or a pasted URL."
          placeholder={props.platform.hostPlaceholder}
          value={props.values.host}
          errors={wrong("host")}
          onInput={(event) => {
            setHost(event.currentTarget.value);
            // The host may be unchanged, so no other code removes the rest of the URL from the field.
            event.currentTarget.value = props.values.host;
          }}
          onBlur={leaveHost}
        />
        <TextField
          label="Port"
          inputmode="numeric"
          value={props.values.port}
          errors={wrong("port")}
          onInput={(event) => props.change("port", event.currentTarget.value)}
          onBlur={leave("port")}
        />
      </div>
      <For each={props.platform.fields}>
        {(field) => (
          <PlatformField
            field={field}
            value={props.values.fields[field.name] ?? null}
            stored={props.stored(field.name)}
            errors={wrong(field.name)}
            onChange={(value) => props.change("fields", field.name, value)}
            onLeave={leave(field.name)}
          />
        )}
      </For>
      <TrustChoice
        values={props.values}
        platform={props.platform}
        errors={wrong("certificateThumbprint")}
        onTrust={(trust: Trust) => props.change("trust", trust)}
        onThumbprint={(thumbprint) => props.change("thumbprint", thumbprint)}
        onUseHttps={setUseHttps}
        onLeave={leave("certificateThumbprint")}
      />
      <fieldset class={styles.group}>
        <legend>Polling</legend>
        <TextField
          label="Poll interval in seconds"
          inputmode="numeric"
          hint={intervalHint(props.values.pollIntervalSeconds)}
          value={props.values.pollIntervalSeconds}
          errors={wrong("pollIntervalSeconds")}
          onInput={(event) => props.change("pollIntervalSeconds", event.currentTarget.value)}
          onBlur={leave("pollIntervalSeconds")}
        />
        <Choice
          label="Poll this connection"
          hint="Unchecked, it is saved and paused."
          checked={props.values.enabled}
          onChange={(event) => props.change("enabled", event.currentTarget.checked)}
        />
      </fieldset>
      {/* The buttons are in the footer of the dialog; without a button in the form, Enter would do nothing. */}
      <button type="submit" hidden />
    </form>
  );
}

function intervalHint(text: string): string {
  const seconds = Number(text);
  return Number.isInteger(seconds) && seconds > 60 ? `10 to 86400. That is every ${cadence(seconds)}.` : "10 to 86400.";
}
