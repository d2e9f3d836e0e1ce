import { useForgetSession, useSession } from "../api/session";
import { isExpired } from "../api/sessionState";
import { Dialog } from "../ui/Dialog";
import { SignInForm } from "./SignInForm";

/** The session ended while a page was open: sign in over the page, so that its content is kept. */
export function ExpiredSession() {
  const session = useSession();
  const forget = useForgetSession();
  const userName = () => (session.data?.state === "signedIn" ? session.data.userName : undefined);
  return (
    <Dialog open={isExpired()} title="Your session has ended" onClose={forget}>
      <p>Sign in to continue. Your input is kept.</p>
      <SignInForm {...(userName() ? { userName: userName() ?? "" } : {})} />
    </Dialog>
  );
}
