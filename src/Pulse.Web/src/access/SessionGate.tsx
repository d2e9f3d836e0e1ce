import { Navigate, useLocation } from "@solidjs/router";
import { Match, type ParentProps, Switch } from "solid-js";
import { withoutBase } from "../api/basePath";
import { useSession } from "../api/session";
import { AwayPage } from "./AwayPage";
import { setUpPath, signInPath } from "./accessModel";
import { ExpiredSession } from "./ExpiredSession";

/** Shows its pages to a signed-in user, and leads other users to the setup or the sign-in. */
export function SessionGate(props: ParentProps) {
  const session = useSession();
  const location = useLocation();
  const here = () => encodeURIComponent(withoutBase(location.pathname) + location.search);
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
        <AwayPage session={session} />
      </Match>
    </Switch>
  );
}
