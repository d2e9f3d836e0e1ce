import { createSignal, onMount, Show } from "solid-js";
import { type ApiError, toApiError } from "../api/problem";
import { useSignIn } from "../api/session";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import { Refusal } from "../ui/Refusal";
import styles from "./forms.module.css";

/** The only account. It is in the form so that password managers find it. */
const adminName = "admin";

/** User name and password. The surrounding page decides what follows a sign-in. */
export function SignInForm(props: { userName?: string; onSignedIn?: () => void }) {
  const signIn = useSignIn();
  const [userName, setUserName] = createSignal(props.userName ?? adminName);
  const [password, setPassword] = createSignal("");
  let passwordInput: HTMLInputElement | undefined;
  onMount(() => passwordInput?.focus());

  const error = (): ApiError | null => (signIn.isError ? toApiError(signIn.error) : null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate(
      { userName: userName(), password: password() },
      {
        onSuccess: () => props.onSignedIn?.(),
        onError: () => {
          passwordInput?.focus();
          passwordInput?.select();
        },
      },
    );
  };
  return (
    <form class={styles.form} onSubmit={submit}>
      <Show when={error() && error()?.code !== "validation_failed"}>
        <Refusal error={error()} />
      </Show>
      <TextField
        label="User name"
        autocomplete="username"
        value={userName()}
        onInput={(event) => setUserName(event.currentTarget.value)}
        errors={error()?.fieldErrors("userName") ?? []}
      />
      <TextField
        label="Password"
        type="password"
        autocomplete="current-password"
        ref={passwordInput}
        value={password()}
        onInput={(event) => setPassword(event.currentTarget.value)}
        errors={error()?.fieldErrors("password") ?? []}
      />
      <Button type="submit" look="primary" busy={signIn.isPending}>
        Sign in
      </Button>
    </form>
  );
}
