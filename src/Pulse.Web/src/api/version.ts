import { useQuery } from "@tanstack/solid-query";
import { client, unwrap } from "./client";

/** The version of Pulse. One read is enough for the life of a page: a new version has new scripts, and so needs a new page. */
export const useVersion = () =>
  useQuery(() => ({
    queryKey: ["version"],
    queryFn: ({ signal }) => unwrap(client.GET("/api/version", { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  }));
