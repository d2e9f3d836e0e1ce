import { useQuery } from "@tanstack/solid-query";
import { client, unwrap } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

/** The declaration of a platform. The UI takes everything about a platform from it. */
export type Platform = Schemas["PlatformDocument"];
export type PlatformField = Schemas["FieldDocument"];

/** The name of a platform in addresses. Pulse decides which names exist. */
export type PlatformKey = Platform["key"];

/** The platforms of Pulse. They change only with the release, so one read is enough for the life of the page. */
export const usePlatforms = () =>
  useQuery(() => ({
    queryKey: ["platforms"],
    queryFn: ({ signal }) => unwrap(client.GET("/api/platforms", { signal })),
    staleTime: (query) => (query.state.data === undefined ? 0 : "static"),
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  }));
