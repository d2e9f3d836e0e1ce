import { A, useLocation } from "@solidjs/router";
import { buttonClass } from "../ui/Button";
import { CenteredPage } from "./CenteredPage";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const location = useLocation();
  return (
    <CenteredPage title="There is no such page">
      <p>
        Nothing is at <code>{location.pathname}</code>.
      </p>
      <A href="/" class={buttonClass("primary")}>
        To the connections
      </A>
    </CenteredPage>
  );
}
