import { useNavigate } from "@solidjs/router";
import { useSession } from "../api/session";
import { isExpired, markSignedOut } from "../api/sessionState";
import { Dialog } from "../ui/Dialog";
import { signInPath } from "./accessModel";
import { SignInForm } from "./SignInForm";

/** The session ended while a page was open: sign in over it, so that nothing on it is lost. */
export function ExpiredSession() {
  const session = useSession();
  const navigate = useNavigate();
  const userName = () => (session.data?.state === "signedIn" ? session.data.userName : undefined);
  const leave = () => {
    markSignedOut();
    navigate(signInPath);
    session.refetch();
  };
  return (
    <Dialog open={isExpired()} title="Your session has ended" onClose={leave}>
      <p>Sign in to go on where you were. What you have entered is kept.</p>
      <SignInForm {...(userName() ? { userName: userName() ?? "" } : {})} />
    </Dialog>
  );
}
