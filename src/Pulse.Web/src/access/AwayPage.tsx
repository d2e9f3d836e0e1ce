import type { useSession } from "../api/session";
import { CenteredPage } from "../shell/CenteredPage";
import { LoadError } from "../ui/Refusal";

/**
 * Pulse did not answer the question for the session, so no page can be shown. Uses the session query of the surrounding page: a query of
 * its own would ask again when the page appears, which clears the error and removes this page, in an endless loop.
 */
export const AwayPage = (props: { session: ReturnType<typeof useSession> }) => (
  <CenteredPage title="Pulse cannot be reached">
    <LoadError query={props.session} />
  </CenteredPage>
);
