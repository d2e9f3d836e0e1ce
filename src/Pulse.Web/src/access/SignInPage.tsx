import { Navigate, useSearchParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { useSession } from "../api/session";
import { platformsPath } from "../platforms/platformConnectionsModel";
import { CenteredPage } from "../shell/CenteredPage";
import { safeReturn, setUpPath } from "./accessModel";
import { SignInForm } from "./SignInForm";

/** The first page for a user without a session. Leads back to the requested page. */
export function SignInPage() {
  const session = useSession();
  const [query] = useSearchParams<{ to?: string }>();
  return (
    <Switch
      fallback={
        <CenteredPage title="Sign in to Pulse">
          <SignInForm />
        </CenteredPage>
      }
    >
      <Match when={session.data?.state === "signedIn"}>
        <Navigate href={safeReturn(query.to, platformsPath)} />
      </Match>
      <Match when={session.data?.state === "setupRequired"}>
        <Navigate href={setUpPath} />
      </Match>
    </Switch>
  );
}
