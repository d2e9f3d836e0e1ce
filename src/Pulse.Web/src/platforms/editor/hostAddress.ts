/** A pasted URL, taken apart. */
export interface HostAddress {
  host: string;
  port?: number;
  useHttps?: boolean;
}

/** Takes a pasted URL or `host:port` apart, as Pulse does; null when it is a plain name or address, or no sense can be made of it. */
export function takeApart(text: string): HostAddress | null {
  const trimmed = text.trim();
  const url = /^(https?):\/\/([^/?#]+)/i.exec(trimmed);
  const authority = url?.[2] ?? trimmed;
  if (authority.includes("@")) {
    return null;
  }
  const parts = /^(\[[^\]]+\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(authority);
  const host = parts?.[1]?.replace(/^\[|\]$/g, "");
  const port = parts?.[2] === undefined ? undefined : Number(parts[2]);
  if (!host || (!url && port === undefined)) {
    return null;
  }
  return {
    host,
    ...(port === undefined ? {} : { port }),
    ...(url ? { useHttps: url[1]?.toLowerCase() === "https" } : {}),
  };
}
