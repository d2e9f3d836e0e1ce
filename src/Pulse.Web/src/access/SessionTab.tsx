import LogOut from "lucide-solid/icons/log-out";
import { createEffect, createSignal, Show } from "solid-js";
import { useChangePassword } from "../api/access";
import { toApiError } from "../api/problem";
import { useSession, useSignOut } from "../api/session";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Dialog";
import { TextField } from "../ui/Field";
import { Notice } from "../ui/Notice";
import { Refusal } from "../ui/Refusal";
import forms from "./forms.module.css";
import styles from "./SessionTab.module.css";

/** The session: its user, signing out here and everywhere, and a new password. */
export function SessionTab() {
  const session = useSession();
  const userName = () => (session.data?.state === "signedIn" ? session.data.userName : "");
  return (
    <div class={styles.tab}>
      <SignedIn userName={userName()} />
      <ChangePassword userName={userName()} />
    </div>
  );
}

function SignedIn(props: { userName: string }) {
  const here = useSignOut();
  const everywhere = useSignOut();
  const [asking, setAsking] = createSignal(false);
  const cancel = () => {
    everywhere.reset();
    setAsking(false);
  };
  return (
    <section class={styles.part} aria-labelledby="session-who">
      <h2 id="session-who">Signed in as {props.userName}</h2>
      <p class="muted">A session ends by itself within 12 hours after it was last used.</p>
      <Show when={here.isError}>
        <Refusal error={here.error} />
      </Show>
      <div class={styles.actions}>
        <Button busy={here.isPending} onClick={() => here.mutate("here")}>
          <LogOut size={16} aria-hidden="true" />
          Sign out
        </Button>
        <Button onClick={() => setAsking(true)}>Sign out everywhere</Button>
      </div>
      <Confirm
        open={asking()}
        title="Sign out everywhere?"
        confirm="Sign out everywhere"
        danger
        busy={everywhere.isPending}
        onConfirm={() => everywhere.mutate("everywhere")}
        onCancel={cancel}
      >
        <div class={forms.form}>
          <p>Every session ends on every device, this one too. API tokens stay valid.</p>
          <Show when={everywhere.isError}>
            <Refusal error={everywhere.error} />
          </Show>
        </div>
      </Confirm>
    </section>
  );
}

function ChangePassword(props: { userName: string }) {
  const change = useChangePassword();
  const [current, setCurrent] = createSignal("");
  const [next, setNext] = createSignal("");
  const [repeated, setRepeated] = createSignal("");
  const [differs, setDiffers] = createSignal(false);
  let form: HTMLFormElement | undefined;

  const error = () => (change.isError ? toApiError(change.error) : null);
  const focusFault = () => form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  createEffect(() => change.isError && focusFault());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setDiffers(next() !== repeated());
    if (differs()) {
      focusFault();
      return;
    }
    change.mutate(
      { currentPassword: current(), newPassword: next() },
      {
        onSuccess: () => {
          setCurrent("");
          setNext("");
          setRepeated("");
        },
      },
    );
  };
  return (
    <section class={styles.part} aria-labelledby="session-password">
      <h2 id="session-password">Change the password</h2>
      <p class="muted">All other sessions end with it. API tokens stay valid.</p>
      <form ref={form} class={forms.form} onSubmit={submit}>
        <Show when={change.isSuccess}>
          <Notice tone="info" live>
            The password is changed, and all other sessions have ended.
          </Notice>
        </Show>
        <Show when={error() && error()?.code !== "validation_failed"}>
          <Refusal error={change.error} />
        </Show>
        <input type="text" name="username" autocomplete="username" value={props.userName} readonly hidden />
        <TextField
          label="Current password"
          type="password"
          autocomplete="current-password"
          value={current()}
          onInput={(event) => setCurrent(event.currentTarget.value)}
          errors={error()?.fieldErrors("currentPassword") ?? []}
        />
        <TextField
          label="New password"
          type="password"
          autocomplete="new-password"
          hint="12 to 256 characters."
          value={next()}
          onInput={(event) => setNext(event.currentTarget.value)}
          errors={error()?.fieldErrors("newPassword") ?? []}
        />
        <TextField
          label="The new password again"
          type="password"
          autocomplete="new-password"
          value={repeated()}
          onInput={(event) => setRepeated(event.currentTarget.value)}
          errors={differs() ? ["This is not the same password."] : []}
        />
        <Button type="submit" look="primary" class={styles.submit ?? ""} busy={change.isPending}>
          Change the password
        </Button>
      </form>
    </section>
  );
}
