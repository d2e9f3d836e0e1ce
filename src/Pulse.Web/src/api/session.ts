import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { client, unwrap } from "./client";
import { ApiError } from "./problem";
import { markSignedIn, markSignedOut } from "./sessionState";

/** The signed-in user, or the page that must come first. */
export type Session = { state: "signedIn"; userName: string; scopes: string[] } | { state: "signedOut" } | { state: "setupRequired" };

export const sessionKey = ["session"] as const;

/** Reads the session, and with it the antiforgery token for changes. */
export async function readSession(): Promise<Session> {
  try {
    const session = await unwrap(client.GET("/api/access/session"));
    markSignedIn({ header: session.antiforgeryHeader, value: session.antiforgeryToken });
    return { state: "signedIn", userName: session.userName, scopes: session.scopes };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      return { state: error.problem.setupRequired ? "setupRequired" : "signedOut" };
    }
    throw error;
  }
}

export const useSession = () =>
  useQuery(() => ({ queryKey: sessionKey, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY, retry: false }));

/** Whether the signed-in admin may change settings. A page without this right explains why it offers no action. */
export function useMayWrite(): () => boolean {
  const session = useSession();
  return () => session.data?.state === "signedIn" && session.data.scopes.includes("settings:write");
}

// The typed text is a secret: it leaves the cache of mutations with the form that sent it (`gcTime: 0`).

/** Signs in. The shown data stays, and is read again. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (body: { userName: string; password: string }) => unwrap(client.POST("/api/access/sign-in", { body })),
    gcTime: 0,
    onSuccess: () => refreshAll(queries),
  }));
}

/** Creates the admin with the setup token, which also signs in. */
export function useSetUp() {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (body: { token: string; password: string }) => unwrap(client.POST("/api/access/setup", { body })),
    gcTime: 0,
    onSuccess: () => refreshAll(queries),
  }));
}

/** Ends the session of this browser, or with `everywhere` all sessions. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (where: "here" | "everywhere") =>
      unwrap(where === "here" ? client.POST("/api/access/sign-out") : client.POST("/api/access/sign-out-everywhere")),
    onSuccess: () => forget(queries),
  }));
}

/** Handles the end of the session: the user is signed out, and the data that was read is not shown any more. */
export function useForgetSession(): () => void {
  const queries = useQueryClient();
  return () => forget(queries);
}

function forget(queries: QueryClient): void {
  markSignedOut();
  // The observers of the session need this change, so the session is not removed with the rest.
  queries.setQueryData<Session>(sessionKey, { state: "signedOut" });
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}

async function refreshAll(queries: QueryClient): Promise<void> {
  queries.setQueryData(sessionKey, await readSession());
  await queries.invalidateQueries();
}
