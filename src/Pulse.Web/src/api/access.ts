import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { client, unwrap } from "./client";
import type { components } from "./schema";
import { readSession, sessionKey } from "./session";

type Schemas = components["schemas"];

export type ApiToken = Schemas["TokenDescription"];
export type ApiTokenDraft = Schemas["CreateTokenRequest"];
export type CreatedToken = Schemas["CreatedToken"];
export type AuditLine = Schemas["AuditLine"];

/** The filter of the audit trail; a missing member filters nothing. */
export interface AuditFilter {
  action?: string;
  outcome?: string;
  /** Searched in actor, address, connection and detail. */
  text?: string;
}

const tokensKey = ["tokens"] as const;

/** All API tokens, newest first, also those that have ended; never the tokens themselves. */
export const useTokens = () =>
  useQuery(() => ({
    queryKey: tokensKey,
    queryFn: ({ signal }) => unwrap(client.GET("/api/access/tokens", { signal })),
    reconcile: "id",
  }));

/**
 * Creates a token and passes it on once. The token is not the result of the mutation: that would stay in the cache after the
 * dialog is closed.
 */
export function useCreateToken(onCreated: (created: CreatedToken) => void) {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: async (draft: ApiTokenDraft) => {
      onCreated(await unwrap(client.POST("/api/access/tokens", { body: draft })));
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: tokensKey }),
  }));
}

/** Revokes a token. Done when the list shows it. */
export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (id: string) => unwrap(client.DELETE("/api/access/tokens/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: tokensKey }),
  }));
}

/** Changes the password, which ends every other session. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (body: { currentPassword: string; newPassword: string }) => unwrap(client.POST("/api/access/password", { body })),
    // This session is a new one as well, with a new antiforgery token.
    onSuccess: async () => queries.setQueryData(sessionKey, await readSession()),
    // The passwords leave the cache with the form.
    gcTime: 0,
  }));
}

/** The audit trail, newest first, page by page. While a new filter is being applied, the last result stays. */
export const useAudit = (filter: () => AuditFilter) =>
  useInfiniteQuery(() => ({
    queryKey: ["audit", filter()] as const,
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        client.GET("/api/access/audit", {
          signal,
          params: { query: { ...filter(), ...(pageParam === undefined ? {} : { before: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.nextBefore ?? undefined,
    placeholderData: keepPreviousData,
    reconcile: "id",
  }));
