import { createSignal } from "solid-js";

/** The antiforgery token that Pulse requires for every change by a browser. */
export interface Antiforgery {
  header: string;
  value: string;
}

const [antiforgery, setAntiforgery] = createSignal<Antiforgery | null>(null);
const [expired, setExpired] = createSignal(false);

export { antiforgery, setAntiforgery };

/** Whether Pulse has ended the session while a page was open. */
export const isExpired = expired;

/** An answer said that there is no session. Before the first sign-in this is not news. */
export const markExpired = (): void => {
  if (antiforgery()) {
    setExpired(true);
  }
};

export const markSignedIn = (token: Antiforgery): void => {
  setAntiforgery(token);
  setExpired(false);
};

export const markSignedOut = (): void => {
  setAntiforgery(null);
  setExpired(false);
};
