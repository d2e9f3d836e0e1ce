import { useQuery } from "@tanstack/solid-query";
import { client, unwrap } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

/** What a platform declares. All that the UI shows of a platform comes from here. */
export type Platform = Schemas["PlatformDocument"];
export type PlatformField = Schemas["FieldDocument"];

/** The name of a platform in addresses. Pulse says which there are. */
export type PlatformKey = Platform["key"];

/** The platforms that Pulse connects. They change with the release only: once read, they stay while the page lives. */
export const usePlatforms = () =>
  useQuery(() => ({
    queryKey: ["platforms"],
    queryFn: ({ signal }) => unwrap(client.GET("/api/platforms", { signal })),
    staleTime: (query) => (query.state.data === undefined ? 0 : "static"),
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  }));
