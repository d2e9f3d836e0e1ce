import { Navigate, useLocation } from "@solidjs/router";
import { Match, type ParentProps, Switch } from "solid-js";
import { toApiError } from "../api/problem";
import { useSession } from "../api/session";
import { CenteredPage } from "../shell/CenteredPage";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { setUpPath, signInPath } from "./accessModel";
import { ExpiredSession } from "./ExpiredSession";

/** Shows its pages to whoever is signed in, and leads everybody else to the page that comes first. */
export function SessionGate(props: ParentProps) {
  const session = useSession();
  const location = useLocation();
  const here = () => encodeURIComponent(location.pathname + location.search);
  return (
    <Switch>
      <Match when={session.data?.state === "signedIn"}>
        {props.children}
        <ExpiredSession />
      </Match>
      <Match when={session.data?.state === "setupRequired"}>
        <Navigate href={setUpPath} />
      </Match>
      <Match when={session.data?.state === "signedOut"}>
        <Navigate href={`${signInPath}?to=${here()}`} />
      </Match>
      <Match when={session.isError}>
        <CenteredPage title="Pulse is away">
          <Notice tone="error" live title={toApiError(session.error).problem.title}>
            {toApiError(session.error).problem.detail}
          </Notice>
          <Button look="primary" busy={session.isFetching} onClick={() => session.refetch()}>
            Try again
          </Button>
        </CenteredPage>
      </Match>
    </Switch>
  );
}
