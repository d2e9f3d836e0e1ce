import { A, useLocation } from "@solidjs/router";
import { buttonClass } from "../ui/Button";
import { CenteredPage } from "./CenteredPage";
import styles from "./CenteredPage.module.css";
import { usePageTitle } from "./pageTitle";

const title = "There is no such page";

/** The page for an unknown address. */
export const NotFoundPage = () => (
  <CenteredPage title={title}>
    <NotFoundText />
  </CenteredPage>
);

/** The same page inside of the settings. */
export function NotFoundHere() {
  usePageTitle(() => title);
  return (
    <div class={styles.here}>
      <h1>{title}</h1>
      <NotFoundText />
    </div>
  );
}

function NotFoundText() {
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
