import { createUniqueId, Show } from "solid-js";
import type { Platform } from "../../api/platforms";
import { Choice, TextField } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import styles from "./ConnectionForm.module.css";
import { type FormValues, isHttpsOnly, type Trust } from "./formValues";

interface TrustChoiceProps {
  values: FormValues;
  platform: Platform;
  errors: readonly string[];
  onTrust: (trust: Trust) => void;
  onThumbprint: (thumbprint: string) => void;
  onUseHttps: (useHttps: boolean) => void;
  onLeave: () => void;
}

/** The protection of the connection: verify, pin, or skip, and HTTPS or not. */
export function TrustChoice(props: TrustChoiceProps) {
  const group = createUniqueId();
  const choose = (trust: Trust) => ({
    type: "radio" as const,
    name: group,
    checked: props.values.trust === trust,
    disabled: !props.values.useHttps,
    onChange: () => props.onTrust(trust),
  });
  return (
    <fieldset class={styles.group}>
      <legend>Certificate</legend>
      <Choice {...choose("verify")} label="Verify" hint="By the authorities that the machine Pulse runs on trusts." />
      <Choice {...choose("pin")} label="Pin" hint="Only this one certificate. A test shows it, and pins it with one click." />
      <Show when={props.values.useHttps && props.values.trust === "pin"}>
        <TextField
          class={styles.under ?? ""}
          label="Thumbprint"
          placeholder="AA:BB:CC:…"
          hint="SHA-256, as the system itself shows it. SHA-1 works, with a warning."
          value={props.values.thumbprint}
          errors={props.errors}
          onInput={(event) => props.onThumbprint(event.currentTarget.value)}
          onBlur={props.onLeave}
        />
      </Show>
      <Choice {...choose("skip")} label="Skip (unsafe)" hint="Any certificate is accepted, even that of an attacker." />
      <Show when={props.values.useHttps && props.values.trust === "skip"}>
        <Notice tone="warning">
          An attacker on the network can read the {props.platform.secretNoun}. Pin the certificate instead: pinning is as quick.
        </Notice>
      </Show>
      <Show when={!isHttpsOnly(props.platform)}>
        <Choice label="Use HTTPS" checked={props.values.useHttps} onChange={(event) => props.onUseHttps(event.currentTarget.checked)} />
      </Show>
      <Show when={!props.values.useHttps}>
        <Notice tone="warning">
          Without HTTPS the {props.platform.secretNoun} travels in clear text to the {props.platform.noun}.
        </Notice>
      </Show>
    </fieldset>
  );
}
