import { useQuery } from "@tanstack/solid-query";
import { client, unwrap } from "./client";

/** The version of Pulse. A page reads it once: another version comes with other scripts, and so with a new page. */
export const useVersion = () =>
  useQuery(() => ({
    queryKey: ["version"],
    queryFn: ({ signal }) => unwrap(client.GET("/api/version", { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  }));
