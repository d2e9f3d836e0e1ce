import { Navigate } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { type ApiError, toApiError } from "../api/problem";
import { useSession, useSetUp } from "../api/session";
import { platformsPath } from "../platforms/platformConnectionsModel";
import { CenteredPage } from "../shell/CenteredPage";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import { Refusal } from "../ui/Refusal";
import { AwayPage } from "./AwayPage";
import { signInPath } from "./accessModel";
import styles from "./forms.module.css";

/** The first start: the setup token proves that the user owns this machine, and the user becomes the admin. */
export function SetUpPage() {
  const session = useSession();
  return (
    <Switch>
      <Match when={session.data?.state === "signedIn"}>
        <Navigate href={platformsPath} />
      </Match>
      <Match when={session.data?.state === "signedOut"}>
        <Navigate href={signInPath} />
      </Match>
      <Match when={session.isError}>
        <AwayPage session={session} />
      </Match>
      <Match when={session.data?.state === "setupRequired"}>
        <CenteredPage title="Set up Pulse">
          <SetUpForm />
        </CenteredPage>
      </Match>
    </Switch>
  );
}

function SetUpForm() {
  const setUp = useSetUp();
  const [token, setToken] = createSignal("");
  const [password, setPassword] = createSignal("");
  const [repeated, setRepeated] = createSignal("");
  const [differs, setDiffers] = createSignal(false);
  const error = (): ApiError | null => (setUp.isError ? toApiError(setUp.error) : null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setDiffers(password() !== repeated());
    if (!differs()) {
      setUp.mutate({ token: token().trim(), password: password() });
    }
  };
  return (
    <form class={styles.form} onSubmit={submit}>
      <p class="muted">
        Pulse has written a one-time setup token to its log, and to the file <code>setup-token</code> in its data directory.
      </p>
      <Show when={error() && error()?.code !== "validation_failed"}>
        <Refusal error={error()} />
      </Show>
      <TextField
        label="Setup token"
        autofocus
        value={token()}
        onInput={(event) => setToken(event.currentTarget.value)}
        errors={error()?.fieldErrors("token") ?? []}
      />
      <input type="text" name="username" autocomplete="username" value="admin" readonly hidden />
      <TextField
        label="Password for the account 'admin'"
        type="password"
        autocomplete="new-password"
        hint="12 to 256 characters."
        value={password()}
        onInput={(event) => setPassword(event.currentTarget.value)}
        errors={error()?.fieldErrors("password") ?? []}
      />
      <TextField
        label="The same password again"
        type="password"
        autocomplete="new-password"
        value={repeated()}
        onInput={(event) => setRepeated(event.currentTarget.value)}
        errors={differs() ? ["This is not the same password."] : []}
      />
      <Button type="submit" look="primary" busy={setUp.isPending}>
        Create the account
      </Button>
    </form>
  );
}
