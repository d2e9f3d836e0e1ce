import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { client, unwrap } from "./client";
import type { components } from "./schema";
import { readSession, sessionKey } from "./session";

type Schemas = components["schemas"];

export type ApiToken = Schemas["TokenDescription"];
export type ApiTokenDraft = Schemas["CreateTokenRequest"];
export type CreatedToken = Schemas["CreatedToken"];
export type AuditLine = Schemas["AuditLine"];

/** What the audit trail is narrowed to; a member that is missing narrows nothing. */
export interface AuditFilter {
  action?: string;
  outcome?: string;
  /** Looked for in who, where, which connection and the detail. */
  text?: string;
}

const tokensKey = ["tokens"] as const;

/** All API tokens, newest first, the ended ones too; never the tokens themselves. */
export const useTokens = () =>
  useQuery(() => ({
    queryKey: tokensKey,
    queryFn: ({ signal }) => unwrap(client.GET("/api/access/tokens", { signal })),
    reconcile: "id",
  }));

/**
 * Creates a token and hands it over, this once. It is not what the mutation returns: that would stay in the cache after the
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

/** Ends a token for good. It is done once the list shows it. */
export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (id: string) => unwrap(client.DELETE("/api/access/tokens/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: tokensKey }),
  }));
}

/** Changes the password, which ends every session but this one. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation(() => ({
    mutationFn: (body: { currentPassword: string; newPassword: string }) => unwrap(client.POST("/api/access/password", { body })),
    // This session is a new one as well, with an antiforgery token of its own.
    onSuccess: async () => queries.setQueryData(sessionKey, await readSession()),
    // The passwords leave the cache with the form.
    gcTime: 0,
  }));
}

/** The audit trail, newest first, page by page. While another filter is asked for, what the last one found stays. */
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
