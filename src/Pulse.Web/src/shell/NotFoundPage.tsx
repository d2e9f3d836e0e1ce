import { A, useLocation } from "@solidjs/router";
import { buttonClass } from "../ui/Button";
import { CenteredPage } from "./CenteredPage";

/** An address that leads nowhere. */
export const NotFoundPage = () => (
  <CenteredPage title="There is no such page">
    <NotFoundText />
  </CenteredPage>
);

/** What such a page says, for a page that has its heading already or stands inside another. */
export function NotFoundText() {
  const location = useLocation();
  return (
    <>
      <p>
        Nothing is at <code>{location.pathname}</code>.
      </p>
      <A href="/" class={buttonClass("primary")}>
        To the connections
      </A>
    </>
  );
}
