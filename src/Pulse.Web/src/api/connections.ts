import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { client, unwrap } from "./client";
import type { Connection, ConnectionDraft, ConnectionPatch, FieldSetting } from "./connectionPaths";
import type { PlatformKey } from "./platforms";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type { Connection, ConnectionDraft, ConnectionPatch, FieldSetting };
export type PollState = Schemas["PollState"];
export type RecentAttempt = Schemas["RecentAttemptDocument"];
export type Failure = Schemas["FailureDocument"];
export type ObservedIssue = Schemas["ObservedIssueDocument"];
export type TestReport = Schemas["TestReport"];
export type TestStep = Schemas["TestStep"];
export type CertificateSeen = Schemas["CertificateSeen"];

/** The mask of a stored secret; sent back, it keeps the stored secret. */
export const secretMask = "********";

/** The member of a platform's own field; null if there is none. */
export const fieldOf = (connection: Connection, name: string): FieldSetting =>
  (connection as unknown as Record<string, FieldSetting | undefined>)[name] ?? null;

// A list of a thousand connections has some megabytes, so it is read less often.
const refreshMs = 5_000;
const largeRefreshMs = 15_000;
const largeList = 200;

const at = (platform: PlatformKey) => ({ path: { platform } });

const listKey = (platform: PlatformKey) => ["connections", platform] as const;

/** All connections of a platform, read regularly; the last list stays while Pulse cannot be reached. */
export const useConnections = (platform: () => PlatformKey) =>
  useQuery(() => ({
    queryKey: listKey(platform()),
    queryFn: ({ signal }) => unwrap(client.GET("/api/{platform}/connections", { params: at(platform()), signal })),
    refetchInterval: (query) => ((query.state.data?.length ?? 0) > largeList ? largeRefreshMs : refreshMs),
    placeholderData: keepPreviousData,
    reconcile: "id",
    retry: false,
  }));

/** Reads the list now, for example because a connection was changed elsewhere. */
export function useRefreshConnections(platform: () => PlatformKey): () => Promise<Connection[]> {
  const queries = useQueryClient();
  return () =>
    queries.fetchQuery({
      queryKey: listKey(platform()),
      queryFn: () => unwrap(client.GET("/api/{platform}/connections", { params: at(platform()) })),
      staleTime: 0,
    });
}

// A draft and a patch hold the password: they leave the cache of mutations with the form that sent them (`gcTime: 0`).

/** The changes of a connection. Each reads the list again when it is done. */
export function useConnectionChanges(platform: () => PlatformKey) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: listKey(platform()) });

  const create = useMutation(() => ({
    mutationFn: (draft: ConnectionDraft) => unwrap(client.POST("/api/{platform}/connections", { params: at(platform()), body: draft })),
    gcTime: 0,
    onSettled: refresh,
  }));

  /** With `version` it changes only that version, and gets a 412 if another edit was saved before. */
  const update = useMutation(() => ({
    mutationFn: ({ id, version, patch }: { id: string; version?: number; patch: ConnectionPatch }) =>
      unwrap(
        client.PUT("/api/{platform}/connections/{id}", {
          params: { path: { platform: platform(), id }, header: version === undefined ? {} : { "If-Match": `"${version}"` } },
          body: patch,
        }),
      ),
    gcTime: 0,
    onSettled: refresh,
  }));

  const remove = useMutation(() => ({
    mutationFn: (id: string) =>
      unwrap(client.DELETE("/api/{platform}/connections/{id}", { params: { path: { platform: platform(), id } } })),
    onSettled: refresh,
  }));

  return { create, update, remove, refresh };
}
