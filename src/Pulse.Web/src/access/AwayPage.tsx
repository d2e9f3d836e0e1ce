import type { useSession } from "../api/session";
import { CenteredPage } from "../shell/CenteredPage";
import { LoadError } from "../ui/Refusal";

/**
 * Pulse could not be asked who is signed in, so that no page can be shown. It takes the session of the page around it: one of
 * its own would ask anew as it appears, which takes the error away, and this page with it, without end.
 */
export const AwayPage = (props: { session: ReturnType<typeof useSession> }) => (
  <CenteredPage title="Pulse cannot be reached">
    <LoadError query={props.session} />
  </CenteredPage>
);
